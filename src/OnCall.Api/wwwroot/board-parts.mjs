// Parts of the board as the server draws them, and how they are put in place without disturbing whoever works there.
export async function read(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store", signal: AbortSignal.timeout(8000) });
  if (answer.redirected || answer.status === 401 || answer.status === 403) {
    location.reload();
  }
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.status === 204 ? "" : answer.text();
}

export const parsed = html => new DOMParser().parseFromString(html, "text/html");

// What differs from one look to the next, though nothing has changed: counted waits, and tokens.
function still(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("[data-due]").forEach(wait => { wait.textContent = ""; });
  copy.querySelectorAll("input[name=__RequestVerificationToken]").forEach(token => token.removeAttribute("value"));
  return copy.innerHTML;
}

export function put(part, next) {
  if (part && next && still(part) !== still(next)) {
    const focused = document.activeElement?.id;
    part.replaceChildren(...next.cloneNode(true).childNodes);
    if (focused && document.activeElement?.id !== focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }
}

export function putList(fresh) {
  for (const id of ["summary", "left-out", "board"]) {
    put(document.getElementById(id), fresh.getElementById(id));
  }
}

// Puts a line where it belongs, or takes it away when the page does not stand on the board any more.
export function putLine(id, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const next = template.content.querySelector("tr");
  const old = document.getElementById(`row-${id}`);
  const focused = old?.contains(document.activeElement) ? document.activeElement.id || "link" : null;
  const beyond = old?.nextElementSibling ?? old?.previousElementSibling;
  old?.remove();
  if (next) {
    const rows = document.getElementById("rows");
    rows.insertBefore(next, [...rows.children].find(row => row.dataset.order > next.dataset.order) ?? null);
  }
  if (focused) {
    (document.getElementById(focused) ?? (next ?? beyond)?.querySelector("th a"))?.focus({ preventScroll: true });
  }
}

// What stands above the list, from the lines that are there.
export function count() {
  const summary = document.getElementById("summary");
  const rows = [...document.querySelectorAll("#rows > tr")];
  const overdue = rows.filter(row => row.dataset.overdue === "yes").length;
  const open = rows.length + Number(summary.dataset.hidden) - overdue;
  const atDesk = rows.filter(row => row.dataset.desk === "yes").length;
  const words = summary.dataset;
  const first = open === 0 ? words.none : open === 1 ? words.one.replace("{0}", atDesk) : words.many.replace("{0}", open).replace("{1}", atDesk);
  const said = overdue ? `${first} ${words.overdue.replace("{0}", overdue)}` : first;
  if (summary.textContent.trim() !== said) {
    summary.textContent = said;
  }
}
