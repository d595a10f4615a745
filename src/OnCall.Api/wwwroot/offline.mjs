// Shows the inbox that this device has kept, and goes back to the real one as soon as OnCall answers.
import { flush } from "/answers.mjs";
import { clock } from "/clock.mjs";
import { keptInbox } from "/kept.mjs";
import { clockAhead, tick } from "/tick.mjs";
import { showWaiting } from "/waiting.mjs";

const said = document.getElementById("not-connected");
const undone = document.getElementById("undone");
const inbox = await keptInbox();
undone.hidden = undone.dataset.undone === "no";
if (inbox) {
  clockAhead(inbox.ahead);
  said.textContent = said.dataset.asOf.replace("{0}", clock(new Date(inbox.at + inbox.ahead), document.getElementById("kept").dataset.zone));
  fill("asking-list", inbox.asking);
  fill("taken-list", inbox.taken);
  tick();
}
await showWaiting(inbox?.person);

function fill(id, html) {
  document.getElementById(id).replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}

async function back() {
  try {
    const answer = await fetch("/", { headers: { Accept: "text/html", "X-OnCall-Live": "1" }, cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.ok) {
      await flush();
      location.replace("/");
    }
  } catch {
    // Still none.
  }
}

// Whoever came here by its own address has a network and stays.
if (location.pathname !== "/offline") {
  addEventListener("online", back);
  setInterval(back, 5000);
}
