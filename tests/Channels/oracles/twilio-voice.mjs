// In: [{ language, words, whenSilent | null, action, times, timeout }]. Out: the TwiML that the vendor's SDK writes for each.
import { readFileSync } from "node:fs";
import twilio from "twilio";

const replies = JSON.parse(readFileSync(0, "utf8"));
const written = replies.map(({ language, words, whenSilent, action, times, timeout }) => {
  const response = new twilio.twiml.VoiceResponse();
  for (let i = 0; whenSilent !== null && i < times; i++) {
    response.gather({ input: ["dtmf"], numDigits: 1, timeout, action, method: "POST" }).say({ language }, words);
  }
  response.say({ language }, whenSilent ?? words);
  response.hangup();
  return response.toString();
});
process.stdout.write(JSON.stringify(written));
