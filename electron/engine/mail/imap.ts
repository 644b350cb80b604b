// Opens an IMAP connection (RFC 3501) over imapflow: dialled by us, encrypted, verified, signed in.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Server } from '../../contract/model/accounts';
import { asTokenRefusal } from '../../domain/oauth/refusal';
import { dial } from './connect';
import type { Place } from './connection-failure';
import { openDoor } from './hand-over';
import { explainOpening, watchSilence } from './imap-explain';
import { createFailureOf, type FailureOf } from './imap-failures';
import { createSession, type ImapSession, largestMessage } from './imap-session';
import { createRedact, createTokenRedact, oneLine } from './redact';
import type { Secret } from './secret';
import { changedFailure, isProven, tlsOptions } from './trust';
import type { Way } from './way';

export type ImapTarget = { readonly server: Server; readonly way: Way } & Secret;
export type ImapHooks = {
  /** The server has proved who it is, and has been greeted; nothing of the account has been told yet. */
  readonly onSecured?: (socket: TLSSocket, greeting: string) => void;
  /** The connection has ended, for whatever reason. */
  readonly onClosed?: () => void;
};

/** ms that a connection may rest. */
const idlePatience = 900_000;

/** Opens a session; `signal` calls the opening off at once. Failures: "reaching the server", "encryption", "sign-in", `imap-*`, `cancelled`. */
export async function openImap(target: ImapTarget, hooks: ImapHooks, signal: AbortSignal): Promise<Result<ImapSession>> {
  const opened = await openOnce(target, hooks, signal);
  if (opened.ok || !('token' in target) || opened.failure.code !== 'oauth-refused') return opened;
  const renewed = await target.renew();
  return renewed.ok ? openOnce({ ...target, token: renewed.value }, hooks, signal) : renewed;
}

/** As far as can be gone without a secret: encrypted and greeted. Null: nothing stood in the way. */
export async function greetImap(
  target: Pick<ImapTarget, 'server' | 'way'>,
  hooks: ImapHooks,
  signal: AbortSignal,
): Promise<Failure | null> {
  let isSecured = false;
  const heard: ImapHooks = {
    ...hooks,
    onSecured(socket, greeting) {
      isSecured = true;
      hooks.onSecured?.(socket, greeting);
    },
  };
  const opened = await openOnce({ ...target, server: { ...target.server, user: 'nobody' }, password: null }, heard, signal);
  if (opened.ok) void opened.value.close();
  return opened.ok || isSecured ? null : opened.failure;
}

/** `password` null: there is none, and the connection ends where it would be asked for. */
type Opening = ImapTarget | (Pick<ImapTarget, 'server' | 'way'> & { readonly password: null });

