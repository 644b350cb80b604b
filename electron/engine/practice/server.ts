// The capturing SMTP server: loopback only, TLS from the first byte, sign-in required, nothing ever leaves.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { SMTPServer, SMTPServerDataStream, SMTPServerEnvelope } from 'smtp-server';
import type { PracticeCertificate } from './certificate';

export type Credentials = { readonly user: string; readonly password: string };
export type Incoming = { readonly envelope: { readonly from: string; readonly to: readonly string[] }; readonly source: Uint8Array };
/** Keeps a message; false: it could not be kept, and the sender is told to try later. */
export type Keep = (message: Incoming) => Promise<boolean>;
export type CapturingServer = { readonly port: number; readonly stop: () => Promise<void> };

/** Octets. */
const sizeLimit = 50 * 1024 * 1024;

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
// Of equal length and in equal time, whatever was typed.
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** Starts the server on a free port of 127.0.0.1. Rejects when the port can't be opened. */
export async function startCapturingServer(
  certificate: PracticeCertificate,
  credentials: Credentials,
  keep: Keep,
): Promise<CapturingServer> {
  const { SMTPServer: Server } = await import('smtp-server');
  const server = new Server({
    name: 'localhost', // the default is this computer's own name
    banner: 'Brevduva practice mailbox',
    secure: true,
    key: certificate.key,
    cert: certificate.certificate,
    minVersion: 'TLSv1.2',
    authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    authOptional: false,
    size: sizeLimit,
    rejectOversized: true,
    maxClients: 20,
    maxRecipients: 10_000,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onAuth({ username, password, validatePassword, method }, _session, answer) {
      const isRight = method === 'CRAM-MD5' ? validatePassword(credentials.password) : isSame(password ?? '', credentials.password);
      if (isRight && isSame(username ?? '', credentials.user)) return answer(null, { user: credentials.user });
      return answer(refusal(535, '5.7.8 Wrong user name or password'));
    },
    // RFC 2606: a domain that can't exist. It lets a person practise what a refusal looks like.
    onRcptTo({ address }, _session, answer) {
      if (/[@.]invalid$/i.test(address)) return answer(refusal(550, '5.1.2 There is no such domain'));
      return answer();
    },
    onData(stream, { envelope }, answer) {
      void receive(stream, envelope).then(async (message) => {
        if (message === null) return answer(refusal(552, '5.3.4 Message too large'));
        if (await keep(message)) return answer(null, 'Kept in the practice mailbox');
        return answer(refusal(452, '4.3.1 The practice mailbox could not keep the message'));
      });
    },
  });
  server.on('error', () => undefined); // a client that breaks the line must not end the engine
  const port = await listen(server);
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = server.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
    socket.once('error', reject);
  });
}

/** Takes in one message; null when it is over the limit. Never settles when the line breaks: then there is nobody to answer. */
function receive(stream: SMTPServerDataStream, envelope: SMTPServerEnvelope): Promise<Incoming | null> {
  return new Promise((resolve) => {
    // One buffer of the announced size (RFC 1870): a large message is not held twice.
    let kept = Buffer.allocUnsafe(announcedSize(envelope));
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      const end = size + chunk.length;
      if (end <= sizeLimit) {
        if (end > kept.length) kept = Buffer.concat([kept.subarray(0, size)], Math.min(sizeLimit, Math.max(end, 2 * kept.length)));
        chunk.copy(kept, size);
      }
      size = end;
    });
    stream.once('end', () => resolve(size > sizeLimit ? null : { envelope: flatEnvelope(envelope), source: kept.subarray(0, size) }));
  });
}

function announcedSize({ mailFrom }: SMTPServerEnvelope): number {
  const args = mailFrom === false ? false : mailFrom.args;
  const announced = args === false ? Number.NaN : Number(args.SIZE);
  return Number.isFinite(announced) ? Math.min(Math.max(announced, 1024), sizeLimit) : 64 * 1024;
}

const flatEnvelope = ({ mailFrom, rcptTo }: SMTPServerEnvelope): Incoming['envelope'] => ({
  from: mailFrom === false ? '' : mailFrom.address,
  to: rcptTo.map(({ address }) => address),
});
