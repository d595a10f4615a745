// A wall that nobody touches: live, shown part by part where it does not fit, and honest about its age.
import { clock, follow, lost, meetClock } from "/board-stream.mjs";
import "/tick.mjs";

const turn = 10000;
const freshness = document.getElementById("freshness");
let part = 0;
let reading = false;
let again = false;

async function refresh() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  again = false;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.redirected) {
      location.reload();
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["wall-count", "alarms", "wall"]) {
      document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
    }
    fit();
  } catch {
    again = true;
  } finally {
    reading = false;
    if (again) {
      setTimeout(refresh, 1000);
    }
  }
}

// As many lines as the wall holds; the rest in turn.
function fit() {
  const rows = [...document.querySelectorAll(".wall-rows > li")];
  rows.forEach(row => { row.hidden = false; });
  const room = innerHeight - document.getElementById("wall").getBoundingClientRect().top - scrollY - freshness.offsetHeight;
  const parts = [[]];
  let used = 0;
  for (const row of rows) {
    const height = row.getBoundingClientRect().height + parseFloat(getComputedStyle(row).marginBottom);
    if (used + height > room && parts.at(-1).length) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1).push(row);
    used += height;
  }
  part %= parts.length;
  rows.forEach(row => { row.hidden = !parts[part].includes(row); });
  document.getElementById("wall-part").textContent = parts.length > 1 ? `${part + 1} / ${parts.length}` : "";
}

follow(freshness.dataset.position, {
  page(told) {
    // What is new and most urgent is seen at once.
    part = told.urgency === "code" && told.state === "open" ? 0 : part;
    refresh();
  },
  snapshot: refresh,
  alarms: refresh,
  alive(told) {
    meetClock(told.at);
    freshness.classList.remove("lost");
    freshness.textContent = freshness.dataset.liveWords.replace("{0}", clock(told.at));
  },
  lost(quiet, at) {
    freshness.classList.add("lost");
    freshness.textContent = lost(freshness.dataset.lost, quiet, at);
  },
});
fit();
addEventListener("resize", fit);
setInterval(() => { part++; fit(); }, turn);
