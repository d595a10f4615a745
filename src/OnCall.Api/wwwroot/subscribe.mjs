// A browser's subscription to pushes, for a window and for the worker.
const quick = 8000;

export async function key() {
  return (await call("/api/v1/me/devices/key")).key;
}

// Subscribes and registers; answers what OnCall knows the device by.
export async function register(manager, applicationServerKey, name, token, owner, renews) {
  // Under another key than the browser was subscribed under, it refuses to subscribe again.
  const before = await manager.getSubscription();
  if (before && !isUnder(before, applicationServerKey)) {
    if (!renews) {
      await leave(before, token);
    }
    await before.unsubscribe();
  }
  const subscription = await manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const device = await call("/api/v1/me/devices", token, { name, subscription: subscription.toJSON(), renews });
  return { id: device.id, name, owner };
}

// OnCall takes the device away now, and not when a page is lost on it; whom it rang for is told where that is somebody else.
export async function leave(subscription, token) {
  if (subscription && token) {
    await call("/api/v1/me/devices/gone", token, { endpoint: subscription.endpoint });
  }
}

// Who is signed in, and a token for posts, as the screens have them; null while nobody is.
export async function signedIn() {
  const screen = await fetch("/account/devices", { headers: { Accept: "text/html", "X-OnCall-Live": "1" }, cache: "no-store", signal: AbortSignal.timeout(quick) });
  if (!screen.ok || screen.redirected) {
    return null;
  }
  const html = await screen.text();
  const find = pattern => pattern.exec(html)?.[1] ?? null;
  return { person: find(/data-person="([^"]*)"/), token: find(/name="__RequestVerificationToken"[^>]*value="([^"]*)"/) };
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
    throw Object.assign(new Error(String(answer.status)), { status: answer.status, problem: problem && (problem.errors?.[0]?.message ?? problem.detail) });
  }
  return answer.status === 204 ? null : answer.json();
}

function isUnder(subscription, wanted) {
  const under = subscription.options?.applicationServerKey;
  return !under || btoa(String.fromCharCode(...new Uint8Array(under))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === wanted;
}
