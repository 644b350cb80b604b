// An SMTP server that answers as a test tells it: for the faults that real servers do not have on demand.
// It keeps every command it saw and every message it took, so that a test can say what must not have happened.
import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { issueCertificate, type KeyAndCertificate } from './certificates';
import { createLineReader } from './line-reader';
import { portOf } from './ports';
import { countCommands, endServer } from './scripted-server';
import { testAuthority } from './test-ca';
import { until } from './until';

/**
 * A point of the conversation at which the server answers; `message` is after the final dot, `content` (where a script names
 * `interruptsBodyAfter`) in the midst of a message.
 */
export type SmtpStep = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'message' | 'RSET' | 'QUIT';

/**
 * A reply (lines without line ends, e.g. "550 5.1.1 nobody here"), no reply at all, bytes that may be no reply (`go-on`: the
 * server goes on as if it had given the usual one), or the end of the connection.
 */
export type SmtpAnswer =
  | string
  | readonly string[]
  | { readonly do: 'say-nothing' }
  | { readonly do: 'write'; readonly bytes: string | Buffer; readonly then: 'stay' | 'go-on' | 'end' }
  | { readonly do: 'cut'; readonly how: 'reset' | 'end' };

export type ReceivedMessage = {
  readonly from: string;
  readonly to: readonly string[];
  /** Without the final dot, dots unstuffed (RFC 5321 4.5.2). */
  readonly raw: Buffer;
};

export type SmtpScript = {
  /** Default: `tls`. `plain` offers no STARTTLS. */
  readonly security?: 'tls' | 'starttls' | 'plain';
  readonly certificate?: KeyAndCertificate;
  /** Instead of a free port of 127.0.0.1. */
  readonly at?: { readonly address: string; readonly port: number };
  /** EHLO keywords beside STARTTLS. Default: AUTH PLAIN LOGIN, 8BITMIME, SMTPUTF8. */
  readonly keywords?: readonly string[];
  /** Whether CRAM-MD5 gets its challenge; otherwise the AUTH command itself is answered. */
  readonly isCramMd5Able?: boolean;
  /** Decides an answer; undefined: the usual one. `line` is the command, for `message` it is empty. */
  readonly answer?: (step: SmtpStep, line: string, server: ScriptedSmtp) => SmtpAnswer | undefined;
  /** Whether a message is kept although `message` is not answered with 2xx. Default: only with 2xx. */
  readonly keepsUnanswered?: boolean;
  /** Ends the connection as soon as so many octets of a message have come. */
  readonly cutsBodyAfter?: number;
  /** After so many octets of a message the step `content` may be answered; if it is, nothing more is read on that connection. */
  readonly interruptsBodyAfter?: number;
};

export type ScriptedSmtp = {
  readonly port: number;
  /** Every command line of every connection, in order; the lines of messages are not among them. */
  readonly commands: readonly string[];
  readonly received: readonly ReceivedMessage[];
  readonly connections: () => number;
  /** How many commands begin with this word. */
  readonly count: (verb: string) => number;
  readonly waitForMessages: (count: number) => Promise<readonly ReceivedMessage[]>;
  readonly waitForCommands: (verb: string, count: number) => Promise<void>;
  /** Answers differently from now on. */
  readonly script: (answer: SmtpScript['answer']) => void;
  readonly stop: () => Promise<void>;
};

const usualKeywords = ['AUTH PLAIN LOGIN', '8BITMIME', 'SMTPUTF8'];
const usual: Readonly<Record<SmtpStep, string>> = {
  greeting: '220 scripted.test ESMTP',
  EHLO: '',
  STARTTLS: '220 2.0.0 go ahead',
  AUTH: '235 2.7.0 accepted',
  MAIL: '250 2.1.0 fine',
  RCPT: '250 2.1.5 fine',
  DATA: '354 go ahead',
  content: '',
  message: '250 2.0.0 taken',
  RSET: '250 2.0.0 fine',
  QUIT: '221 2.0.0 bye',
};
const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
const isPositive = (answer: SmtpAnswer): boolean =>
  typeof answer === 'object' && 'do' in answer ? answer.do === 'write' && answer.then === 'go-on' : /^[23]/.test([answer].flat()[0] ?? '');

type Memory = { readonly commands: string[]; readonly received: ReceivedMessage[] };

