// The board, live: each change is read by itself and put in its place. Without it the screen loads itself again, and links and forms do all the rest.
import { shortCuts } from "/board-keys.mjs";
import { count, parsed, put, putLine, putList, read } from "/board-parts.mjs";
import { alarm, page as ring, standing } from "/board-sound.mjs";
import { clock, follow, lost, meetClock } from "/board-stream.mjs";
import { isPressing, watchPresses } from "/press.mjs";
import "/tick.mjs";

const desk = document.getElementById("desk");
const connection = document.getElementById("connection");
const changed = new Set();
let whole = false;
let running = false;
let asked = 0;

const chosen = () => document.querySelector("#beside [data-page]")?.dataset.page;

// One at a time, so that what was read earlier never covers what was read later; what failed is read again.
async function flush() {
  if (!changed.size && !whole) {
    return;
  }
  if (running || isPressing()) {
    setTimeout(flush, 200);
    return;
  }
  running = true;
  const [ids, all] = [[...changed], whole || changed.size > 20 || desk.dataset.filtered === "yes" || !document.querySelector("#rows > tr")];
  let failed = false;
  changed.clear();
  whole = false;
  try {
    const beside = chosen();
    if (beside && (all || ids.includes(beside))) {
      await showBeside(beside, false);
    }
    if (all) {
      putList(parsed(await read(`/board/list${desk.dataset.rest}`)));
      standing();
    } else {
      await Promise.all(ids.map(async id => putLine(id, await read(`/board/line/${id}${desk.dataset.rest}`))));
      count();
      // With the last line goes the table.
      whole ||= !document.querySelector("#rows > tr");
    }
  } catch {
    ids.forEach(id => changed.add(id));
    whole ||= all;
    failed = true;
  } finally {
    running = false;
    setTimeout(flush, failed ? 1000 : 0);
  }
}

// Shows that page beside the list. What somebody has opened or typed there is left alone; what comes after another was chosen is not shown.
async function showBeside(id, anew) {
  const mine = anew ? ++asked : asked;
  const fresh = parsed(await read(`/board/beside/${id}${desk.dataset.rest}`));
  if (mine !== asked || (!anew && chosen() !== id)) {
    return;
  }
  if (anew) {
    document.getElementById("beside").replaceChildren(...fresh.body.childNodes);
    return;
  }
  for (const part of ["beside-state", "beside-rest"]) {
    put(document.getElementById(part), fresh.getElementById(part));
  }
  const moves = document.getElementById("beside-moves");
  if (moves && !moves.querySelector("details[open]")) {
    put(moves, fresh.getElementById("beside-moves"));
  }
}

// The address names the page that is chosen, so that it stays over a reload.
function remember(id) {
  const address = new URLSearchParams(desk.dataset.rest);
  address.delete("page");
  if (id) {
    address.set("page", id);
  }
  desk.dataset.rest = address.size ? `?${address}` : "";
  desk.classList.toggle("with-page", Boolean(id));
  for (const row of document.querySelectorAll("#rows > tr")) {
    const isIt = row.id === `row-${id}`;
    row.classList.toggle("chosen", isIt);
    const link = row.querySelector("th a");
    isIt ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }
  history.replaceState(null, "", `/board${desk.dataset.rest}`);
}

async function choose(id) {
  if (id) {
    await showBeside(id, true);
  } else {
    asked++;
    document.getElementById("beside").replaceChildren();
  }
  remember(chosen());
}

async function send(form, button) {
  const said = document.getElementById("said");
  said.textContent = "";
  try {
    const answer = await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(15000) });
    const fresh = parsed(await answer.text());
    if (!fresh.getElementById("desk")) {
      location.reload();
      return;
    }
    putList(fresh);
    const beside = fresh.getElementById("beside");
    asked++;
    if (beside.childElementCount) {
      document.getElementById("beside").replaceChildren(...beside.childNodes);
      (document.querySelector("#beside details[open] input:not([type=hidden])") ?? document.getElementById("beside-title")).focus();
    }
    said.textContent = fresh.querySelector("main > .alert")?.textContent.trim() ?? "";
    remember(chosen());
  } catch {
    said.textContent = said.dataset.notSent;
  }
}

async function readAlarms() {
  try {
    put(document.getElementById("alarms"), parsed(`<div id="alarms">${await read("/board/alarms")}</div>`).getElementById("alarms"));
  } catch {
    setTimeout(readAlarms, 2000);
  }
}

if (desk) {
  standing(true);
  follow(desk.dataset.position, {
    page(told) {
      ring(told);
      changed.add(told.id);
      setTimeout(flush, 50);
    },
    snapshot() {
      whole = true;
      setTimeout(flush, 0);
    },
    alarms(told) {
      alarm(told.sound);
      readAlarms();
    },
    alive(told) {
      meetClock(told.at);
      connection.hidden = true;
      document.getElementById("as-of").textContent = desk.dataset.liveWords.replace("{0}", clock(told.at));
    },
    lost(quiet, at) {
      connection.textContent = lost(desk.dataset.lost, quiet, at);
      connection.hidden = false;
    },
  });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-page], #close-page");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      const left = chosen();
      choose(link.dataset.page).then(
        () => (link.dataset.page ? document.getElementById("beside-title") : document.querySelector(`#row-${CSS.escape(left ?? "")} th a`))?.focus(),
        () => { location.href = link.href; });
    }
  });
  document.addEventListener("submit", event => {
    if (event.target.method === "post" && desk.contains(event.target)) {
      event.preventDefault();
      send(event.target, event.submitter);
    }
  });
  watchPresses({ keys: false });
  shortCuts(choose, chosen);
}
