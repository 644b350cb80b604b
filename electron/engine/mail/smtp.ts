// Opens an SMTP session (RFC 5321) that is encrypted, verified and signed in, or says at which step it failed and why.
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Server } from '../../contract/model/accounts';
import type { TranscriptLine } from '../../contract/model/outbox';
import { replyFailure } from '../../domain/smtp-failure';
import { type Features, readFeatures, readReply } from '../../domain/smtp-reply';
import type { Patience } from '../../domain/way/patience';
import { describeTls, dial, dialTls, encrypt } from './connect';
import { connectionFailure, type Place, watchCertificate } from './connection-failure';
import { createRedact, createTokenRedact, oneLine, type Redact } from './redact';
import type { Secret } from './secret';
import { cleanReply, replyIn, textField } from './server-words';
import { createSession, type SmtpSession } from './smtp-session';
import { passwordHandlers, signIn, signInName } from './smtp-sign-in';
import { signInWithToken, tokenHandlers } from './smtp-token-sign-in';
import { createTranscript, type Transcript } from './transcript';
import { changedFailure, isProven, type Trust, tlsOptions } from './trust';
import type { Way } from './way';
import { type Answerer, whatAnswers } from './what-answers';

export type SmtpTarget = { readonly server: Server; readonly way: Way } & Secret;
export type SmtpStageId = 'resolve' | 'connect' | 'encrypt' | 'greeting' | 'sign-in';
export type SmtpHooks = {
  /** Each stage as it happens; a stage that fails stays `running`. With STARTTLS the greeting comes before the encryption. */
  readonly onStage?: (stage: SmtpStageId, state: 'running' | 'fine', found?: string) => void;
  /** What it said it can do, before the sign-in. */
  readonly onFeatures?: (features: Features) => void;
  /** The server has proved who it is. */
  readonly onSecured?: (socket: TLSSocket) => void;
  /** Redacted already. */
  readonly onLine?: (line: TranscriptLine) => void;
  readonly now?: () => number;
};

/** ms without a greeting before we find out what is there. */
const silence = 3_000;

/** What the steps below share. */
type Opening = {
  readonly target: Pick<SmtpTarget, 'server' | 'way'>;
  readonly place: Place;
  readonly hooks: SmtpHooks;
  readonly redact: Redact;
  readonly signal: AbortSignal;
};

/** The conversation with a server that greeted us. `ended`: with the error that ended it, null: without one. */
export type Conversation = {
  readonly connection: SMTPConnection;
  readonly transcript: Transcript;
  readonly ended: Promise<Error | null>;
  readonly place: Place;
  readonly redact: Redact;
  readonly patience: Patience;
};

/**
 * Opens a session: name, connection, TLS (always, at least 1.2, certificate verified), greeting, sign-in (always).
 * Nothing of the password leaves before the server has proved who it is. Failures: those of "reaching the server",
 * "encryption" and "sign-in" in contract/failure.ts, and `cancelled`.
 */
export async function openSmtp(target: SmtpTarget, hooks: SmtpHooks, signal: AbortSignal): Promise<Result<SmtpSession>> {
  const { redact, authenticate } = authentication(target);
  const greeted = await hello(target, redact, hooks, signal);
  if (!greeted.ok) return greeted;
  const { conversation, features, refused } = greeted.value;
  hooks.onStage?.('sign-in', 'running');
  const signedIn = await authenticate(conversation, features.mechanisms, signal);
  if (!signedIn.ok) {
    conversation.connection.close();
    const isUnoffered = refused !== null && signedIn.failure.code === 'sign-in-not-offered';
    return isUnoffered ? { ok: false, failure: { ...refused, code: 'sign-in-not-offered' } } : signedIn;
  }
  hooks.onStage?.('sign-in', 'fine', signedIn.value);
  return succeed(createSession(conversation, features));
}

/** As far as can be gone without a secret: encrypted, greeted, and what the server says it can do. Goodbye is said by the time it answers. */
export async function greetSmtp(
  target: Pick<SmtpTarget, 'server' | 'way'>,
  hooks: SmtpHooks,
  signal: AbortSignal,
): Promise<Result<Features>> {
  const greeted = await hello(target, (text) => text, hooks, signal);
  if (!greeted.ok) return greeted;
  await createSession(greeted.value.conversation, greeted.value.features).close();
  return succeed(greeted.value.features);
}

type Greeted = {
  readonly conversation: Conversation;
  readonly features: Features /** What the server had against EHLO. */;
  readonly refused: Failure | null;
};

