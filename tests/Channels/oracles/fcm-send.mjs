// In: { baseUrl, projectId, token, pages: [...] }. Sends with firebase-admin; out: [{ name } | { code }].
// The messages are written here, in the SDK's own words, from what OnCall promises of each urgency.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { initializeApp } from "firebase-admin/app";
import { getMessaging } from "firebase-admin/messaging";

const { baseUrl, projectId, token, expiration } = JSON.parse(readFileSync(0, "utf8"));
const stub = new URL(baseUrl);

// The SDK knows one host only; its requests are sent to the stub instead.
https.request = (options, onResponse) =>
  http.request({ ...options, protocol: "http:", agent: undefined, host: stub.hostname, hostname: stub.hostname, port: stub.port }, onResponse);

const code = {
  token,
  notification: { title: "CODE #A1B2", body: "#A1B2 CODE Cardiology – duty physician Call 555 0199." },
  data: { pageReference: "#A1B2", purpose: "page", urgency: "code" },
  android: { priority: "high", ttl: 3_600_000, notification: { channelId: "oncall-code", tag: "A1B2", priority: "max" } },
  apns: {
    headers: { "apns-push-type": "alert", "apns-priority": "10", "apns-collapse-id": "A1B2", "apns-expiration": expiration.code },
    payload: { aps: { threadId: "A1B2", "interruption-level": "critical", sound: { critical: true, name: "code.caf", volume: 1.0 } } },
  },
};
const urgent = {
  token,
  notification: { title: "URGENT #A1B2", body: "#A1B2 REPEAT URGENT Cardiology – duty physician Call 555 0199." },
  data: { pageReference: "#A1B2", purpose: "repeat", urgency: "urgent" },
  android: { priority: "high", ttl: 3_600_000, notification: { channelId: "oncall-urgent", tag: "A1B2", priority: "max" } },
  apns: {
    headers: { "apns-push-type": "alert", "apns-priority": "10", "apns-collapse-id": "A1B2", "apns-expiration": expiration.code },
    payload: { aps: { threadId: "A1B2", "interruption-level": "time-sensitive", sound: "default" } },
  },
};
const taken = {
  token,
  notification: { title: "#A1B2", body: "#A1B2 Cardiology – duty physician: taken or closed, nothing more to do." },
  data: { pageReference: "#A1B2", purpose: "taken", urgency: "code" },
  android: { priority: "normal", ttl: 14_400_000, notification: { channelId: "oncall-quiet", tag: "A1B2", priority: "low" } },
  apns: {
    headers: { "apns-push-type": "alert", "apns-priority": "5", "apns-collapse-id": "A1B2", "apns-expiration": expiration.quiet },
    payload: { aps: { threadId: "A1B2", "interruption-level": "passive" } },
  },
};

const app = initializeApp({ projectId, credential: { getAccessToken: async () => ({ access_token: "oracle", expires_in: 3600 }) } });
const messaging = getMessaging(app);
messaging.enableLegacyHttpTransport?.();
const answers = [];
for (const message of [code, urgent, taken]) {
  answers.push(await messaging.send(message).then((name) => ({ name }), (error) => ({ code: error.code })));
}
process.stdout.write(JSON.stringify(answers));
process.exit(0);
