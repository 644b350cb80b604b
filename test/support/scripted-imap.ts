// A small IMAP server over one folder list in memory, which answers as a test tells it: for what Dovecot does not do on demand.
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { issueCertificate, type KeyAndCertificate } from './certificates';
import { portOf } from './ports';
import { countCommands, endServer } from './scripted-server';
import { testAuthority } from './test-ca';

export type ImapScript = {
  /** Default: `tls`. */
  readonly security?: 'tls' | 'plain';
  readonly certificate?: KeyAndCertificate;
  /** Instead of a free port of 127.0.0.1. */
  readonly at?: { readonly address: string; readonly port: number };
  /** Folder path to special use, e.g. `\Sent`; '' for none. INBOX is always there. */
  readonly folders?: Readonly<Record<string, string>>;
  readonly capabilities?: readonly string[];
  /**
   * Decides the answer to a command, e.g. "NO [UNAVAILABLE] later" (the tag is put in front); undefined: the usual one.
   * 'cut' ends the connection instead, before anything is done; 'do-then-cut' after it was done. 'drip' says something that means
   * nothing, again and again, and never answers.
   */
  readonly answer?: (verb: string, rest: string) => string | undefined;
};

export type ScriptedImap = {
  readonly port: number;
  /** Every command without its tag and literals. */
  readonly commands: readonly string[];
  readonly appended: readonly { readonly folder: string; readonly raw: Buffer }[];
  readonly count: (verb: string) => number;
  readonly waitForCommands: (verb: string, count: number) => Promise<void>;
  readonly script: (answer: ImapScript['answer']) => void;
  readonly stop: () => Promise<void>;
};

type Folder = { readonly use: string; readonly messages: Buffer[] };
type State = { readonly folders: Map<string, Folder>; readonly appended: { folder: string; raw: Buffer }[]; readonly commands: string[] };

const unquote = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1');
const literal = /\{(\d+)(\+?)\}\r\n$/;

/** Untagged lines and the tagged result of one command. */
function carryOut(
  state: State,
  verb: string,
  rest: string,
  literals: readonly Buffer[],
  selected: Folder | undefined,
): { lines: string[]; result: string; select?: string } {
  switch (verb) {
    case 'LIST':
      if (rest.endsWith(' ""')) return { lines: ['LIST (\\Noselect) "/" ""'], result: 'OK done' };
      return {
        lines: [...state.folders].map(
          ([path, { use }]) => `LIST (${['\\HasNoChildren', ...(use === '' ? [] : [use])].join(' ')}) "/" "${path}"`,
        ),
        result: 'OK done',
      };
    case 'LSUB':
      return { lines: [...state.folders.keys()].map((path) => `LSUB () "/" "${path}"`), result: 'OK done' };
    case 'SELECT':
    case 'EXAMINE': {
      const folder = state.folders.get(unquote(rest.split(' (')[0] ?? ''));
      if (folder === undefined) return { lines: [], result: 'NO [NONEXISTENT] no such folder' };
      const count = folder.messages.length;
      return {
        lines: [`${count} EXISTS`, '0 RECENT', 'FLAGS (\\Seen)', 'OK [UIDVALIDITY 7] ok', `OK [UIDNEXT ${count + 1}] ok`],
        result: 'OK [READ-WRITE] done',
        select: unquote(rest.split(' (')[0] ?? ''),
      };
    }
    case 'UID SEARCH':
    case 'SEARCH': {
      const wanted = unquote(/MESSAGE-ID (\S+)/i.exec(rest)?.[1] ?? '');
      const found = (selected?.messages ?? []).flatMap((raw, index) => (raw.toString('latin1').includes(wanted) ? [index + 1] : []));
      return { lines: [`SEARCH${found.map((uid) => ` ${uid}`).join('')}`], result: 'OK done' };
    }
    case 'CREATE':
      state.folders.set(unquote(rest), { use: '', messages: [] });
      return { lines: [], result: 'OK done' };
    case 'APPEND': {
      const path = unquote(/^("(?:[^"\\]|\\.)*"|\S+)/.exec(rest)?.[1] ?? '');
      const folder = state.folders.get(path);
      if (folder === undefined) return { lines: [], result: 'NO [TRYCREATE] no such folder' };
      const raw = literals[0] ?? Buffer.alloc(0);
      folder.messages.push(raw);
      state.appended.push({ folder: path, raw });
      return { lines: [], result: `OK [APPENDUID 7 ${folder.messages.length}] done` };
    }
    default:
      return { lines: [], result: 'OK done' };
  }
}