async function hello(
  target: Pick<SmtpTarget, 'server' | 'way'>,
  redact: Redact,
  hooks: SmtpHooks,
  signal: AbortSignal,
): Promise<Result<Greeted>> {
  const { host, port } = target.server;
  const opening: Opening = {
    target,
    place: { host, port },
    hooks,
    redact,
    signal,
  };
  // Read before the connection is there: one that ends while nobody listens to it would never be missed.
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const trust = await target.way.trust(opening.place);
  const socket = await reach(opening);
  if (!socket.ok) return socket;
  if (socket.value.destroyed) return fail('connection-lost', { host, port });
  const conversation = await greet(Connection, socket.value, opening, trust);
  if (!conversation.ok) return conversation;
  const refused = helloRefusal(conversation.value);
  if (refused !== null && !isUnknownCommand(refused)) {
    conversation.value.connection.close();
    return { ok: false, failure: refused };
  }
  const features = readFeatures(conversation.value.transcript.hello());
  hooks.onFeatures?.(features);
  return succeed({ conversation: conversation.value, features, refused });
}

/** What the server had against EHLO; null: nothing. */
function helloRefusal({ transcript, place, redact }: Conversation): Failure | null {
  const refused = transcript.refusedHello();
  return refused === null ? null : replyFailure('hello', readReply(cleanReply(refused, redact)), place);
}
/** Only a server that does not know EHLO is asked with HELO (RFC 5321 3.2): the others have their day, or are no mail server. */
const isUnknownCommand = ({ reply }: Failure): boolean => reply !== undefined && reply >= 500;

type Authentication = {
  readonly redact: Redact;
  /** Answers the mechanism that worked. */
  readonly authenticate: (conversation: Conversation, offered: readonly string[], signal: AbortSignal) => Promise<Result<string>>;
};

function authentication(target: SmtpTarget): Authentication {
  const { user } = target.server;
  if ('password' in target) {
    const { password } = target;
    return {
      redact: createRedact(signInName(user, password), password),
      authenticate: (conversation, offered, signal) => signIn(conversation, { user, password }, offered, signal),
    };
  }
  const { redact, hide } = createTokenRedact(target.token);
  const renew = async (): Promise<Result<string>> => {
    const renewed = await target.renew();
    if (renewed.ok) hide(renewed.value);
    return renewed;
  };
  return {
    redact,
    authenticate: (conversation, offered, signal) => signInWithToken(conversation, user, { token: target.token, renew }, offered, signal),
  };
}

