// Stands between the program and a mail server, reads along line by line, and breaks the connection where a test wants it.
import { connect, createServer, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { issueCertificate, type KeyAndCertificate } from './certificates';
import { createLineReader } from './line-reader';
import { portOf } from './ports';
import { testAuthority } from './test-ca';
import { until } from './until';

export type Side = 'client' | 'server';
/** `reset`: TCP RST. `end`: TCP FIN, as a server does that closes properly. */
export type Cut = 'reset' | 'end';

export type FaultAction =
  /** The line is not passed on. */
  | { readonly do: 'cut'; readonly how: Cut }
  /** The line is passed on; a client's line is acted on by the server, whose answer never comes back. */
  | { readonly do: 'pass-then-cut'; readonly how: Cut }
  /** Half of the line is passed on, then a reset. */
  | { readonly do: 'truncate' }
  /** From this line on both directions are silent; the connection stays. */
  | { readonly do: 'stall' }
  | { readonly do: 'delay'; readonly ms: number }
  | { readonly do: 'drop' }
  /** Another line goes on instead; `$1` and so on stand for what the pattern found. */
  | { readonly do: 'replace'; readonly text: string }
  /** The line goes no further, and this comes back. */
  | { readonly do: 'answer'; readonly text: string };

export type FaultRule = {
  readonly from: Side;
  /** Tested on each line without its line end; the lines of a message's body are lines as well. */
  readonly line: RegExp;
  /** Only after the client has sent such a line on the same connection. */
  readonly after?: RegExp;
  /** How often it strikes, over all connections. Default: once. */
  readonly times?: number;
  readonly action: FaultAction;
};

export type FaultProxy = {
  readonly port: number;
  /** Replaces all rules. */
  readonly set: (...rules: readonly FaultRule[]) => void;
  /** The lines that rules struck. */
  readonly struck: readonly string[];
  /** Waits until a rule has struck n times in all. */
  readonly waitForStrikes: (count: number) => Promise<void>;
  /** How many connections have been made. */
  readonly connections: () => number;
  /** The network goes away: every connection is cut. */
  readonly cutAll: (how?: Cut) => void;
  /** From now on connections are refused; `accept` ends that. */
  readonly refuse: () => Promise<void>;
  readonly accept: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type FaultProxyOptions = {
  /** The server's port on 127.0.0.1. */
  readonly target: number;
  /** How the line is protected: `plain` not at all, `tls` from the first byte, `starttls` as soon as the client asks for it. */
  readonly security: 'plain' | 'tls' | 'starttls';
};

type ActiveRule = FaultRule & { left: number };
type Connection = { readonly cut: (how: Cut) => void };

const isStarttls = (line: string): boolean => /^(\S+ )?STARTTLS$/i.test(line);
const agreesToTls = (line: string): boolean => /^(220[ -]|\S+ OK)/i.test(line);

type Shared = {
  readonly security: FaultProxyOptions['security'];
  readonly certificate: KeyAndCertificate;
  readonly ca: string;
  readonly strike: (side: Side, line: string, clientLines: readonly string[]) => ActiveRule | undefined;
};

/** Joins one client to one server. Sockets are replaced by TLS sockets over them when the connection is upgraded. */
function join(client: Socket, server: Socket, shared: Shared, onEnd: () => void): Connection {
  const raw = { client, server };
  const current: Record<Side, Socket> = { client, server };
  const clientLines: string[] = [];
  let isCut = false;
  let isStalled = false;
  let wantsTls = false;
  let cutAfterAnswer: Cut | undefined;
  let detach: () => void = () => undefined;

  const cut = (how: Cut): void => {
    if (isCut) return;
    isCut = true;
    for (const side of ['client', 'server'] as const) {
      if (how === 'end') current[side].end();
      else raw[side].resetAndDestroy();
    }
    onEnd();
  };

  const upgrade = (): void => {
    detach();
    const { key, cert } = shared.certificate;
    current.client = new TLSSocket(raw.client, { isServer: true, secureContext: createSecureContext({ key, cert }) });
    current.server = connectTls({ socket: raw.server, ca: shared.ca, host: '127.0.0.1' });
    listen();
  };

  const pass = (side: Side, line: Buffer): void => {
    const text = line.toString('latin1').trimEnd();
    if (side === 'client') clientLines.push(text);
    current[side === 'client' ? 'server' : 'client'].write(line);
    if (shared.security !== 'starttls') return;
    if (side === 'client' && isStarttls(text)) wantsTls = true;
    else if (side === 'server' && wantsTls && agreesToTls(text)) {
      wantsTls = false;
      upgrade();
    }
  };

  const act = async (side: Side, line: Buffer, rule: ActiveRule): Promise<void> => {
    const { action } = rule;
    const text = line.toString('latin1').replace(/\r?\n$/, '');
    const other = side === 'client' ? 'server' : 'client';
    const send = (to: Side, message: string | Buffer): Promise<void> =>
      new Promise((resolve) => current[to].write(message, () => resolve()));
    switch (action.do) {
      case 'cut':
        return cut(action.how);
      case 'pass-then-cut':
        if (side === 'client') cutAfterAnswer = action.how; // first the server must have acted on it
        await send(other, line);
        if (side === 'server') cut(action.how);
        return;
      case 'truncate':
        await send(other, line.subarray(0, line.length >> 1));
        return cut('reset');
      case 'stall':
        isStalled = true;
        return;
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, action.ms));
        if (!isCut) pass(side, line);
        return;
      case 'drop':
        return;
      case 'replace':
        return send(other, `${text.replace(rule.line, action.text)}\r\n`);
      case 'answer':
        return send(side, `${text.replace(rule.line, action.text)}\r\n`);
    }
  };

  const onLine = (side: Side, line: Buffer): Promise<void> | void => {
    if (isCut || isStalled) return;
    if (side === 'server' && cutAfterAnswer !== undefined) return cut(cutAfterAnswer);
    const rule = shared.strike(side, line.toString('latin1').replace(/\r?\n$/, ''), clientLines);
    return rule === undefined ? pass(side, line) : act(side, line, rule);
  };

  const attach = (side: Side): (() => void) => {
    const socket = current[side];
    const reader = createLineReader((line) => onLine(side, line));
    const onEnd = (): void => void reader.settled().then(() => cut('end'));
    const onError = (): void => cut('reset');
    socket.on('data', reader.push).on('end', onEnd).on('close', onEnd).on('error', onError);
    return () => socket.off('data', reader.push).off('end', onEnd).off('close', onEnd);
  };
  const listen = (): void => {
    const ends = [attach('client'), attach('server')];
    detach = () => {
      for (const end of ends) end();
    };
  };

  if (shared.security === 'tls') upgrade();
  else listen();
  // An upgraded connection fails on the socket below as well.
  for (const side of ['client', 'server'] as const) raw[side].on('error', () => cut('reset'));
  return { cut };
}

