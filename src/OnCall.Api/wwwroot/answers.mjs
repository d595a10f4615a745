// Answers that were given without a network. Each is sent once, with the same effect as the form, or said not to have been.
import { clock } from "/clock.mjs";
import { answers, dropInbox, forgetAnswer, keepAnswer, keptInbox, seal, unseal } from "/kept.mjs";

const quick = 8000;

// Where a page says of itself no next step, an answer is good for this long, unless the page is routine.
const good = 10 * 60 * 1000;

// And never longer than the inbox is kept in which it was given.
const longest = 12 * 3600 * 1000;

const later = { state: "later" };

// An answer to a page is one; whoever answers again before it is sent has changed their mind.
// The device's owner answers from a notification, whose words stand with it, so that it tells what became of the answer.
export async function queue(id, kind, said, notice) {
  const inbox = await keptInbox();
  const page = inbox?.pages[id];
  const at = Date.now() + (inbox?.ahead ?? 0);
  await keepAnswer({
    id,
    person: notice?.person ?? inbox?.person ?? null,
    reference: page?.reference ?? notice?.reference ?? "",
    urgency: page?.urgency ?? notice?.urgency ?? "",
    due: page?.next && Date.parse(page.next) > at ? page.next : null,
    at,
    kind,
    state: "waiting",
    notice,
    ...await seal(said),
  });
}

// One sender at a time, whichever window or worker it is. True when the state of any answer has changed.
export function flush() {
  return navigator.locks.request("oncall-answers", async () => {
    let changed = false;
    for (const answer of (await answers()).filter(a => a.state === "waiting")) {
      const outcome = await send(answer).catch(() => null);
      if (!outcome) {
        break;
      }
      if (outcome === later) {
        continue;
      }
      const { id, person, reference, at } = answer;

      // Whoever has answered anew meanwhile has changed their mind: that is sent next.
      if ((await answers()).some(a => a.id === id && a.at === at)) {
        await keepAnswer({ id, person, reference, at, ...outcome });
        await tell(answer, outcome).catch(() => {});
      }
      changed = true;
    }
    return changed;
  });
}

// Puts in the place of the notification that was answered what became of the answer, and never more than that.
export async function tell({ id, reference, notice }, { state, by, sentAt }) {
  const worker = notice && (globalThis.registration ?? await navigator.serviceWorker?.getRegistration());
  if (!worker) {
    return;
  }
  const { words, title, tag } = notice;
  const second = state === "waiting" ? words.onMyWay : state === "sent" ? clock(new Date(sentAt), words.zone) : by ?? "";
  const body = words[state].replace("{0}", reference).replace("{1}", second) + (state === "lost" ? ` ${words.signIn}` : "");
  await worker.showNotification(title, { body, tag, icon: "/icon-192.png", badge: "/icon-192.png", silent: true, data: { url: state === "lost" ? "/" : `/pages/${id}` } });
}

// Somebody else uses the device now: an answer that still waits is never sent, and says so where it was given.
export async function forgo(answer) {
  await forgetAnswer(answer.id);
  if (answer.state === "waiting") {
    await tell(answer, { state: "lost" }).catch(() => {});
  }
}

// The device changes hands.
export async function handOver() {
  for (const answer of await answers()) {
    await forgo(answer);
  }
  await dropInbox();
}

// Null while OnCall cannot be reached; later where it answers, and not for this page.
async function send(answer) {
  const screen = await ask("/", { headers: { Accept: "text/html", "X-OnCall-Live": "1" } });
  if (screen.redirected || screen.status === 401) {
    return { state: "lost" };
  }
  if (!screen.ok) {
    return null;
  }
  const html = await screen.text();
  const find = pattern => pattern.exec(html)?.[1];
  const person = find(/data-person="([^"]*)"/);
  const token = find(/name="__RequestVerificationToken"[^>]*value="([^"]*)"/);
  const now = Date.parse(find(/id="server-time" datetime="([^"]*)"/));
  if (!token || !now || answer.person !== person) {
    return { state: "lost" };
  }
  const before = await read(answer, person, now);
  if (before) {
    return before !== later ? before : tooOld(answer, now) ? { state: "old" } : later;
  }
  const said = await unseal(answer);
  if (!said || tooOld(answer, now)) {
    return { state: "old" };
  }
  const sent = await ask(`/api/v1/pages/${answer.id}/${answer.kind}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-OnCall-Token": token },
    body: JSON.stringify(answer.kind === "decline" ? {} : said),
  });
  return sent.ok ? { state: "sent", sentAt: now }
    : sent.status === 409 ? await afterConflict(sent, answer, person, now)
    : sent.status >= 500 || sent.status === 429 ? later
    : { state: "refused" };
}

// Somebody was first, as a rule; or the page moved while it was answered, and is asked again.
async function afterConflict(sent, answer, person, now) {
  const { type } = await sent.json().catch(() => ({}));
  const after = await read(answer, person, now);
  return after ?? (type?.endsWith(":busy") ? later : { state: "refused" });
}

// What became of the page meanwhile, if that settles the answer; null when it may still be sent.
async function read(answer, person, now) {
  const got = await ask(`/api/v1/pages/${answer.id}`, { headers: { Accept: "application/json" } });
  if (!got.ok) {
    return got.status >= 500 || got.status === 429 ? later : { state: "refused" };
  }
  const page = await got.json();
  const mine = who => `person:${who.person.employeeNo}`.toLowerCase() === decodeURIComponent(person).toLowerCase();
  const done = answer.kind === "decline"
    ? page.responders.some(r => mine(r) && r.standing === "declined")
    : page.acknowledgements.some(mine) && answer.kind === "acknowledge" && page.state !== "open";
  return done ? { state: "sent", sentAt: now }
    : page.state === "acknowledged" && !page.goesOnAt ? { state: "taken", by: page.acknowledgements.map(a => a.person.name).join(", ") }
    : page.state === "resolved" || page.state === "cancelled" ? { state: "closed" }
    : null;
}

const tooOld = ({ due, at, urgency }, now) => now > at + longest || (due ? now > Date.parse(due) : urgency !== "routine" && now > at + good);

const ask = (path, options) => fetch(path, { cache: "no-store", signal: AbortSignal.timeout(quick), ...options });