async function reach({ target, place, hooks, signal }: Opening): Promise<Result<Socket>> {
  const { way } = target;
  hooks.onStage?.('resolve', 'running');
  let isThrough = false;
  const onWay = (found: string): void => {
    isThrough = /^(SOCKS5|HTTP) /.test(found);
    hooks.onStage?.('resolve', 'fine', found);
    hooks.onStage?.('connect', 'running');
  };
  const socket = await dial(place, way, signal, { onWay });
  if (!socket.ok) return socket;
  // Behind a proxy the other end of the socket is the proxy.
  const { remoteAddress = place.host, remotePort = place.port } = isThrough ? {} : socket.value;
  hooks.onStage?.('connect', 'fine', remoteAddress.includes(':') ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`);
  if (target.server.security === 'starttls') return socket;
  hooks.onStage?.('encrypt', 'running');
  const secured = await encrypt(socket.value, place, way, signal);
  if (!secured.ok) return { ok: false, failure: await explainHandshake(secured.failure, place, way, signal) };
  hooks.onSecured?.(secured.value);
  hooks.onStage?.('encrypt', 'fine', describeTls(secured.value));
  return secured;
}

/** A handshake fails for want of TLS as well: on a plain port, or where no mail server is. */
async function explainHandshake(failure: Failure, place: Place, way: Way, signal: AbortSignal): Promise<Failure> {
  if (failure.code !== 'encryption-failed' && failure.code !== 'connection-lost') return failure;
  const answerer = await whatAnswers(place, way, signal);
  if (answerer === 'mail') return { ...failure, code: 'wrong-security' };
  return answerer === 'http' ? { ...failure, code: 'not-mail-server' } : failure;
}

/** Reads the greeting, says hello, and with STARTTLS encrypts before anything else is said. */
async function greet(Connection: typeof SMTPConnection, socket: Socket, opening: Opening, trust: Trust): Promise<Result<Conversation>> {
  const { target, place, hooks, redact, signal } = opening;
  const isStartTls = target.server.security === 'starttls';
  let certificate: ReturnType<typeof watchCertificate> = () => null;
  let isGreeted = false;
  let greeting: string | null = null;
  // The step lasts until our hello is answered too: a server that takes its time there must not look as if nothing were waited for.
  const greeted = (): void => {
    if (greeting !== null) hooks.onStage?.('greeting', 'fine', greeting);
    greeting = null;
  };
  const transcript = createTranscript({
    redact,
    now: hooks.now ?? Date.now,
    onLine: (line) => hooks.onLine?.(line),
    onGreeting: (text) => {
      isGreeted = true;
      if (/^220/.test(text)) greeting = oneLine(redact(readReply(text).said));
    },
    onStartTls: () => {
      greeted();
      hooks.onStage?.('encrypt', 'running');
    },
    // The library makes the TLS socket in the same turn, right after it has reported the reply.
    onStartTlsReply: () =>
      queueMicrotask(() => {
        if (connection._socket instanceof TLSSocket) certificate = watchCertificate(connection._socket);
      }),
  });
  const connection = new Connection({
    connection: socket,
    host: place.host,
    port: place.port,
    secure: !isStartTls,
    secured: !isStartTls,
    requireTLS: isStartTls, // or a stripped STARTTLS would send the password in the clear
    name: target.way.ehloName, // the library's own would give the computer's name away
    customAuth: { ...tokenHandlers, ...passwordHandlers },
    tls: tlsOptions(place.host, trust),
    greetingTimeout: target.way.patience.greeting,
    socketTimeout: target.way.patience.smtpIdle,
    socketCloseTimeout: 0, // a connection that is given up must not let a buffered final dot out
    logger: transcript.logger,
    transactionLog: true,
  });
  const ended = new Promise<Error | null>((resolve) => {
    connection.on('error', resolve);
    connection.once('end', () => resolve(null));
  });
  hooks.onStage?.('greeting', 'running');
  const connected = new Promise<Error | 'ready'>((resolve) => connection.connect((error) => resolve(error ?? 'ready')));
  const silence = watchSilence(opening, () => isGreeted);
  const aborted = onAbort(signal);
  const first = await Promise.race([connected, ended, silence.found, aborted.promise]);
  silence.stop();
  aborted.stop();
  // The last thing before the sign-in: whoever is there has said nothing yet that was asked of the account.
  if (first === 'ready' && !isProven(connection._socket, trust)) {
    connection.close();
    return { ok: false, failure: changedFailure(place, trust, certificate()) };
  }
  if (first === 'ready') {
    greeted();
    if (isStartTls && connection._socket instanceof TLSSocket) {
      hooks.onSecured?.(connection._socket);
      hooks.onStage?.('encrypt', 'fine', describeTls(connection._socket));
    }
    return succeed({ connection, transcript, ended, place, redact, patience: target.way.patience });
  }
  connection.close();
  if (first === 'cancelled') return fail('cancelled');
  if (first === 'http' || first === 'other') return fail('not-mail-server', { ...place });
  if (first === 'tls') return fail('wrong-security', { ...place });
  return { ok: false, failure: greetingFailure(first instanceof Error ? first : null, opening, certificate()) };
}

type Silence = Extract<Answerer, 'http' | 'other' | 'tls'>;

/** A web server or a TLS port waits for us to speak first: after some silence we find out, without waiting for the end of it. */
function watchSilence(
  { target, place, signal }: Opening,
  isGreeted: () => boolean,
): { readonly found: Promise<Silence>; readonly stop: () => void } {
  const { way } = target;
  const over = new AbortController();
  const limit = AbortSignal.any([signal, over.signal]);
  const open = target.server.security === 'tls' ? () => dialTls(place, way, limit) : undefined;
  let timer: NodeJS.Timeout | undefined;
  const found = new Promise<Silence>((resolve) => {
    timer = setTimeout(() => {
      if (isGreeted()) return;
      void whatAnswers(place, way, limit, open).then((answerer) => {
        if (answerer === 'http' || answerer === 'other' || answerer === 'tls') resolve(answerer);
      });
    }, silence);
  });
  return {
    found,
    stop() {
      clearTimeout(timer);
      over.abort();
    },
  };
}

function onAbort(signal: AbortSignal): { readonly promise: Promise<'cancelled'>; readonly stop: () => void } {
  let listener: () => void = () => undefined;
  const promise = new Promise<'cancelled'>((resolve) => {
    listener = () => resolve('cancelled');
    if (signal.aborted) listener();
    signal.addEventListener('abort', listener, { once: true });
  });
  return { promise, stop: () => signal.removeEventListener('abort', listener) };
}

/** What ended the conversation before the sign-in. `error` null: the server closed without a word. */
function greetingFailure(
  error: Error | null,
  { place, redact }: Opening,
  certificate: ReturnType<ReturnType<typeof watchCertificate>>,
): Failure {
  if (error === null) return { code: 'connection-lost', ...place };
  const timeout = textField(error, 'timeoutType');
  if (timeout !== '') return { code: timeout === 'UPGRADE_TIMEOUT' ? 'encryption-failed' : 'greeting-timeout', ...place };
  const reply = replyIn(error, redact);
  if (reply === null)
    return textField(error, 'code') === 'EPROTOCOL' ? { code: 'not-mail-server', ...place } : connectionFailure(error, place, certificate);
  const command = textField(error, 'command');
  const stage = command === 'STARTTLS' ? 'encryption' : command === 'EHLO' || command === 'HELO' ? 'hello' : 'greeting';
  return replyFailure(stage, reply, place);
}
