// Short cuts of the board. Each can be turned off on this device (WCAG 2.1.4), and none counts while somebody types.
const kept = "oncall-board-keys-off";
const dialog = document.getElementById("keys");
const off = new Set((localStorage.getItem(kept) ?? "").split(" ").filter(Boolean));
const places = { a: "do-called-in", t: "do-take-over", e: "do-escalate", p: "do-reroute", r: "do-resolve", c: "do-cancel" };
const arrows = { ArrowDown: "j", ArrowUp: "k" };

export function shortCuts(choose, chosen) {
  const links = () => [...document.querySelectorAll("#rows th a")];
  const current = () => document.activeElement.closest?.("#rows tr")?.querySelector("th a")
    ?? document.querySelector(`#rows a[data-page="${CSS.escape(chosen() ?? "")}"]`);

  function move(by) {
    const all = links();
    const at = all.indexOf(current());
    all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  }

  async function go(key) {
    const page = (current() ?? links()[0])?.dataset.page ?? chosen();
    if (!page) {
      return;
    }
    if (page !== chosen()) {
      await choose(page);
    }
    const said = document.getElementById("said");
    const place = document.getElementById(places[key]);
    said.textContent = place ? "" : said.dataset.notNow;
    if (place instanceof HTMLDetailsElement) {
      place.open = true;
      place.querySelector("input:not([type=hidden])").focus();
    } else {
      place?.focus();
    }
  }

  async function close() {
    const left = chosen();
    await choose(null);
    document.querySelector(`#rows a[data-page="${CSS.escape(left ?? "")}"]`)?.focus();
  }

  document.addEventListener("keydown", event => {
    const key = arrows[event.key] ?? event.key;
    const typing = event.target.closest?.("input:not([type=hidden]), textarea, select, dialog, [contenteditable]");
    const arrowElsewhere = event.key in arrows && !event.target.closest?.("#rows") && event.target !== document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing || arrowElsewhere || off.has(key) || !dialog.querySelector(`[data-key="${CSS.escape(key)}"]`)) {
      return;
    }
    event.preventDefault();
    if (key === "j" || key === "k") {
      move(key === "j" ? 1 : -1);
    } else if (key === "?") {
      dialog.showModal();
    } else if (key === "x") {
      close();
    } else {
      go(key);
    }
  });

  for (const line of dialog.querySelectorAll("[data-key]")) {
    const turn = document.createElement("button");
    turn.type = "button";
    turn.setAttribute("role", "switch");
    turn.setAttribute("aria-label", line.querySelector("span").textContent);
    const show = () => {
      const on = !off.has(line.dataset.key);
      turn.setAttribute("aria-checked", String(on));
      turn.textContent = on ? dialog.dataset.on : dialog.dataset.off;
    };
    turn.addEventListener("click", () => {
      if (!off.delete(line.dataset.key)) {
        off.add(line.dataset.key);
      }
      localStorage.setItem(kept, [...off].join(" "));
      show();
    });
    show();
    line.append(turn);
  }
  const open = document.getElementById("keys-open");
  open.hidden = false;
  open.addEventListener("click", () => dialog.showModal());
}
