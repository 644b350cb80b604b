// The peer, a process of its own: nodemailer's pool composing the same messages over the same TLS and sign-in. Prints ms for all of them.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const { host, port, user, pass, ca, connections, letters } = JSON.parse(readFileSync(0, 'utf8'));
const transport = createTransport({
  pool: true,
  maxConnections: connections,
  maxMessages: Number.POSITIVE_INFINITY,
  host,
  port,
  secure: true,
  auth: { user, pass },
  tls: { ca },
});
const started = performance.now();
await Promise.all(
  Array.from({ length: letters.count }, (_, n) =>
    transport.sendMail({ from: user, to: 'Bob <bob@example.test>', subject: `Message ${n} of many`, text: letters.text }),
  ),
);
process.stdout.write(String(performance.now() - started));
transport.close();
