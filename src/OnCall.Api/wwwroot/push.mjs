// Lets this device ring: asks the browser, subscribes under this house's key, and tells OnCall. What the server renders is enough for the rest.
import { keepDevice, keptDevice } from "/kept.mjs";
import { call, key, register } from "/subscribe.mjs";

const here = document.getElementById("here");
const said = document.getElementById("push-said");
const list = document.getElementById("devices");
const token = () => document.querySelector("input[name=__RequestVerificationToken]").value;
const me = list.dataset.person;
let own = null;

if (here) {
  new MutationObserver(mark).observe(list, { childList: true, subtree: true });
  await look();
}

async function look() {
  if (!isSecureContext || !navigator.serviceWorker || !globalThis.PushManager || !globalThis.Notification) {
    show("impossible");
    return;
  }
  if (Notification.permission === "denied") {
    show("denied");
    return;
  }
  const worker = await navigator.serviceWorker.register("/sw.mjs", { type: "module" });
  const subscription = await worker.pushManager.getSubscription();
  own = await keptDevice();
  const listed = own && rowOf(own.id);
  if (listed && !own.owner) {
    await keepDevice(own = { ...own, owner: me });
  }

  // Removed from another screen: a browser that is subscribed for nobody is let go. Somebody else's goes on ringing for them, until this person wants it.
  if (own?.owner === me && !listed) {
    await subscription?.unsubscribe();
    await keepDevice(own = null);
  }
  show(listed && subscription && Notification.permission === "granted" ? "on" : "off");
  document.getElementById("theirs").hidden = !(own?.owner && own.owner !== me && subscription);
  mark();
  document.getElementById("let-ring").addEventListener("click", letRing);
}

async function letRing(event) {
  event.preventDefault();
  const name = document.getElementById("device-name");
  if (!name.reportValidity()) {
    return;
  }
  said.hidden = true;
  if (await Notification.requestPermission() !== "granted") {
    show(Notification.permission === "denied" ? "denied" : "off");
    return;
  }
  try {
    const worker = await navigator.serviceWorker.ready;
    own = await register(worker.pushManager, await key(), name.value, token(), me, own?.owner === me && rowOf(own.id) ? own.id : undefined);
    await keepDevice(own);
    await call(`/api/v1/me/devices/${own.id}/test`, token(), {});
    location.reload();
  } catch (error) {
    said.textContent = error.problem ?? (error.name === "AbortError" || error.name === "NotAllowedError" ? said.dataset.failed : said.dataset.closed);
    said.hidden = false;
  }
}

function show(state) {
  here.querySelectorAll("[data-state]").forEach(part => { part.hidden = part.dataset.state !== state; });
  here.dataset.now = state;
}

function rowOf(id) {
  return [...list.querySelectorAll("[data-device]")].find(row => row.dataset.device === id);
}

function mark() {
  const word = own && rowOf(own.id)?.querySelector(".here");
  if (word?.hidden) {
    word.hidden = false;
  }
}
