// In: { baseUrl, accountSid, authToken, message | call }. Sends with the vendor's SDK; out: { sid, status } or { code, http }.
import { readFileSync } from "node:fs";
import twilio from "twilio";

const { baseUrl, accountSid, authToken, message, call } = JSON.parse(readFileSync(0, "utf8"));

class ToTheStub extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace("https://api.twilio.com", baseUrl) });
  }
}

const client = twilio(accountSid, authToken, { httpClient: new ToTheStub() });
try {
  const { sid, status } = await (call ? client.calls.create(call) : client.messages.create(message));
  process.stdout.write(JSON.stringify({ sid, status }));
} catch (error) {
  process.stdout.write(JSON.stringify({ code: error.code, http: error.status }));
}
