import { flush, handOver } from "/answers.mjs";
import { keepDevice, keepInbox, keptInbox } from "/kept.mjs";
import { askedBy } from "/ring.mjs";
import { leave } from "/subscribe.mjs";
import { clockAhead } from "/tick.mjs";
import { showWaiting } from "/waiting.mjs";

const asking = document.getElementById("asking-list");
const taken = document.getElementById("taken-list");
const kept = document.getElementById("kept");
const { person } = kept.dataset;
const look = () => askedBy(asking.querySelectorAll("article.ask"));
let last = "";
let lastAt = 0;
new MutationObserver(look).observe(asking, { childList: true });
look();

// Without https a browser has no place to keep anything safely.
if (navigator.serviceWorker && isSecureContext) {
  if (kept.dataset.own === "yes") {
    await keepForNoNetwork();
  } else {
    await handOver();
    for (const worker of await navigator.serviceWorker.getRegistrations()) {
      const subscription = await worker.pushManager?.getSubscription();

      // Whom it rang for is told; while OnCall cannot be, it rings on, and the next screen tries again.
      if (await leave(subscription, document.querySelector("input[name=__RequestVerificationToken]")?.value).then(() => true, () => false)) {
        await keepDevice(null);
        await subscription?.unsubscribe();
        await worker.unregister();
      }
    }
  }
}

async function keepForNoNetwork() {
  const before = await keptInbox();
  if (before && before.person !== person) {
    await handOver();
  }
  await navigator.serviceWorker.register("/sw.mjs", { type: "module" });
  document.addEventListener("fresh", round);
  await round();
}

async function round() {
  await keep();
  await showWaiting(person);
  if (await flush()) {
    await showWaiting(person);
  }
}

async function keep() {
  const html = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[name=__RequestVerificationToken]").forEach(token => token.remove());
    copy.querySelectorAll("form").forEach(form => { form.hidden = false; });
    return copy.innerHTML;
  };
  const pages = Object.fromEntries([...asking.querySelectorAll("article.ask")].map(card =>
    [card.id.slice(4), { reference: card.dataset.reference, urgency: card.dataset.urgency, next: card.dataset.next || null }]));
  const now = JSON.stringify(Object.keys(pages)) + taken.childElementCount;
  if (now !== last || Date.now() - lastAt > 20000) {
    await keepInbox({ person, ahead: clockAhead(), asking: html(asking), taken: html(taken), pages });
    [last, lastAt] = [now, Date.now()];
    kept.dataset.kept = String(lastAt);
  }
}
