// Stands between the installed screen and the network. With a network it changes nothing; without one it shows the inbox that was kept,
// and keeps the answers that are given. It never keeps a screen that holds anybody's data. It shows the pushes that this device gets.
import { flush, queue } from "/answers.mjs";
import { answers, keepDevice, keptDevice, keptInbox } from "/kept.mjs";
import { over, take, wordsFor } from "/lock-screen.mjs";
import { call, key, leave, register, signedIn } from "/subscribe.mjs";

const shell = "shell";
const screen = "/offline";
const files = ["/screens.css", "/staff.css", "/icons.svg", "/staff.svg", "/favicon.svg", "/icon-192.png", "/offline.mjs", "/clock.mjs", "/kept.mjs", "/answers.mjs", "/waiting.mjs", "/tick.mjs", "/subscribe.mjs"];
const answer = /^\/pages\/([0-9a-f-]{36})\/(acknowledge|decline)$/;
const patience = 8000;

addEventListener("install", event => {
  skipWaiting();
  event.waitUntil(Promise.all([renew(), caches.open(shell).then(kept => kept.addAll(files.map(f => new Request(f, { cache: "reload" }))))]));
});

addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.mode === "navigate") {
    event.respondWith(navigate(event, path));
  } else if (request.method === "GET" && files.includes(path)) {
    event.respondWith(file(event, path));
  }
});

addEventListener("sync", event => event.waitUntil(late()));

addEventListener("push", event => event.waitUntil(ring(event.data)));

addEventListener("notificationclick", event => {
  const { notification, action } = event;
  notification.close();
  event.waitUntil(action === "acknowledge" ? take(notification) : open(notification.data ?? {}));
});

addEventListener("pushsubscriptionchange", event => event.waitUntil(subscribe()));

async function navigate(event, path) {
  const { request } = event;
  if (path === "/sign-out" && request.method === "POST") {
    await goOff(request.clone()).catch(() => {});
  }
  if (path === "/sign-in" || path === "/sign-out") {
    await over().catch(() => {});
  }
  const [, page, kind] = (request.method === "POST" && answer.exec(path)) || [];
  const form = page ? await request.clone().formData() : null;

  // What is shown without a network has no token, and could not be posted.
  if (form && !form.has("__RequestVerificationToken")) {
    return keep(page, kind, form);
  }
  try {
    const got = await Promise.race([fetch(request), new Promise((_, fail) => setTimeout(fail, patience))]);
    if (path === "/") {
      event.waitUntil(renew());
    }
    return got;
  } catch {
    return form ? keep(page, kind, form) : offline(request.method === "POST" && path !== "/sign-out");
  }
}

async function keep(page, kind, form) {
  const said = { reply: form.get("reply") ?? undefined, readBack: form.get("readBack") ?? undefined };
  await queue(page, kind, said);
  await registration.sync?.register("answers").catch(() => {});
  return Response.redirect("/", 303);
}

async function offline(undone) {
  const kept = await caches.match(screen);
  if (!kept) {
    return Response.error();
  }
  await keptInbox().catch(() => null);
  const html = await kept.text();
  return new Response(undone ? html.replace('data-undone="no"', 'data-undone="yes"') : html, { headers: kept.headers });
}

async function file(event, path) {
  try {
    const got = await fetch(event.request);
    if (got.ok) {
      const copy = got.clone();
      event.waitUntil(caches.open(shell).then(kept => kept.put(path, copy)));
    }
    return got;
  } catch {
    return await caches.match(path) ?? Response.error();
  }
}

// In the language of whoever has signed in.
async function renew() {
  const got = await fetch(screen, { headers: { Accept: "text/html", "X-OnCall-Live": "1" }, cache: "no-store" }).catch(() => null);
  if (got?.ok && !got.redirected) {
    await (await caches.open(shell)).put(screen, got);
  }
}

// The network is back and no window may be open. What is left is tried again by the browser.
async function late() {
  await flush();
  if ((await answers()).some(a => a.state === "waiting")) {
    throw new Error("Answers wait.");
  }
}

// Whatever comes is shown: a browser takes the right to push away from whoever stays silent. Of a page only the latest stands.
async function ring(data) {
  let said = {};
  try {
    said = data?.json() ?? {};
  } catch {
    // Something was pushed that OnCall does not write.
  }
  const { title = "OnCall", body = "", tag = "oncall", rings = false, urgency, url = "/", device, token, page, reference } = said;
  const words = await wordsFor(said).catch(() => null);
  await registration.showNotification(title, {
    body,
    tag,
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    renotify: rings,
    requireInteraction: rings,
    ...(rings ? { vibrate: urgency === "code" ? [600, 150, 600, 150, 600, 150, 600] : [400, 200, 400] } : { silent: true }),
    ...(words && { actions: [{ action: "acknowledge", title: words.onMyWay }, { action: "open", title: words.open }] }),
    data: { url, device, token, page, reference, urgency, words },
  });
}

// A tap opens the page; of a test it is the answer.
async function open({ url = "/", device, token }) {
  const test = device && token;
  if (test) {
    await confirm(device, token).catch(() => {});
  }
  const wanted = new URL(test ? "/account/devices" : url, location.origin);
  if (wanted.origin !== location.origin) {
    return;
  }
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find(w => new URL(w.url).pathname === wanted.pathname);
  await (there ? there.focus() : clients.openWindow(wanted.href)).catch(() => {});
}

async function confirm(device, token) {
  await call(`/api/v1/me/devices/${device}/confirm`, (await signedIn()).token, { token });
}

// Whoever signs out here ends that it rings: the browser drops the worker and its subscription with all else.
async function goOff(request) {
  const subscription = await registration.pushManager?.getSubscription();
  await leave(subscription, subscription && (await request.formData()).get("__RequestVerificationToken"));
}

// The push service has given up the subscription: the device is registered anew, and has to answer a test again. For nobody else than before, and
// not where it was taken away.
async function subscribe() {
  const before = await keptDevice();
  const now = before?.owner && await signedIn();
  if (!now?.token || now.person !== before.owner) {
    return;
  }
  try {
    const next = await register(registration.pushManager, await key(), before.name, now.token, before.owner, before.id);
    await keepDevice(next);
    await call(`/api/v1/me/devices/${next.id}/test`, now.token, {});
  } catch (error) {
    if (error.status === 404) {
      await (await registration.pushManager.getSubscription())?.unsubscribe();
      await keepDevice(null);
    }
    throw error;
  }
}
