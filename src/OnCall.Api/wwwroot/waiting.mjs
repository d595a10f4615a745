// Says of answers that were given without a network what became of them, until somebody has read it.
import { forgo } from "/answers.mjs";
import { clock } from "/clock.mjs";
import { answers, forgetAnswer, unseal } from "/kept.mjs";

const words = document.getElementById("kept").dataset;
const list = document.getElementById("waiting");
const known = { "On my way": words.onMyWay, "Call me": words.callMe, "10 minutes": words.tenMinutes };

let showing = Promise.resolve();

// One after another: what was read earlier must not be shown later.
export function showWaiting(person) {
  showing = showing.catch(() => {}).then(() => show(person));
  return showing;
}

async function show(person) {
  const lines = [];
  for (const answer of await answers()) {
    if (person && answer.person && answer.person !== person) {
      await forgo(answer);
      continue;
    }
    lines.push(await line(answer, person));
    const form = document.querySelector(`[id="ask-${answer.id}"] form.answer`);
    if (form) {
      form.hidden = answer.state === "waiting";
    }
  }
  const now = lines.map(l => l.textContent).join("\n");
  if (list.dataset.now !== now) {
    list.dataset.now = now;
    list.replaceChildren(...lines);
  }
}

async function line(answer, person) {
  const item = document.createElement("li");
  item.className = answer.state;
  const text = document.createElement("span");
  text.textContent = words[answer.state].replace("{0}", answer.reference).replace("{1}", await second(answer));
  item.append(text);
  if (answer.state !== "waiting") {
    const ok = document.createElement("button");
    ok.textContent = words.ok;
    ok.addEventListener("click", async () => {
      await forgetAnswer(answer.id);
      await showWaiting(person);
    });
    item.append(ok);
  }
  return item;
}

async function second(answer) {
  if (answer.state !== "waiting") {
    return answer.state === "sent" ? clock(new Date(answer.sentAt), words.zone) : answer.by ?? "";
  }
  const reply = (await unseal(answer))?.reply;
  return answer.kind === "decline" ? words.decline : reply ? known[reply] ?? reply : words.acknowledge;
}