async function openOnce(target: Opening, hooks: ImapHooks, signal: AbortSignal): Promise<Result<ImapSession>> {
  const { server, way } = target;
  const place: Place = { host: server.host, port: server.port };
  if (signal.aborted) return fail('cancelled');
  const secret = 'token' in target ? target.token : target.password;
  if (server.user === '' || secret === '') return fail('secret-missing', place);
  const { ImapFlow: Client } = await import('imapflow');
  const trust = await way.trust(place);
  const transport = await openTransport(target, place, signal);
  if (!transport.ok) return transport;
  let isChanged = false;
  let isTold = false;
  // The library reads it when it signs in, and not before: whoever is there must have proved who they are by then.
  const proven = (): string => {
    if (!isProven(Reflect.get(client, 'socket'), trust)) {
      isChanged = true;
      throw new Error('the server has not proved who it is');
    }
    if (!isTold) hooks.onSecured?.(Reflect.get(client, 'socket') as TLSSocket, oneLine(redact(client.greeting ?? '')));
    isTold = true;
    if (secret === null) throw new Error('as far as was wanted');
    return secret;
  };
  const auth =
    'token' in target
      ? {
          get accessToken() {
            return proven();
          },
        }
      : {
          get pass() {
            return proven();
          },
        };
  const client = new Client({
    host: server.host,
    port: server.port,
    auth: Object.assign(auth, { user: server.user }),
    ...(server.security === 'tls' ? { secure: true } : { secure: false, doSTARTTLS: true }), // or a stripped STARTTLS would send the password in the clear
    tls: { ...tlsOptions(server.host, trust), ...transport.value.options },
    logger: false,
    emitLogs: false, // its log carries user names and folders
    clientInfo: { name: '', version: '', vendor: '', 'support-url': '' }, // nobody's business (RFC 2971)
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: way.patience.connect + way.patience.handshake, // the library takes the two for one
    greetingTimeout: way.patience.greeting,
    socketTimeout: idlePatience,
    maxLiteralSize: largestMessage + 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
    maxResponseSize: largestMessage + 16 * 1024 * 1024,
  });
  let lastError: unknown = null;
  // Before connect(), or a reset ends the process.
  client.on('error', (error: unknown) => {
    lastError = error;
  });
  client.once('close', () => hooks.onClosed?.());
  const redact = 'token' in target ? createTokenRedact(target.token).redact : createRedact(server.user, target.password ?? '');
  const explain = createFailureOf(place, redact, server.user, () => client.byeReason);
  const failureOf: FailureOf = (error, moment) => {
    const failure = explain(error, moment);
    return 'token' in target ? { ...failure, code: asTokenRefusal(failure.code) } : failure;
  };
  const opened = await settleOpening(client, target, signal);
  // A server that lets us in without a sign-in (PREAUTH) was never asked: a letter is no more its business than the password.
  if (opened === 'ready' && !isProven(Reflect.get(client, 'socket'), trust)) isChanged = true;
  if (opened === 'ready' && !isChanged) return succeed(createSession(client, failureOf, way.patience.imapCommand));
  client.close();
  transport.value.drop();
  if (opened === 'cancelled' || signal.aborted) return fail('cancelled');
  if (opened === 'late') return fail(client.greeting === undefined ? 'greeting-timeout' : 'imap-unavailable', place);
  if (isChanged) return { ok: false, failure: await explainOpening(changedFailure(place, trust, null), true, target, signal) };
  if (typeof opened === 'string') return fail(opened === 'tls' ? 'wrong-security' : 'not-mail-server', place);
  return {
    ok: false,
    failure: await explainOpening(failureOf(opened.error ?? lastError, 'open'), client.greeting !== undefined, target, signal),
  };
}

/** How the library gets its connection: dialled by us; where it starts in the clear it takes none that is ready, and comes to a door for it. */
type Transport = { readonly options: { readonly socket?: Socket; readonly path?: string }; readonly drop: () => void };

async function openTransport({ server, way }: Opening, place: Place, signal: AbortSignal): Promise<Result<Transport>> {
  const dialled = await dial(place, way, signal);
  if (!dialled.ok) return dialled;
  const socket = dialled.value;
  if (server.security === 'tls') return succeed({ options: { socket }, drop: () => socket.destroy() });
  const door = await openDoor(socket);
  return succeed({ options: { path: door.path }, drop: door.close });
}

type Outcome = 'ready' | 'cancelled' | 'late' | 'http' | 'other' | 'tls' | { readonly error: unknown };

/** The first of: signed in, an error, called off, too late, or the discovery that no mail server is there. */
async function settleOpening(client: ImapFlow, target: Opening, signal: AbortSignal): Promise<Outcome> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    const { connect, handshake, greeting, signIn } = target.way.patience;
    timer = setTimeout(() => resolve('late'), connect + handshake + greeting + signIn);
    signal.addEventListener('abort', () => resolve('cancelled'), { once: true, signal: over.signal });
  });
  const connected = client.connect().then(
    (): Outcome => 'ready',
    (error: unknown): Outcome => ({ error }),
  );
  const odd = watchSilence(target, () => client.greeting !== undefined, AbortSignal.any([signal, over.signal]));
  const first = await Promise.race([connected, late, odd]);
  clearTimeout(timer);
  over.abort();
  return first;
}
