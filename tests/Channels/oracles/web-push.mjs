// In: a push as a service got it, and the browser's keys. Decrypts it with http_ece, verifies its token with jws under the key beside it, and
// says which headers web-push would have sent it with; out: { message, verified, header, claims, headers }.
import { createECDH, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ece from "http_ece";
import webpush from "web-push";

const jws = createRequire(createRequire(import.meta.url).resolve("web-push"))("jws");
const push = JSON.parse(readFileSync(0, "utf8"));

const receiver = createECDH("prime256v1");
receiver.setPrivateKey(Buffer.from(push.privateKey, "base64url"));
const message = ece.decrypt(Buffer.from(push.body, "base64"), { version: "aes128gcm", privateKey: receiver, authSecret: push.auth });

const [, token, key] = /^vapid t=([^,]+), k=(\S+)$/.exec(push.authorization);
const point = Buffer.from(key, "base64url");
const pem = createPublicKey({
  format: "jwk",
  key: { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") },
}).export({ type: "spki", format: "pem" });

const { header, payload } = jws.decode(token);
const keys = webpush.generateVAPIDKeys();
const { headers } = webpush.generateRequestDetails(
  { endpoint: push.endpoint, keys: { p256dh: push.p256dh, auth: push.auth } }, message.toString(),
  { TTL: push.ttl, urgency: push.urgency, topic: push.topic, contentEncoding: "aes128gcm", vapidDetails: { subject: "mailto:a@b.example", ...keys } });
const { TTL, Urgency, Topic } = headers;
process.stdout.write(JSON.stringify({
  message: JSON.parse(message),
  verified: jws.verify(token, "ES256", pem),
  header,
  claims: typeof payload === "string" ? JSON.parse(payload) : payload,
  headers: { TTL: String(TTL), Urgency, Topic, "Content-Encoding": headers["Content-Encoding"], "Content-Type": headers["Content-Type"] },
}));
