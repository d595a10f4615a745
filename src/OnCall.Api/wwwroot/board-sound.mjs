// Rings for what must be heard at the desk. Browsers keep it silent until the screen has been touched once.
const button = document.getElementById("sound-on");
let audio = null;
let alarming = 0;

function ready() {
  audio ??= new AudioContext();
  audio.onstatechange = shown;
  return audio.resume();
}

function shown() {
  if (button) {
    button.hidden = audio?.state === "running";
  }
}

function chime(frequency) {
  document.documentElement.dataset.rang = String(Number(document.documentElement.dataset.rang ?? 0) + 1);
  if (audio?.state !== "running") {
    return;
  }
  for (const at of [0, 0.4, 0.8]) {
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(new GainNode(audio, { gain: 0.2 })).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.2);
  }
}

// Three times, and again every 30 s for as long as a critical alarm stands.
export function alarm(on) {
  clearInterval(alarming);
  if (on) {
    alarming = setInterval(() => chime(880), 30000);
    chime(880);
  }
}

// A code rings as it comes; every page as often as it rings at the desk.
const rang = new Map();
export function page(told) {
  const rings = told.events.filter(e => e.kind === "desk-rang" || e.kind === "desk-reached").length + (told.urgency === "code" ? 1 : 0);
  if (told.state === "open" && rings > (rang.get(told.id) ?? 0)) {
    chime(told.urgency === "code" ? 960 : 660);
  }
  rang.set(told.id, rings);
}

// After a break nothing tells what came meanwhile but the list itself: a code, or a page at the desk, that nobody has heard of rings once.
export function standing(quietly = false) {
  const fresh = [...document.querySelectorAll("#rows > tr")].filter(row => !rang.has(row.id.slice(4)) && (row.classList.contains("code") || row.dataset.desk === "yes"));
  fresh.forEach(row => rang.set(row.id.slice(4), 1));
  if (fresh.length && !quietly) {
    chime(fresh.some(row => row.classList.contains("code")) ? 960 : 660);
  }
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", async () => { await ready(); shown(); });
}
addEventListener("pointerdown", ready, { once: true });
addEventListener("keydown", ready, { once: true });