function converse(
  socket: Socket,
  state: State,
  capabilities: readonly string[],
  decide: (verb: string, rest: string) => string | undefined,
): void {
  let waiting = Buffer.alloc(0);
  let command = '';
  let literals: Buffer[] = [];
  let selected: string | undefined;
  const capability = `CAPABILITY IMAP4rev1 ${capabilities.join(' ')}`;
  const say = (text: string): void => void socket.write(`${text}\r\n`);

  const drip = (): void => {
    const timer = setInterval(() => say('* OK one moment'), 50);
    socket.once('close', () => clearInterval(timer));
  };

  const obey = (): void => {
    const [, tag = '*', name = '', tail = ''] = /^(\S+) (UID \S+|\S+) ?([\s\S]*?)\r\n$/i.exec(command) ?? [];
    const verb = name.toUpperCase();
    state.commands.push(`${verb} ${tail}`.trim());
    const decided = decide(verb, tail);
    if (decided === 'cut') return void socket.destroy();
    if (decided === 'drip') return drip();
    if (decided !== undefined && decided !== 'do-then-cut') return say(`${tag} ${decided}`);
    const { lines, result, select } = carryOut(state, verb, tail, literals, state.folders.get(selected ?? ''));
    if (decided === 'do-then-cut') return void socket.destroy();
    selected = select ?? selected;
    if (verb === 'CAPABILITY') say(`* ${capability}`);
    if (verb === 'LOGOUT') say('* BYE bye');
    for (const line of lines) say(`* ${line}`);
    say(`${tag} ${result}`);
    if (verb === 'LOGOUT') socket.end();
  };

  const read = (): void => {
    for (;;) {
      const end = waiting.indexOf('\r\n');
      if (end < 0) return;
      const line = waiting.toString('latin1', 0, end + 2);
      const wanted = literal.exec(line);
      const size = Number(wanted?.[1] ?? 0);
      if (wanted !== null && wanted[2] === '' && waiting.length === end + 2) say('+ go on');
      if (waiting.length < end + 2 + size) return;
      command += line;
      if (wanted !== null) literals.push(Buffer.from(waiting.subarray(end + 2, end + 2 + size)));
      waiting = waiting.subarray(end + 2 + size);
      if (wanted !== null) continue;
      obey();
      command = '';
      literals = [];
    }
  };
  socket.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    read();
  });
  say(decide('greeting', '') ?? `* OK [${capability}] scripted`);
}

export async function startScriptedImap(script: ImapScript = {}): Promise<ScriptedImap> {
  const tls = script.certificate ?? (await issueCertificate(await testAuthority()));
  const folders = new Map<string, Folder>(
    Object.entries({ INBOX: '', ...script.folders }).map(([path, use]) => [path, { use, messages: [] }]),
  );
  const state: State = { folders, appended: [], commands: [] };
  const sockets = new Set<Socket>();
  let { answer } = script;
  const onConnection = (socket: Socket): void => {
    socket.on('error', () => undefined);
    converse(socket, state, script.capabilities ?? ['UIDPLUS', 'SPECIAL-USE'], (verb, rest) => answer?.(verb, rest));
  };
  const server: Server = script.security === 'plain' ? createServer(onConnection) : createTlsServer(tls, onConnection);
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(script.at?.port ?? 0, script.at?.address ?? '127.0.0.1', resolve));
  return {
    port: portOf(server),
    commands: state.commands,
    appended: state.appended,
    ...countCommands(state.commands),
    script: (next) => {
      answer = next;
    },
    stop: () => endServer(server, sockets),
  };
}
