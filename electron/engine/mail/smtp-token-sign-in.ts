// Signs in with a token: OAUTHBEARER (RFC 7628) or XOAUTH2. A refused one is renewed once, on the same connection.
import type { SMTPConnectionCustomAuthHandlers } from 'nodemailer/lib/smtp-connection';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import { asTokenRefusal } from '../../domain/oauth/refusal';
import { acknowledgement, type TokenMechanism, tokenMessage, usableTokenMechanisms } from '../../domain/oauth/sasl';
import type { Secret } from './secret';
import type { Conversation } from './smtp';
import { logIn } from './smtp-sign-in';

/** A name of our own: under the mechanism's own name the library would rather take one that wants a password. */
const method = 'TOKEN';
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** What the library runs for `method`. It has the mechanism and the message in the place of the user name and the password. */
export const tokenHandlers: SMTPConnectionCustomAuthHandlers = {
  [method]: async ({ auth, sendCommand }) => {
    const { user, pass } = auth.credentials;
    const mechanism: TokenMechanism = user === 'XOAUTH2' ? 'XOAUTH2' : 'OAUTHBEARER';
    let reply = await sendCommand(`AUTH ${mechanism} ${base64(pass)}`);
    // The refusal comes as a challenge (a JSON object in base64) that has to be acknowledged before the server says 535.
    if (reply.status === 334) reply = await sendCommand(acknowledgement[mechanism]);
    if (reply.status < 200 || reply.status > 299) throw new Error('the token was refused');
  },
};

/** Answers the mechanism that worked. Failures: oauth-*, smtp-auth-disabled, sign-in-method, sign-in-temporary, connection-lost, cancelled. */
export async function signInWithToken(
  conversation: Conversation,
  user: string,
  { token, renew }: Extract<Secret, { token: string }>,
  offered: readonly string[],
  signal: AbortSignal,
): Promise<Result<TokenMechanism>> {
  const { place } = conversation;
  const [mechanism] = usableTokenMechanisms(offered);
  if (mechanism === undefined) return fail(offered.length === 0 ? 'sign-in-not-offered' : 'sign-in-method', { ...place });
  const attempt = async (current: string): Promise<Failure | null> => {
    const failure = await logIn(
      conversation,
      { method, user: mechanism, pass: tokenMessage(mechanism, { user, token: current, ...place }) },
      user,
      signal,
    );
    return failure === null ? null : { ...failure, code: asTokenRefusal(failure.code) };
  };
  const first = await attempt(token);
  if (first === null) return succeed(mechanism);
  if (first.code !== 'oauth-refused') return { ok: false, failure: first };
  const renewed = await renew();
  if (!renewed.ok) return renewed;
  const second = await attempt(renewed.value);
  return second === null ? succeed(mechanism) : { ok: false, failure: second };
}
