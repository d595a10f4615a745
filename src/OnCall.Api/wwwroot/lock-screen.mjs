// Answers from notifications, without a screen, by the device's owner alone.
import { flush, queue, tell } from "/answers.mjs";
import { answers, end, keptDevice } from "/kept.mjs";

// What may be offered on a lock screen: a page that asks is taken there, but for a critical result, which is read back. The words
// are in the language of whoever signed in last, from the screen that is kept; null where none is, and then nothing is offered but to open it.
export async function wordsFor({ page, purpose, urgency }) {
  if (!page || urgency === "critical-result" || !["page", "repeat"].includes(purpose) || !(await keptDevice())?.owner) {
    return null;
  }
  const html = await (await caches.match("/offline"))?.text();
  const names = ["zone", "waiting", "sent", "taken", "closed", "old", "refused", "lost", "onMyWay", "open", "signIn"];
  const words = names.map(name => [name, new RegExp(` data-${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}="([^"]*)"`).exec(html ?? "")?.[1]]);
  return words.every(([, word]) => word) ? Object.fromEntries(words.map(([name, word]) => [name, plain(word)])) : null;
}

// What a screen escapes in an attribute.
const plain = text => text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(quot|amp|lt|gt));/gi, (_, hex, number, name) =>
  name ? { quot: '"', amp: "&", lt: "<", gt: ">" }[name.toLowerCase()] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(number)));

// "On my way" without a screen: sent as if pressed there, or kept until there is a network. What stands on the lock screen is what OnCall said.
export async function take({ title, tag, data: { page, reference, urgency, words } }) {
  const notice = { person: "", reference, urgency, title, tag, words };
  try {
    notice.person = (await keptDevice())?.owner ?? "";
    await queue(page, "acknowledge", { reply: "On my way" }, notice);
  } catch (error) {
    await tell({ id: page, reference, notice }, { state: "refused" });
    throw error;
  }

  // Said before it is sent: a browser may end this in the midst.
  await tell({ id: page, reference, notice }, { state: "waiting" });
  await registration.sync?.register("answers").catch(() => {});
  await flush();
}

// The session is over: what still waits is not sent any more, and says so where it was answered.
export async function over() {
  const waiting = (await answers()).filter(a => a.state === "waiting");
  await end();
  const lost = (await answers()).filter(a => a.state === "lost").map(a => a.id);
  for (const answer of waiting.filter(a => lost.includes(a.id))) {
    await tell(answer, { state: "lost" });
  }
}
