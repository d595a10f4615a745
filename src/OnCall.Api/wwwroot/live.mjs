// Keeps the parts marked data-live as the server has them. Without it a screen reloads itself, or is refreshed by hand.
import { clock } from "/clock.mjs";
import { isPressing, watchPresses } from "/press.mjs";

const every = 5000;
const connection = document.getElementById("connection");
let asOf = new Date();
let running = false;
let again = false;

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-OnCall-Live": "1" }, cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.redirected) {
      location.reload();
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    asOf = new Date();
    connection.hidden = true;
    document.dispatchEvent(new Event("fresh"));
  } catch {
    connection.textContent = document.body.dataset.notLive.replace("{0}", clock(asOf, document.body.dataset.zone));
    connection.hidden = false;
  } finally {
    running = false;
    if (again) {
      again = false;
      setTimeout(refresh, 500);
    }
  }
}

function show(fresh) {
  if (isPressing()) {
    return;
  }
  const focused = document.activeElement?.id;
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (next && still(part) !== still(next)) {
      renew(part, next);
    }
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

// A card that is written in stays as it is; those beside it come and go all the same.
function renew(part, next) {
  const written = [...part.children].filter(card => card.id && isWrittenIn(card) && [...next.children].some(c => c.id === card.id));
  if (isWrittenIn(part) && !written.length && !part.querySelector("article")) {
    return;
  }
  for (const old of [...part.childNodes].filter(node => !written.includes(node))) {
    old.remove();
  }
  let last = null;
  for (const node of [...next.childNodes]) {
    const own = written.find(card => card.id === node.id);
    if (!own) {
      last ? last.after(node) : part.prepend(node);
    }
    last = own ?? node;
  }
}

// What a part says, without what differs from one look to the next: counted waits, and tokens, of which each is good while the session is.
function still(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("[data-due]").forEach(wait => { wait.textContent = ""; });
  copy.querySelectorAll("input[name=__RequestVerificationToken]").forEach(token => token.removeAttribute("value"));
  return copy.innerHTML;
}

// What somebody is typing is never replaced.
function isWrittenIn(part) {
  return [...part.querySelectorAll("input:not([type=hidden]), textarea")]
    .some(field => field.value !== field.defaultValue || field === document.activeElement);
}

// An open stream also tells the server that somebody sits in front of this screen.
if (document.body.dataset.stream) {
  const events = new EventSource(document.body.dataset.stream);
  let last = null;
  events.addEventListener("page", refresh);
  events.addEventListener("alarms", event => {
    refresh();
    ring(JSON.parse(event.data).sound);
  });
  events.addEventListener("snapshot", event => {
    if (last !== null && last !== event.data) {
      refresh();
    }
    last = event.data;
  });
}

// Rings three times, and again every 30 s for as long as it is on. Browsers keep it silent until the screen has been touched once.
let ringing = 0;
let audio = null;
function ring(on) {
  clearInterval(ringing);
  if (on) {
    audio ??= new AudioContext();
    ringing = setInterval(chime, 30000);
    chime();
  }
}

function chime() {
  audio.resume();
  for (const at of [0, 0.4, 0.8]) {
    const tone = new OscillatorNode(audio, { frequency: 880 });
    tone.connect(new GainNode(audio, { gain: 0.2 })).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.2);
  }
}

watchPresses({ keys: true });
setInterval(() => document.hidden || refresh(), every);
addEventListener("online", refresh);
addEventListener("offline", refresh);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
