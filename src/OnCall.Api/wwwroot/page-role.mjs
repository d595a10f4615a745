// Finds a role while its name is typed: a combobox with a list, as the ARIA authoring practices have it. Without it, or where the search
// does not answer, the field keeps the browser's own list.
const field = document.getElementById("role");
const list = document.getElementById("found");
const said = document.getElementById("found-said");
const whoIsOn = document.getElementById("who-is-on");
const callback = document.getElementById("callback");
const letters = document.getElementById("callback-letters");
const body = document.getElementById("body");
const words = list.dataset;
const wait = 120;
let found = [];
let at = -1;
let timer = 0;
let asked = 0;
let chosen = "";
let pressed = false;

// The list goes after a press beside it has landed: what stands beneath it may not move away from under the thumb.
document.addEventListener("pointerdown", () => { pressed = true; }, true);
for (const ended of ["pointerup", "pointercancel"]) {
  document.addEventListener(ended, () => setTimeout(() => {
    pressed = false;
    if (document.activeElement !== field) {
      close();
    }
  }), true);
}

field.addEventListener("input", () => soon(wait));
field.addEventListener("focus", () => soon(0));
field.addEventListener("blur", () => pressed || close());
field.addEventListener("keydown", event => {
  if (event.isComposing) {
    return;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) {
      soon(0);
    } else if (found.length) {
      move((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + found.length) % found.length);
    }
  } else if (event.key === "Enter" && !list.hidden && at >= 0) {
    event.preventDefault();
    choose(at);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close();
  }
});

function soon(after) {
  clearTimeout(timer);
  timer = setTimeout(search, after);
}

async function search() {
  const typed = field.value.trim();
  if (typed && typed === chosen) {
    return;
  }
  const mine = ++asked;
  try {
    const answer = await fetch(`/api/v1/roles/search?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(5000) });
    if (!answer.ok || mine !== asked) {
      return;
    }
    const { items, found: all } = await answer.json();
    if (mine === asked && document.activeElement === field) {
      show(items, all, typed);
    }
  } catch {
    close();
  }
}

function show(items, all, typed) {
  field.removeAttribute("list");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": String(items.length > 0) })) {
    field.setAttribute(name, value);
  }
  found = items;
  list.replaceChildren(...items.map(option));
  list.hidden = items.length === 0;
  said.textContent = all > items.length ? words.more.replace("{0}", items.length).replace("{1}", all)
    : items.length || !typed ? words.many.replace("{0}", items.length) : words.none;
  move(-1);
}

function option(role, index) {
  const item = element("li");
  item.id = `found-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  if (!role.covered) {
    item.classList.add("uncovered");
  }
  const name = element("strong", role.name);
  item.append(name);
  if (role.favourite) {
    item.append(element("span", `★ ${words.favourite}`, "hint-inline"));
  } else if (role.recent) {
    item.append(element("span", words.recent, "hint-inline"));
  }
  if (role.orgUnit) {
    item.append(element("span", role.orgUnit.name, "hint-inline"));
  }
  item.append(...who(role));
  item.addEventListener("pointerdown", event => event.preventDefault());
  item.addEventListener("click", () => choose(index));
  return item;
}

function who(role) {
  if (role.covered) {
    return role.responders.map(r => element("span", person(r, role), "on"));
  }
  const line = role.fallback ? words.fallback.replace("{0}", role.fallback.role.name) : words.desk;
  return [element("span", line, "bad on"), ...(role.fallback?.responders ?? []).map(r => element("span", person(r, role), "on"))];
}

function person(responder, role) {
  return [responder.person.name, words.tier.replace("{0}", responder.tier), words.until.replace("{0}", time(responder.until, role))].join(", ");
}

function time(until, { at, timeZone }) {
  const soon = new Date(until) - new Date(at) < 24 * 60 * 60 * 1000;
  return new Date(until).toLocaleString(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, {
    timeZone, hour: "2-digit", minute: "2-digit", hour12: false, ...(soon ? {} : { weekday: "short", day: "numeric", month: "short" }),
  });
}

function move(to) {
  at = to;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
  if (at < 0) {
    field.removeAttribute("aria-activedescendant");
  } else {
    field.setAttribute("aria-activedescendant", `found-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }
}

function choose(index) {
  const role = found[index];
  field.value = chosen = role.name;
  const card = element("div", "", role.covered ? "card taken" : "card code");
  card.append(element("h2", role.name), ...who(role).map(line => { const p = element("p"); p.append(line); return p; }));
  const mark = element("button", `${role.favourite ? "★" : "☆"} ${role.favourite ? words.unmark : words.mark}`);
  mark.formAction = role.favourite ? "/page/unmark" : "/page/mark";
  mark.formNoValidate = true;
  whoIsOn.replaceChildren(card, mark);
  close();
}

function close() {
  list.hidden = true;
  if (field.hasAttribute("aria-expanded")) {
    field.setAttribute("aria-expanded", "false");
  }
  move(-1);
}

function element(name, text = "", style = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = style;
  return made;
}

// Said while it is typed, not after it was sent.
function warn() {
  const bad = /[^\d+*#\s]/.test(callback.value.replace(/ext\.?/i, ""));
  letters.textContent = bad ? letters.dataset.letters : "";
  callback.toggleAttribute("aria-invalid", bad);
  if (bad) {
    callback.setAttribute("aria-invalid", "true");
  }
}

callback.addEventListener("input", warn);
warn();

// A template follows what is typed already.
document.getElementById("fill").addEventListener("click", event => {
  event.preventDefault();
  const template = document.getElementById("template");
  const text = template.selectedOptions[0].dataset.text;
  if (text) {
    const typed = body.value.trimEnd();
    body.value = typed ? `${typed}\n\n${text}` : text;
    template.value = "";
    body.focus();
    const blank = body.value.indexOf(": \n", typed.length);
    body.setSelectionRange(blank + 2, blank + 2);
  }
});
