// In: [{ token, url, params | null, body | null, signature }]. Out: [{ expected, accepted }], as the vendor's own code has it.
import { readFileSync } from "node:fs";
import twilio from "twilio";
import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from "twilio/lib/webhooks/webhooks.js";

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ token, url, params, body, signature }) => ({
  expected: getExpectedTwilioSignature(token, url, params ?? {}),
  accepted: body === null ? validateRequest(token, signature, url, params) : validateRequestWithBody(token, signature, url, body),
}));
if (!twilio.validateRequest) throw new Error("not the SDK");
process.stdout.write(JSON.stringify(answers));
