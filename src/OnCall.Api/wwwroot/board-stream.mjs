// Follows the board's stream: what changed since a place, each change once, and whether the server is heard at all.
import { now } from "/tick.mjs";

const silence = 10000;

// Calls tell.page, tell.snapshot, tell.alarms, tell.alive(at), and tell.lost(sinceMs, at) each second while nothing is heard.
export function follow(place, tell) {
  let last = place;
  let events = null;
  let heard = performance.now();
  let at = now();
  let opened = heard;
  let broken = false;

  function open() {
    events?.close();
    opened = performance.now();
    events = new EventSource(`/api/v1/board/stream?after=${last}`);
    for (const kind of ["page", "snapshot", "alarms", "alive"]) {
      events.addEventListener(kind, event => {
        last = event.lastEventId || last;
        heard = performance.now();
        broken = false;
        const told = JSON.parse(event.data);
        if (kind === "alive") {
          at = Date.parse(told.at);
        }
        tell[kind]?.(told);
      });
    }
    events.onerror = async () => {
      if (events.readyState === EventSource.CLOSED) {
        await askWhy();
        setTimeout(open, 2000);
      }
    };
  }

  // A browser takes a dead line for a quiet one.
  function watch() {
    const quiet = performance.now() - heard;
    if (quiet > silence || broken) {
      tell.lost(quiet, at);
      if (performance.now() - opened > silence) {
        open();
      }
    }
  }

  open();
  setInterval(watch, 1000);
  addEventListener("online", open);
  addEventListener("offline", () => { broken = true; watch(); });
}

// Whoever is signed out is sent to sign in.
async function askWhy() {
  try {
    const answer = await fetch("/board/alarms", { cache: "no-store" });
    if (answer.redirected || answer.status === 403) {
      location.reload();
    }
  } catch {
    // No network: the bar says so.
  }
}

// By the hospital's wall clock, not by this machine's.
export function clock(at) {
  try {
    return new Date(at).toLocaleTimeString("en-GB", { timeZone: document.body.dataset.zone, timeZoneName: "short" });
  } catch {
    return `${new Date(at).toISOString().slice(11, 19)} UTC`;
  }
}

export function lost(words, quiet, at) {
  const seconds = Math.floor(quiet / 1000);
  return words.replace("{0}", seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`).replace("{1}", clock(at));
}

// The server's clock, for all that counts down.
export function meetClock(at) {
  const told = document.createElement("time");
  told.id = "server-time";
  told.dateTime = at;
  document.getElementById("ticking").replaceChildren(told);
}
