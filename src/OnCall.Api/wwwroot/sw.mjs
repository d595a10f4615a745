// Stands between the installed screen and the network. With a network it changes nothing; without one it shows the inbox that was kept,
// and keeps the answers that are given. It never keeps a screen that holds anybody's data.
import { flush, queue } from "/answers.mjs";
import { answers, end, keptInbox } from "/kept.mjs";

const shell = "shell";
const screen = "/offline";
const files = ["/screens.css", "/staff.css", "/icons.svg", "/staff.svg", "/favicon.svg", "/icon-192.png", "/offline.mjs", "/clock.mjs", "/kept.mjs", "/answers.mjs", "/waiting.mjs", "/tick.mjs"];
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

async function navigate(event, path) {
  const { request } = event;
  if (path === "/sign-in" || path === "/sign-out") {
    await end().catch(() => {});
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
