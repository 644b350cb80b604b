// One IMAP connection (RFC 3501) over imapflow: encrypted, verified, signed in; its commands as Results, one after the other, each with a time limit.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Server } from '../../contract/model/accounts';
import { type ImapMoment, imapFailureCode } from '../../domain/imap-failure';
import { asTokenRefusal } from '../../domain/oauth/refusal';
import type { ListedFolder } from '../../domain/special-folders';
import { dial } from './connect';
import { connectionFailure, type Place } from './connection-failure';
import { openDoor } from './hand-over';
import { explainOpening, watchSilence } from './imap-explain';
import { ownMessages, removeOnly } from './imap-remove';
import { addresseesOf, folderOf, type ImapAddressees, type ImapRow, rowOf } from './imap-rows';
import { createRedact, createTokenRedact, oneLine, type Redact } from './redact';
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

export type ImapPage = { readonly uidValidity: string; readonly total: number; readonly rows: readonly ImapRow[] };

export type ImapAddresseesPage = Omit<ImapPage, 'rows'> & { readonly rows: readonly ImapAddressees[] };

/** Never throws. Every command can fail with `connection-lost` or `imap-unavailable`; those that name a folder with `no-sent-folder`. */
export type ImapSession = {
  readonly isOpen: () => boolean;
  readonly folders: () => Promise<Result<readonly ListedFolder[]>>;
  /** Makes a folder under the person's own prefix (RFC 2342) and subscribes to it; answers its path. */
  readonly makeFolder: (name: string) => Promise<Result<string>>;
  /** Rows `offset` to `offset + limit` counted from the newest. */
  readonly page: (folder: string, offset: number, limit: number) => Promise<Result<ImapPage>>;
  /** To whom the messages of these rows went. */
  readonly addressees: (folder: string, offset: number, limit: number) => Promise<Result<ImapAddresseesPage>>;
  /** A message's bytes, at most 64 MB of them. `not-found`: it is gone, or the folder was made anew. */
  readonly source: (folder: string, uidValidity: string, uid: number) => Promise<Result<Uint8Array>>;
  /** Whether a message with this Message-ID lies in the folder. */
  readonly has: (folder: string, messageId: string) => Promise<Result<boolean>>;
  /** Files a message, as read if not said otherwise. Failures: `append-*`. After `connection-lost` it may have been filed all the same. */
  readonly append: (folder: string, bytes: Buffer, at: number, flags?: readonly string[]) => Promise<Result<null>>;
  /**
   * Removes for good the messages with these Message-IDs, and nothing else, whatever else is marked as deleted there.
   * `keep`: the one Message-ID of which the newest stays.
   */
  readonly removeOwn: (folder: string, messageIds: readonly string[], keep: string | null) => Promise<Result<null>>;
  /** Says goodbye; settles within two seconds. */
  readonly close: () => Promise<void>;
};

/** ms. `perMegabyte` on top, for what moves a whole message. */
const patience = { idle: 900_000, perMegabyte: 10_000, goodbye: 2_000 } as const;
const largestMessage = 64 * 1024 * 1024;

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
    socketTimeout: patience.idle,
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

type FailureOf = (error: unknown, moment: ImapMoment) => Failure;

