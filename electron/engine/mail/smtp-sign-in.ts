// Signs in with a password (RFC 4954), the strongest mechanism first. Only ever called on an encrypted connection.
import type { SMTPConnectionCustomAuthHandlers } from 'nodemailer/lib/smtp-connection';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import { replyFailure } from '../../domain/smtp-failure';
import { type PasswordMechanism, readReply, usableMechanisms } from '../../domain/smtp-reply';
import { lostFailure } from './connection-failure';
import { cleanReply, replyIn } from './server-words';
import type { Conversation } from './smtp';

export type Credentials = { readonly user: string; readonly password: string };

/** Where one token is user name and password at once (Postmark) it is kept as the password alone, for a user name is no secret. */
export const signInName = (user: string, password: string): string => (user === '' ? password : user);

/** A name of our own: under the mechanism's own name the library would send the password along with the command. */
const plainInSteps = 'PLAIN-IN-STEPS';
const plainResponse = (user: string, password: string): string => Buffer.from(`\0${user}\0${password}`, 'utf8').toString('base64');

/** Octets of a command line with its end (RFC 5321 4.5.3.1.4); what is longer follows as a line of its own (RFC 4954 4). */
const longestCommand = 512;
const fitsOneLine = (user: string, password: string): boolean =>
  'AUTH PLAIN \r\n'.length + plainResponse(user, password).length <= longestCommand;

/** What the library runs for `plainInSteps`: PLAIN (RFC 4616) without an initial response. */
export const passwordHandlers: SMTPConnectionCustomAuthHandlers = {
  [plainInSteps]: async ({ auth, sendCommand }) => {
    const { user, pass } = auth.credentials;
    let reply = await sendCommand('AUTH PLAIN');
    if (reply.status === 334) reply = await sendCommand(plainResponse(user, pass));
    if (reply.status < 200 || reply.status > 299) throw new Error('the password was refused');
  },
};

/** Answers the mechanism that worked. Failures: those of "sign-in" in contract/failure.ts, connection-lost, cancelled. */
export async function signIn(
  conversation: Conversation,
  credentials: Credentials,
  offered: readonly string[],
  signal: AbortSignal,
): Promise<Result<PasswordMechanism>> {
  const { place } = conversation;
  if (credentials.password === '') return fail('secret-missing', { ...place });
  if (offered.length === 0) return fail('sign-in-not-offered', { ...place });
  const mechanisms = usableMechanisms(offered);
  if (mechanisms.length === 0)
    return fail(offered.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER') ? 'oauth-needed' : 'sign-in-method', { ...place });
  let last: Failure = { code: 'sign-in-method', ...place };
  for (const mechanism of mechanisms) {
    const failure = await tryMechanism(conversation, credentials, mechanism, signal);
    if (failure === null) return succeed(mechanism);
    last = failure;
    if (!isWorthAnother(mechanism, failure)) break;
  }
  return { ok: false, failure: last };
}

/**
 * A mechanism that the server does not get along with says nothing of the password; and many servers offer CRAM-MD5 without
 * being able to check it. Any other refusal is final: more guesses would lock the account.
 */
const isWorthAnother = (mechanism: PasswordMechanism, { code }: Failure): boolean =>
  code === 'sign-in-method' || (mechanism === 'CRAM-MD5' && (code === 'sign-in-refused' || code === 'not-mail-server'));

const tryMechanism = (
  conversation: Conversation,
  { user, password }: Credentials,
  mechanism: PasswordMechanism,
  signal: AbortSignal,
): Promise<Failure | null> => {
  const name = signInName(user, password);
  const method = mechanism === 'PLAIN' && !fitsOneLine(name, password) ? plainInSteps : mechanism;
  return logIn(conversation, { method, user: name, pass: password }, user, signal);
};

type Login = { readonly method: string; readonly user: string; readonly pass: string };

/** One try of one mechanism; nothing that is said meanwhile is shown. `user`: whom a refusal is about. Null: signed in. */
export async function logIn(conversation: Conversation, login: Login, user: string, signal: AbortSignal): Promise<Failure | null> {
  const { connection, transcript, ended, place, patience } = conversation;
  if (signal.aborted) return { code: 'cancelled' };
  transcript.setSigningIn(true);
  let timer: NodeJS.Timeout | undefined;
  let stopListening: () => void = () => undefined;
  const late = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve({ code: 'connection-lost', ...place, detail: 'no answer to the sign-in' }), patience.signIn);
    const cancel = (): void => resolve({ code: 'cancelled' });
    signal.addEventListener('abort', cancel, { once: true });
    stopListening = () => signal.removeEventListener('abort', cancel);
  });
  const answered = new Promise<Failure | null>((resolve) => {
    connection.login({ ...login }, (error) => resolve(error === null ? null : refusal(error, conversation, user)));
  });
  const lost = ended.then((error): Failure => (error === null ? lastWords(conversation, user) : refusal(error, conversation, user)));
  const failure = await Promise.race([answered, lost, late]);
  clearTimeout(timer);
  stopListening();
  transcript.setSigningIn(false);
  return failure;
}

/** The line ended without an error: after a 421 that the library passed on and did not report. */
function lastWords({ connection, place, redact }: Conversation, user: string): Failure {
  const last = connection.lastServerResponse;
  if (typeof last !== 'string' || !/^[45]\d\d[ -]/.test(last)) return { code: 'connection-lost', ...place };
  return replyFailure('sign-in', readReply(cleanReply(last, redact)), { ...place, address: user });
}

function refusal(error: Error, { place, redact }: Conversation, user: string): Failure {
  const reply = replyIn(error, redact);
  return reply === null ? lostFailure(error, place, redact) : replyFailure('sign-in', reply, { ...place, address: user });
}
