// From a failure to the advice about it: what it means, what the person can do, what the program can do.
// The most specific knowledge wins: a sentence we know, the enhanced code, the reply code, our own failure code, the code's class.
import type { Failure, FailureCode, SmtpStage } from '../../contract/failure';
import { isTemporary } from '../smtp-failure';
import { enhanced, enhancedAtStage, enhancedOfStretch } from './enhanced';
import { type CoachAction, type CoachId, entries } from './entries';
import { fitsPhrase, type Phrase, plainWords } from './phrase';
import { providerPhrases } from './providers';
import { replies, repliesAtStage } from './replies';
import { type AdviceId, adviceOfCode, refined, systemNames } from './transport';
import { wordings } from './wordings';

/** How the advice was found, the most specific first. `code`: nothing is known beyond the failure's own sentence. */
export type AdviceSource = 'words' | 'enhanced' | 'reply' | 'system' | 'code' | 'class';
export type Advice = {
  /** The key of its words. */
  readonly id: AdviceId;
  readonly actions: readonly CoachAction[];
  readonly link: string | null;
  /** Whether the same thing may work later without anybody doing anything. */
  readonly isTemporary: boolean;
  readonly source: AdviceSource;
};

type Found = { readonly id: CoachId; readonly source: AdviceSource };
type Reading = { readonly failure: Failure; readonly stage: SmtpStage | null; readonly enhanced: string | null };

/** Never throws, whatever a server has said; there is always an advice. */
export function coach(failure: Failure): Advice {
  const found = find({ failure, stage: failure.stage ?? impliedStage[failure.code] ?? null, enhanced: enhancedOf(failure) });
  // Not in the catalogue: the failure's own sentence explains it.
  if (found === null)
    return {
      id: plainOf(failure.code),
      actions: onTheWay[failure.code] ?? [],
      link: null,
      isTemporary: isTemporary(failure),
      source: 'code',
    };
  const entry = entries[found.id];
  return {
    id: found.id,
    actions: entry.actions,
    link: entry.link ?? null,
    isTemporary: entry.isTemporary ?? willPass(failure),
    source: found.source,
  };
}

/** Explained by their own sentences; what helps is in the account. */
const onTheWay: Readonly<Partial<Record<FailureCode, readonly CoachAction[]>>> = {
  'proxy-unreachable': ['edit-way'],
  'proxy-silent': ['wait-longer', 'edit-way'],
  'proxy-sign-in': ['enter-proxy-password'],
  'proxy-refused': ['edit-way'],
  'not-a-proxy': ['edit-way'],
};

const adviceOf = (code: FailureCode): CoachId | null => (code in adviceOfCode ? adviceOfCode[code as keyof typeof adviceOfCode] : null);
const plainOf = (code: FailureCode): AdviceId => adviceOf(code) ?? (code as AdviceId);

function willPass(failure: Failure): boolean {
  if (failure.reply !== undefined) return failure.reply < 500;
  return failure.enhanced === undefined ? isTemporary(failure) : failure.enhanced.startsWith('4');
}

/** A report has no stage, but what the program has made of it tells what it was about. */
const impliedStage: Readonly<Partial<Record<FailureCode, SmtpStage>>> = {
  'sign-in-refused': 'sign-in',
  'app-password-needed': 'sign-in',
  'sign-in-temporary': 'sign-in',
  'sign-in-method': 'sign-in',
  'oauth-needed': 'sign-in',
  'imap-sign-in-refused': 'sign-in',
  'sender-refused': 'sender',
  'recipients-refused': 'recipient',
  'message-too-large': 'message',
  'message-refused': 'message',
};

/** Failures in which the server's words are not the reason, even where there are some. */
const ownReason: ReadonlySet<FailureCode> = new Set([
  'outcome-unknown',
  'not-mail-server',
  'wrong-security',
  'connection-lost',
  // The letter was sent: what is said of a copy that is too large must not have anybody make the letter smaller.
  'append-over-quota',
  'append-too-large',
  'append-refused',
  // A server that refuses a token says "password", and nobody has entered one.
  'oauth-refused',
  'oauth-sign-in-again',
  'oauth-unavailable',
  // Words of the proxy, which is no mail server.
  'proxy-sign-in',
  'proxy-refused',
  'not-a-proxy',
]);
/** Our own codes that say no more than "refused": the class of the server's code tells more. */
const vague: ReadonlySet<FailureCode> = new Set([
  'temporarily-refused',
  'message-refused',
  'recipients-refused',
  'connect-refused',
  'server-busy',
  'internal',
]);

