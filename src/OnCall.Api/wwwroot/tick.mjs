// Counts waits down by the server's clock, not by this machine's.
const ticking = document.getElementById("ticking");
let ahead = 0;
let met = "";

export function now() {
  return Date.now() + ahead;
}

// How far the server's clock is ahead, in ms; for a screen that is shown again without the server.
export function clockAhead(ms) {
  if (ms !== undefined) {
    ahead = ms;
  }
  return ahead;
}

function meet() {
  const told = document.getElementById("server-time")?.dateTime;
  if (told && told !== met) {
    met = told;
    ahead = Date.parse(told) - Date.now();
  }
}

function until(at) {
  const seconds = Math.ceil((at - now()) / 1000);
  const words = ticking.dataset;
  return seconds <= 0 ? words.now
    : seconds < 60 ? words.s.replace("{0}", seconds)
    : seconds < 3600 && seconds % 60 === 0 ? words.min.replace("{0}", seconds / 60)
    : seconds < 3600 ? words.minS.replace("{0}", Math.floor(seconds / 60)).replace("{1}", seconds % 60)
    : words.h.replace("{0}", Math.floor(seconds / 3600)).replace("{1}", Math.floor(seconds / 60) % 60);
}

export function tick() {
  meet();
  for (const wait of document.querySelectorAll("time[data-due]")) {
    const words = until(Date.parse(wait.dateTime));
    if (wait.textContent !== words) {
      wait.textContent = words;
    }
  }
}

if (ticking) {
  tick();
  setInterval(tick, 1000);
  new MutationObserver(tick).observe(ticking, { childList: true });
}
