// A browser's subscription to pushes, for a window and for the worker.
const quick = 8000;

export async function key() {
  return (await call("/api/v1/me/devices/key")).key;
}

// Subscribes and registers; answers what OnCall knows the device by.
export async function register(manager, applicationServerKey, name, token) {
  // Under another key than the browser was subscribed under, it refuses to subscribe again.
  const before = await manager.getSubscription();
  if (before && !isUnder(before, applicationServerKey)) {
    await before.unsubscribe();
  }
  const subscription = await manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const device = await call("/api/v1/me/devices", token, { name, subscription: subscription.toJSON() });
  return { id: device.id, name };
}

// A token for posts, as the screens have it; null while nobody is signed in.
export async function tokenOf() {
  const screen = await fetch("/account/devices", { headers: { Accept: "text/html", "X-OnCall-Live": "1" }, cache: "no-store", signal: AbortSignal.timeout(quick) });
  return screen.ok && !screen.redirected ? /name="__RequestVerificationToken"[^>]*value="([^"]*)"/.exec(await screen.text())?.[1] ?? null : null;
}

export async function call(path, token, body) {
  const answer = await fetch(path, {
    method: body ? "POST" : "GET",
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json", "X-OnCall-Token": token }) },
    body: body && JSON.stringify(body),
    cache: "no-store",
    signal: AbortSignal.timeout(quick),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => null);
    throw Object.assign(new Error(String(answer.status)), { problem: problem && (problem.errors?.[0]?.message ?? problem.detail) });
  }
  return answer.json();
}

function isUnder(subscription, wanted) {
  const under = subscription.options?.applicationServerKey;
  return !under || btoa(String.fromCharCode(...new Uint8Array(under))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === wanted;
}