function find(reading: Reading): Found | null {
  const { failure } = reading;
  const { code } = failure;
  const isReply = failure.reply !== undefined || reading.enhanced !== null;
  const isSaid = isReply || (failure.said !== undefined && failure.said !== '');
  if (ownReason.has(code) || !isSaid) return byCode(reading);
  return (
    byWords(reading) ??
    byEnhanced(reading) ??
    byPolicy(reading) ??
    byReplyAtStage(reading) ??
    (isReply && vague.has(code) ? null : byCode(reading)) ??
    byReply(reading) ??
    (isReply ? byClass(reading) : byCode(reading))
  );
}

const everySentence: readonly Phrase[] = [...providerPhrases, ...wordings];

function byWords({ failure: { said = '', host = '' }, stage }: Reading): Found | null {
  const words = plainWords(said);
  if (words === '') return null;
  const place = host.toLowerCase();
  const phrase = everySentence.find((one) => fitsPhrase(one, words, stage, place));
  return phrase === undefined ? null : { id: phrase.id, source: 'words' };
}

/** A table's own members only: a server may call its code "constructor". */
const at = <V>(table: Readonly<Record<string, V>>, key: string | number): V | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null;

function enhancedOf({ enhanced: code = '' }: Failure): string | null {
  return /^[45]\.\d{1,3}\.\d{1,3}$/.test(code) ? code : null;
}

function byEnhanced({ stage, enhanced: code }: Reading): Found | null {
  if (code === null) return null;
  const anyClass = `x${code.slice(1)}`;
  const ofStage = (key: string): CoachId | null => (stage === null ? null : (at(enhancedAtStage, key)?.[stage] ?? null));
  const id = ofStage(code) ?? ofStage(anyClass) ?? at(enhanced, code) ?? at(enhanced, anyClass) ?? enhancedOfStretch(code);
  return id === null ? null : { id, source: 'enhanced' };
}

/** A 5.7 with a number that nobody knows is still one about policy, whatever the reply code stands for at that stage. */
function byPolicy(reading: Reading): Found | null {
  const isAboutLetter = reading.stage !== 'sign-in' && reading.stage !== 'encryption';
  return isAboutLetter && reading.enhanced?.startsWith('5.7.') === true ? byClass(reading) : null;
}

function byReplyAtStage({ failure: { reply }, stage }: Reading): Found | null {
  const id = reply === undefined || stage === null ? null : (at(repliesAtStage, reply)?.[stage] ?? null);
  return id === null ? null : { id, source: 'reply' };
}

function byReply({ failure: { reply } }: Reading): Found | null {
  const id = reply === undefined ? null : at(replies, reply);
  return id === null ? null : { id, source: 'reply' };
}

function byCode({ failure: { code, detail = '' } }: Reading): Found | null {
  const id = adviceOf(code);
  if (id === null) return null;
  const name = at(systemNames, /^[A-Z][A-Z0-9_]{1,60}(?= |$)/.exec(detail)?.[0] ?? '');
  return name !== null && name !== id && refined[code]?.includes(name) ? { id: name, source: 'system' } : { id, source: 'code' };
}

const subjects = ['other', 'address', 'mailbox', 'system', 'network', 'protocol', 'content', 'policy'] as const;

/** RFC 3463 3: the first digit says whether it passes, the second what it is about. */
function byClass({ failure: { reply = 0 }, enhanced: code }: Reading): Found {
  const subject = subjects[Number(code?.split('.')[1] ?? 0)] ?? 'other';
  const isLater = reply >= 400 ? reply < 500 : code?.startsWith('4') === true;
  return { id: `${isLater ? 'later' : 'never'}-${subject}`, source: 'class' };
}