export async function startFaultProxy({ target, security }: FaultProxyOptions): Promise<FaultProxy> {
  const authority = await testAuthority();
  const certificate = await issueCertificate(authority);
  let rules: readonly ActiveRule[] = [];
  let made = 0;
  const struck: string[] = [];
  const connections = new Set<Connection>();
  const strike: Shared['strike'] = (side, line, clientLines) => {
    const rule = rules.find(
      ({ from, line: pattern, after, left }) =>
        left > 0 && from === side && pattern.test(line) && (after === undefined || clientLines.some((sent) => after.test(sent))),
    );
    if (rule === undefined) return undefined;
    rule.left -= 1;
    struck.push(line);
    return rule;
  };
  const server = createServer({ noDelay: true }, (client) => {
    made += 1;
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true });
    const connection: Connection = join(client, upstream, { security, certificate, ca: authority.cert, strike }, () =>
      connections.delete(connection),
    );
    connections.add(connection);
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const port = portOf(server);
  const cutAll = (how: Cut = 'reset'): void => {
    for (const connection of [...connections]) connection.cut(how);
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      cutAll();
    });
  return {
    port,
    set: (...next) => {
      rules = next.map((rule) => ({ ...rule, left: rule.times ?? 1 }));
    },
    struck,
    waitForStrikes: async (count) => {
      await until(() => struck.length >= count, {
        deadline: 20_000,
        describe: () => `${struck.length} of ${count} strikes: ${struck.join(' | ')}`,
      });
    },
    connections: () => made,
    cutAll,
    refuse: close,
    accept: () => listen(port),
    stop: close,
  };
}
