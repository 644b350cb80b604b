// What became of a message: from what the SMTP library answered, and from whether the final dot was out.
import type { Failure } from '../../contract/failure';
import { replyFailure, type SmtpStage } from '../../domain/smtp-failure';
import { readReply } from '../../domain/smtp-reply';
import { lostFailure } from './connection-failure';
import { cleanReply, replyIn, textField } from './server-words';
import type { Conversation } from './smtp';

export type Refused = { readonly address: string; readonly failure: Failure };

export type SendOutcome =
  /** The server took responsibility for these recipients. `reply`: its last words, whole. */
  | { readonly kind: 'accepted'; readonly reply: string; readonly accepted: readonly string[]; readonly refused: readonly Refused[] }
  /** Surely not sent: trying again can't double anything. */
  | { readonly kind: 'nothing-sent'; readonly failure: Failure; readonly refused: readonly Refused[] }
  /** The final dot went out and no answer came (RFC 1047). */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** `isReusable`: the session can carry another message. */
export type Transferred = { readonly outcome: SendOutcome; readonly isReusable: boolean };

type Info = { readonly accepted: readonly string[]; readonly response: string; readonly rejectedErrors?: readonly Error[] | undefined };

const refusedIn = (errors: readonly Error[], { redact }: Conversation, sender: string): Refused[] =>
  errors.map((error) => {
    const address = textField(error, 'recipient');
    const reply = replyIn(error, redact) ?? { code: null, enhanced: null, said: '' };
    const failure = replyFailure('recipient', reply, { address });
    return { address, failure: failure.code === 'sender-refused' ? { ...failure, address: sender } : failure };
  });

const rejectedIn = (holder: unknown): Error[] => {
  const rejected: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, 'rejectedErrors') : undefined;
  return Array.isArray(rejected) ? rejected.filter((one): one is Error => one instanceof Error) : [];
};

/** Whom the server has refused in the transaction that is under way. */
export const refusedSoFar = (conversation: Conversation, sender: string): readonly Refused[] =>
  refusedIn(rejectedIn(envelopeOf(conversation)), conversation, sender);
const envelopeOf = ({ connection }: Conversation): unknown => Reflect.get(connection, '_envelope');

/**
 * Asked when the library is about to hand the message over: whether the server and we still talk about the same thing. A recipient
 * answered with something that is no reply may have been taken, and the library counts any 2yz as the go-ahead for the data.
 * Null: all is well.
 */
export function confusionIn(conversation: Conversation): Failure | null {
  const { connection, place, redact } = conversation;
  const puzzling = rejectedIn(envelopeOf(conversation)).map((error) => replyIn(error, redact));
  const notReply = puzzling.find((reply) => reply === null || reply.code === null || reply.code < 400);
  if (notReply !== undefined) return { code: 'not-mail-server', ...place, ...(notReply === null ? {} : { said: notReply.said }) };
  const last = connection.lastServerResponse;
  const goAhead = typeof last === 'string' ? readReply(cleanReply(last, redact)) : null;
  return goAhead?.code === 354 ? null : { code: 'not-mail-server', ...place, said: goAhead?.said ?? '' };
}

export function explainAccepted(
  info: Info,
  conversation: Conversation,
  { from }: { readonly from: string },
  isDotOut: boolean,
): Transferred {
  const { redact, place } = conversation;
  const reply = cleanReply(info.response, redact).replaceAll('\n', ' ');
  // An "accepted" that came before the end of the message was not about it.
  if (!isDotOut)
    return {
      outcome: { kind: 'nothing-sent', failure: { code: 'connection-lost', ...place, said: reply }, refused: [] },
      isReusable: false,
    };
  // Only 2yz and a word boundary is an acceptance: "2nd line of something else" is not.
  if (!/^2\d\d(?:[ -]|$)/.test(reply))
    return { outcome: { kind: 'unknown', failure: { code: 'outcome-unknown', ...place, said: reply } }, isReusable: false };
  return {
    outcome: { kind: 'accepted', reply, accepted: info.accepted, refused: refusedIn(info.rejectedErrors ?? [], conversation, from) },
    isReusable: true,
  };
}

export function explainEnd(error: Error | null, { place, redact }: Conversation, isDotOut: boolean): Transferred {
  const lost = lostFailure(error, place, redact);
  const outcome: SendOutcome = isDotOut
    ? { kind: 'unknown', failure: { ...lost, code: 'outcome-unknown' } }
    : { kind: 'nothing-sent', failure: lost, refused: [] };
  return { outcome, isReusable: false };
}

const stageOf = (command: string): SmtpStage => (command === 'MAIL FROM' ? 'sender' : command === 'RCPT TO' ? 'recipient' : 'data');

export function explainError(
  error: Error,
  conversation: Conversation,
  message: { readonly from: string; readonly size: number },
  isDotOut: boolean,
): Transferred {
  const { place, redact } = conversation;
  const code = textField(error, 'code');
  const reply = replyIn(error, redact);
  const isRefusal = reply !== null && reply.code !== null && reply.code >= 400;
  const isReusable = isRefusal && reply.code !== 421;
  const nothingSent = (failure: Failure, refused: readonly Refused[] = []): Transferred => ({
    outcome: { kind: 'nothing-sent', failure, refused },
    isReusable,
  });
  if (code === 'EMESSAGE' && isRefusal) {
    const transferred = nothingSent(replyFailure('message', reply, { ...place, address: message.from, size: message.size }));
    return isDotOut ? transferred : { ...transferred, isReusable: false }; // said in the midst of the data: the rest must not follow
  }
  if (isDotOut) return explainEnd(error, conversation, true);
  if (code === 'EENVELOPE' && isRefusal) {
    const stage = stageOf(textField(error, 'command'));
    const refused = refusedIn(rejectedIn(error), conversation, message.from);
    if (refused.length > 0) return nothingSent(allRefused(refused), refused);
    return nothingSent(
      replyFailure(stage, reply, { ...place, ...(stage === 'sender' ? { address: message.from, size: message.size } : {}) }),
    );
  }
  if (code === 'EENVELOPE' && reply === null) return nothingSent({ code: 'address-invalid', detail: redact(error.message).slice(0, 300) });
  if (isRefusal) return nothingSent(replyFailure('data', reply, place)); // 421, or a failure reply on a connection that ended
  if (reply !== null) return { ...nothingSent({ code: 'not-mail-server', ...place, said: reply.said }), isReusable: false };
  return explainEnd(error, conversation, false);
}

/** One failure for a message that nobody was allowed to get: the reason they share, or the one that may pass. */
function allRefused(refused: readonly Refused[]): Failure {
  const first = refused[0]?.failure ?? { code: 'recipients-refused' as const };
  if (refused.every(({ failure }) => failure.code === first.code)) return first;
  return refused.find(({ failure }) => failure.code === 'temporarily-refused')?.failure ?? { code: 'recipients-refused' };
}