function createFailureOf(place: Place, redact: Redact, user: string, byeReason: () => string | undefined): FailureOf {
  const text = (error: unknown, key: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const is = (error: unknown, key: string): boolean => typeof error === 'object' && error !== null && Reflect.get(error, key) === true;
  return (error, moment) => {
    const message = error instanceof Error ? error.message : '';
    const isUnsupported = message === 'Unsupported authentication mechanism';
    const said = oneLine(redact(text(error, 'responseText') || text(error, 'response') || text(error, 'reason') || byeReason() || ''));
    const code = isUnsupported ? 'no-mechanism' : message === 'Login is disabled' ? 'login-disabled' : text(error, 'code');
    const trouble = {
      code,
      responseCode: text(error, 'serverResponseCode').toUpperCase(),
      said,
      isSignIn: is(error, 'authenticationFailed') || isUnsupported,
      isEncryption: is(error, 'tlsFailed'),
      isFolderMissing: is(error, 'mailboxMissing'),
    };
    return {
      ...connectionFailure(error, place),
      code: imapFailureCode(trouble, moment),
      ...(trouble.isSignIn ? { address: user } : {}),
      ...(said === '' ? {} : { said }),
      detail: oneLine(redact(`${code} ${message}`)).slice(0, 300),
    };
  };
}

function createSession(client: ImapFlow, failureOf: FailureOf, commandPatience: number): ImapSession {
  let last: Promise<unknown> = Promise.resolve();
  /** Runs a command after those before it. One that takes too long takes the connection with it: its answer could be mistaken for the next one's. */
  const command = <T>(moment: ImapMoment, work: () => Promise<Result<T>>, ms: number = commandPatience): Promise<Result<T>> => {
    const mine = last.then(async (): Promise<Result<T>> => {
      if (!client.usable) return { ok: false, failure: failureOf(Object.assign(new Error('closed'), { code: 'NoConnection' }), moment) };
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Result<T>>((resolve) => {
        timer = setTimeout(() => {
          client.close();
          resolve({ ok: false, failure: failureOf(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' }), moment) });
        }, ms);
      });
      const done = await Promise.race([
        work().catch((error: unknown): Result<T> => ({ ok: false, failure: failureOf(error, moment) })),
        late,
      ]);
      clearTimeout(timer);
      return done;
    });
    last = mine;
    return mine;
  };
  const lost = (moment: ImapMoment) => ({
    ok: false as const,
    failure: failureOf(Object.assign(new Error('no answer'), { code: 'NoConnection' }), moment),
  });
  /** Opened anew each time: a folder that stays open does not have to tell of new messages. */
  const open = (folder: string) => client.mailboxOpen(folder, { readOnly: true });
  const named = async <T>(folder: string, result: Promise<Result<T>>): Promise<Result<T>> => {
    const known = await result;
    return known.ok ? known : { ok: false, failure: { ...known.failure, name: folder } };
  };

  return {
    isOpen: () => client.usable,
    folders: () => command('command', async () => succeed((await client.list()).map(folderOf))),
    makeFolder: (name) =>
      named(
        name,
        command('append', async () => {
          const made: { readonly path: string } | undefined = await client.mailboxCreate(name);
          return made === undefined ? lost('command') : succeed(made.path);
        }),
      ),
    page: (folder, offset, limit) =>
      named(
        folder,
        command('command', async () => {
          const { exists: total, uidValidity } = await open(folder);
          const newest = total - offset;
          const oldest = Math.max(1, newest - limit + 1);
          const query = { uid: true, envelope: true, size: true, internalDate: true, bodyStructure: true };
          const found = newest < 1 ? [] : await client.fetchAll(`${oldest}:${newest}`, query);
          const rows = found.sort((a, b) => b.seq - a.seq).map(rowOf);
          return succeed({ uidValidity: String(uidValidity), total, rows });
        }),
      ),
    addressees: (folder, offset, limit) =>
      named(
        folder,
        command('command', async () => {
          const { exists: total, uidValidity } = await open(folder);
          const newest = total - offset;
          const range = `${Math.max(1, newest - limit + 1)}:${newest}`;
          const found = newest < 1 ? [] : await client.fetchAll(range, { uid: true, envelope: true, internalDate: true });
          return succeed({ uidValidity: String(uidValidity), total, rows: found.map(addresseesOf) });
        }),
      ),
    source: (folder, uidValidity, uid) =>
      named(
        folder,
        command(
          'command',
          async () => {
            const mailbox = await open(folder);
            if (String(mailbox.uidValidity) !== uidValidity) return fail('not-found', { name: folder });
            const found = await client.fetchOne(String(uid), { source: { maxLength: largestMessage } }, { uid: true });
            return found === false || found?.source === undefined ? fail('not-found', { name: folder }) : succeed(found.source);
          },
          commandPatience + 64 * patience.perMegabyte,
        ),
      ),
    has: (folder, messageId) =>
      named(
        folder,
        command('command', async () => {
          const { exists } = await open(folder);
          if (exists === 0) return succeed(false);
          const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
          // The library answers false when the server refused to search: that must not pass for "not there".
          return Array.isArray(found) ? succeed(found.length > 0) : fail('imap-unavailable', { name: folder });
        }),
      ),
    append: (folder, bytes, at, flags = ['\\Seen']) =>
      named(
        folder,
        command(
          'append',
          async () => {
            // The library drops flags that the open folder does not allow, and one opened to read allows none: the copy would be unread.
            if (client.mailbox !== false) await client.mailboxClose();
            const filed = await client.append(folder, bytes, [...flags], new Date(at));
            return filed === false || filed === undefined ? lost('append') : succeed(null);
          },
          commandPatience + Math.ceil(bytes.length / 1_048_576) * patience.perMegabyte,
        ),
      ),
    removeOwn: (folder, messageIds, keep) =>
      named(
        folder,
        command('command', async () => {
          const { exists } = await client.mailboxOpen(folder);
          const uids = exists === 0 ? [] : await ownMessages(client, messageIds, keep);
          if (uids === null) return fail('imap-unavailable', { name: folder });
          return uids.length === 0 || (await removeOnly(client, uids)) ? succeed(null) : fail('imap-unavailable', { name: folder });
        }),
      ),
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience.goodbye);
      });
      await Promise.race([client.usable ? client.logout().catch(() => undefined) : undefined, late]);
      clearTimeout(timer);
      client.close();
    },
  };
}