/** One conversation. */
function converse(
  first: Socket,
  script: SmtpScript,
  memory: Memory,
  decide: (step: SmtpStep, line: string) => SmtpAnswer,
  tls: KeyAndCertificate,
): void {
  const { security = 'tls', keywords = usualKeywords } = script;
  let socket = first;
  let isSecure = false;
  let envelope: { from: string; to: string[] } = { from: '', to: [] };
  let body: Buffer[] | null = null;
  let bodySize = 0;
  let unlisten: () => unknown = () => undefined;
  let wantsCredentials: 'plain' | 'user' | 'password' | null = null;

  const reply = (answer: SmtpAnswer): void => {
    if (typeof answer === 'object' && 'do' in answer) {
      if (answer.do === 'say-nothing') return;
      if (answer.do === 'write') return void (answer.then === 'end' ? socket.end(answer.bytes) : socket.write(answer.bytes));
      if (answer.how === 'end') socket.end();
      else first.resetAndDestroy();
      return;
    }
    const lines = [answer].flat();
    socket.write(lines.map((text) => `${text}\r\n`).join(''));
    if (lines.some((text) => text.startsWith('421'))) socket.end();
  };

  const upgrade = (): void => {
    unlisten();
    socket = new TLSSocket(first, { isServer: true, secureContext: createSecureContext(tls) });
    isSecure = true;
    listen();
  };

  let wasAskedAmid = false;
  const isBodyLong = (): boolean => !wasAskedAmid && bodySize > (script.interruptsBodyAfter ?? Number.POSITIVE_INFINITY);
  const isInterrupted = (): boolean => {
    wasAskedAmid = true;
    const answer = decide('content', '');
    if (answer === '') return false;
    socket.pause(); // or the whole message would have left before the answer is heard
    reply(answer);
    return true;
  };

  const takeBody = (line: Buffer): void => {
    if (body === null) return;
    bodySize += line.length;
    if (script.cutsBodyAfter !== undefined && bodySize > script.cutsBodyAfter) return void first.resetAndDestroy();
    if (isBodyLong() && isInterrupted()) return;
    if (line.toString('latin1') !== '.\r\n') return void body.push(line[0] === 0x2e ? line.subarray(1) : line);
    const message: ReceivedMessage = { ...envelope, raw: Buffer.concat(body) };
    body = null;
    const answer = decide('message', '');
    if (isPositive(answer) || script.keepsUnanswered === true) memory.received.push(message);
    envelope = { from: '', to: [] };
    reply(answer);
  };

  const greet = (): SmtpAnswer => {
    const answer = decide('EHLO', '');
    if (answer !== '') return answer;
    const offered = ['scripted.test', ...(security === 'starttls' && !isSecure ? ['STARTTLS'] : []), ...keywords];
    return offered.map((word, index) => `250${index === offered.length - 1 ? ' ' : '-'}${word}`);
  };

  const authenticate = (line: string): void => {
    if (/^AUTH PLAIN$/i.test(line) || (script.isCramMd5Able === true && /^AUTH CRAM-MD5$/i.test(line))) {
      wantsCredentials = 'plain';
      return reply(/PLAIN/i.test(line) ? '334 ' : '334 PDE3MjAuMTIzQHNjcmlwdGVkLnRlc3Q+');
    }
    if (/^AUTH LOGIN/i.test(line)) {
      wantsCredentials = /^AUTH LOGIN \S/i.test(line) ? 'password' : 'user';
      return reply(wantsCredentials === 'user' ? '334 VXNlcm5hbWU6' : '334 UGFzc3dvcmQ6');
    }
    reply(decide('AUTH', line));
  };

  const obey = (line: string): void => {
    const verb = (line.split(' ', 1)[0] ?? '').toUpperCase();
    if (verb === 'EHLO') return reply(greet());
    if (verb === 'HELO') return reply('250 scripted.test');
    if (verb === 'AUTH') return authenticate(line);
    if (verb === 'RSET') return reply(decide('RSET', line));
    if (verb === 'NOOP') return reply('250 2.0.0 fine');
    if (verb !== 'STARTTLS' && verb !== 'MAIL' && verb !== 'RCPT' && verb !== 'DATA' && verb !== 'QUIT') return reply('502 5.5.1 what?');
    const decided = decide(verb, line);
    const isUnknown = verb === 'STARTTLS' && (isSecure || security === 'plain') && isPositive(decided);
    const answer = isUnknown ? '502 5.5.1 what?' : decided;
    reply(answer);
    if (verb === 'QUIT') return void socket.end();
    if (!isPositive(answer)) return;
    if (verb === 'STARTTLS') upgrade();
    else if (verb === 'MAIL') envelope = { from: address(line), to: [] };
    else if (verb === 'RCPT') envelope.to.push(address(line));
    else {
      body = [];
      bodySize = 0;
    }
  };

  const onLine = (bytes: Buffer): void => {
    if (body !== null) return takeBody(bytes);
    const line = bytes.toString('utf8').replace(/\r?\n$/, '');
    memory.commands.push(line);
    if (wantsCredentials === 'user') {
      wantsCredentials = 'password';
      return reply('334 UGFzc3dvcmQ6');
    }
    if (wantsCredentials !== null) {
      wantsCredentials = null;
      return reply(decide('AUTH', line));
    }
    obey(line);
  };

  const listen = (): void => {
    const reader = createLineReader(onLine);
    const listened = socket;
    socket.on('data', reader.push).on('error', () => undefined);
    unlisten = () => listened.off('data', reader.push);
  };
  if (security === 'tls') upgrade();
  else listen();
  reply(decide('greeting', ''));
}

export async function startScriptedSmtp(script: SmtpScript = {}): Promise<ScriptedSmtp> {
  const tls = script.certificate ?? (await issueCertificate(await testAuthority()));
  const memory: Memory = { commands: [], received: [] };
  const sockets = new Set<Socket>();
  let made = 0;
  let { answer } = script;
  const decide = (step: SmtpStep, line: string): SmtpAnswer => answer?.(step, line, scripted) ?? usual[step];
  const onConnection = (socket: Socket): void => {
    made += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, script, memory, decide, tls);
  };
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(script.at?.port ?? 0, script.at?.address ?? '127.0.0.1', resolve));
  const scripted: ScriptedSmtp = {
    port: portOf(server),
    commands: memory.commands,
    received: memory.received,
    connections: () => made,
    ...countCommands(memory.commands),
    waitForMessages: (wanted) =>
      until(() => memory.received.length >= wanted && memory.received, {
        describe: () => `${memory.received.length} of ${wanted} messages; ${memory.commands.join(' | ')}`,
      }),
    script: (next) => {
      answer = next;
    },
    stop: () => endServer(server, sockets),
  };
  return scripted;
}
