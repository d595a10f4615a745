// Passkeys. Without this script, or on a browser without them, the password form is there as ever.
const said = document.getElementById("passkey-said");
const signIn = document.getElementById("passkey");
const add = document.getElementById("add-passkey");

async function send(path, body, headers = {}) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: body && JSON.stringify(body) });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.errors?.[0]?.message ?? (problem.title ? `${problem.title}${said.dataset.stop} ${problem.detail}` : said.dataset.closed));
  }
  return answer;
}

async function use() {
  const options = await (await send("/sign-in/passkey/options")).json();
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const form = document.getElementById("sign-in");
  const answer = await send("/sign-in/passkey", { credential: JSON.stringify(credential), own: form.own.checked, to: form.to.value });
  location.assign((await answer.json()).to);
}

async function make() {
  const form = document.getElementById("passkeys");
  const token = { "X-OnCall-Token": form.querySelector("input[name=__RequestVerificationToken]").value };
  const options = await (await send("/api/v1/me/passkeys/options", null, token)).json();
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await send("/api/v1/me/passkeys", { credential: JSON.stringify(credential), name: form.name.value }, token);
  location.reload();
}

function offer(button, act) {
  if (!button || !globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.hidden = true;
    try {
      await act();
    } catch (error) {
      said.textContent = error.name === "NotAllowedError" ? said.dataset.silent : error instanceof TypeError ? said.dataset.closed : error.message;
      said.hidden = false;
    }
  });
}

// A link, because a form may not lead to another site; without this script it takes the computer for a shared one.
document.getElementById("provider")?.addEventListener("click", (event) => {
  const address = new URL(event.currentTarget.href);
  address.searchParams.set("own", document.getElementById("own").checked);
  event.currentTarget.href = address;
});

offer(signIn, use);
offer(add, make);
