// A mail server of other people's making. Argument: the file that gets its certificate. Prints its port, then each message as one line of JSON.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const folder = mkdtempSync(join(tmpdir(), "oncall-mail-"));
execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
  "-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")], { stdio: "ignore" });
const [key, cert] = ["key.pem", "cert.pem"].map((name) => readFileSync(join(folder, name)));
rmSync(folder, { recursive: true });

const server = new SMTPServer({
  key,
  cert,
  authOptional: false,
  onAuth: ({ username, password }, session, done) =>
    username === "oncall" && password === "canary-password" && session.secure ? done(null, { user: username }) : done(new Error("535 no")),
  onData: (stream, session, done) => {
    simpleParser(stream).then((mail) => {
      const { subject, text, messageId } = mail;
      const header = (name) => mail.headers.get(name);
      process.stdout.write(JSON.stringify({
        from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), secure: session.secure,
        subject, text, messageId, priority: header("priority"), auto: header("auto-submitted"), date: mail.date,
      }) + "\n");
      done();
    }, done);
  },
});
server.listen(0, "localhost", () => process.stdout.write(JSON.stringify({ port: server.server.address().port, cert: cert.toString() }) + "\n"));
process.stdin.on("end", () => process.exit(0)).resume();
