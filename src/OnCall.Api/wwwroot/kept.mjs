// What this device keeps for times without a network: the last inbox, and answers that wait to be sent. Sealed by a key that no script
// can read out; without the key it is gone. Kept only where one person alone uses the device, 12 hours, and dropped with the session.
const longest = 12 * 3600 * 1000;

function open() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open("oncall", 2);
    asked.onupgradeneeded = () => {
      const stores = asked.result.objectStoreNames;
      for (const [name, how] of [["kept"], ["answers", { keyPath: "id" }], ["device"]]) {
        if (!stores.contains(name)) {
          asked.result.createObjectStore(name, how);
        }
      }
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function run(store, mode, act) {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const work = database.transaction(store, mode);
      const asked = act(work.objectStore(store));
      work.oncomplete = () => done(asked?.result);
      work.onerror = work.onabort = () => fail(work.error);
    });
  } finally {
    database.close();
  }
}

function key(make) {
  return navigator.locks.request("oncall-key", async () => {
    let own = await run("kept", "readonly", kept => kept.get("key"));
    if (!own && make) {
      own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      await run("kept", "readwrite", kept => kept.put(own, "key"));
    }
    return own;
  });
}

export async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(true), new TextEncoder().encode(JSON.stringify(value)));
  return { iv, sealed };
}

// Null when the key is gone.
export async function unseal({ iv, sealed }) {
  const own = await key(false);
  try {
    return own && sealed ? JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, own, sealed))) : null;
  } catch {
    return null;
  }
}

export async function keepInbox(inbox) {
  const record = { at: Date.now(), ...await seal(inbox) };
  await run("kept", "readwrite", kept => kept.put(record, "inbox"));
}

// Null when nothing is kept, or too long.
export async function keptInbox() {
  const record = await run("kept", "readonly", kept => kept.get("inbox"));
  if (!record) {
    return null;
  }
  const age = Date.now() - record.at;
  const inbox = age < longest && age > -60000 ? await unseal(record) : null;
  if (!inbox) {
    await dropInbox();
    return null;
  }
  return { at: record.at, ...inbox };
}

export const dropInbox = () => run("kept", "readwrite", kept => kept.clear());

export const answers = () => run("answers", "readonly", kept => kept.getAll());

export const keepAnswer = answer => run("answers", "readwrite", kept => kept.put(answer));

export const forgetAnswer = id => run("answers", "readwrite", kept => kept.delete(id));

// The session is over: nothing can be read any more, and what waited is said to be lost.
export async function end() {
  await dropInbox();
  for (const { id, person, reference, at, state } of await answers()) {
    await keepAnswer({ id, person, reference, at, state: state === "waiting" ? "lost" : state });
  }
}

// What OnCall knows this device by, where it rings: an id and a name. It outlasts the session: who is on shift is rung when signed out, too.
export const keepDevice = device => run("device", "readwrite", kept => device ? kept.put(device, "own") : kept.delete("own"));

export const keptDevice = () => run("device", "readonly", kept => kept.get("own")).then(device => device ?? null);
