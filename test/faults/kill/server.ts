// The other side of a kill run: an SMTP server that keeps a record of whatever it took responsibility for, and lies in ambush.
import { createHash } from 'node:crypto';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server';
import { issueCertificate } from '../../support/certificates';
import { testAuthority } from '../../support/test-ca';
import { fateOf } from './letters';
import type { Chance } from './random';

export type Accepted = {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Of the bytes as they came, dots unstuffed. */
  readonly sha256: string;
  readonly size: number;
};

/** Where the engine is killed. `dot`: the final dot has come and is not answered. `reply`: the yes is on its way. */
export type Ambush = {
  readonly at: 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot' | 'reply';
  /** At the dot: whether the server takes the message all the same. */
  readonly keeps: boolean;
  readonly strike: () => void;
};

export type Server = {
  readonly port: number;
  readonly accepted: readonly Accepted[];
  /** How many final dots came for a Message-ID. */
  readonly dots: ReadonlyMap<string, number>;
  /** Octets that came of a message at most. */
  readonly octets: ReadonlyMap<string, number>;
  /** The next conversation that gets there springs it; null: none. */
  readonly lie: (ambush: Ambush | null) => void;
  readonly stop: () => Promise<void>;
};

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
/** ms that an answer to the final dot may take. */
const slowest = 25;

export async function startServer(chance: Chance): Promise<Server> {
  const { key, cert } = await issueCertificate(await testAuthority());
  const accepted: Accepted[] = [];
  const dots = new Map<string, number>();
  const octets = new Map<string, number>();
  const putOff = new Set<string>();
  let ambush: Ambush | null = null;
  const spring = (at: Ambush['at']): Ambush | null => {
    if (ambush?.at !== at) return null;
    const sprung = ambush;
    ambush = null;
    sprung.strike();
    return sprung;
  };

  const receive = (stream: SMTPServerDataStream, { rcptTo }: SMTPServerEnvelope, answer: (error?: Error | null) => void): void => {
    spring('DATA');
    const chunks: Buffer[] = [];
    let messageId = '';
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (messageId === '') messageId = messageIdIn(Buffer.concat(chunks));
      octets.set(messageId, Math.max(size, octets.get(messageId) ?? 0));
      spring('body');
    });
    stream.once('end', () => {
      dots.set(messageId, (dots.get(messageId) ?? 0) + 1);
      const take = (): void => {
        const bytes = Buffer.concat(chunks);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        accepted.push({ messageId, to: rcptTo.map(({ address }) => address), sha256, size });
      };
      const sprung = spring('dot');
      if (sprung !== null) {
        if (sprung.keeps) take();
        return answer(sprung.keeps ? null : refusal(451, '4.3.0 nobody hears this'));
      }
      setTimeout(() => {
        take();
        answer();
        if (ambush?.at === 'reply') setImmediate(() => spring('reply'));
      }, chance.below(slowest));
    });
  };

  const server = new SMTPServer({
    secure: true,
    key,
    cert,
    authOptional: false,
    disableReverseLookup: true,
    onAuth(_auth, _session, answer) {
      spring('AUTH');
      answer(null, { user: 'alice' });
    },
    onMailFrom(_address, _session, answer) {
      spring('MAIL');
      answer();
    },
    onRcptTo({ address }, _session, answer) {
      spring('RCPT');
      if (fateOf(address) === 'refused') return answer(refusal(550, '5.1.1 nobody here'));
      if (fateOf(address) !== 'later' || putOff.has(address)) return answer();
      putOff.add(address);
      answer(refusal(450, '4.2.1 later'));
    },
    onData: (stream, { envelope }, answer) => receive(stream, envelope, answer),
  });
  server.on('error', () => undefined); // connections of engines that were killed
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    accepted,
    dots,
    octets,
    lie(next) {
      ambush = next;
    },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const messageIdIn = (bytes: Buffer): string => /^Message-ID:\s*(<[^>]+>)/im.exec(bytes.subarray(0, 20_000).toString('latin1'))?.[1] ?? '';
