// What an answer or a forward inherits from the message it is about: the subject, the thread, and whom it goes to.
import type { Account } from '../contract/model/accounts';
import type { DraftContent, Recipient } from '../contract/model/drafts';
import type { OpenedMessage } from '../contract/model/messages';
import { checkAddress, mergeDuplicates, parseAddresses, recipientKey } from './addresses';
import { isMessageId } from './mailto';
import { mergeFields } from './merge-fields';

export type AnswerKind = 'reply' | 'reply-all' | 'forward';

/** Prefixes of mail programs in the languages one meets: Re, Sv (Swedish, Danish), Vs (Norwegian, Finnish), Aw (German), and for forwards Fwd, Fw, Vb, Wg, Tr. */
const answerPrefix = /^\s*(?:re|sv|vs|aw|antw|rv|ref)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*/i;
const forwardPrefix = /^\s*(?:fwd?|vb|vs|wg|tr|vidarebefordrat|videresendt)\s*:\s*/i;

/** "Re: " or "Fwd: " once, however many programs have put theirs before. */
export function answerSubject(kind: AnswerKind, subject: string): string {
  const prefix = kind === 'forward' ? forwardPrefix : answerPrefix;
  let bare = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  while (prefix.test(bare)) bare = bare.replace(prefix, '');
  return `${kind === 'forward' ? 'Fwd:' : 'Re:'} ${bare}`.trim().slice(0, 20_000);
}

export const headerOf = (
  message: { readonly headers: readonly { readonly name: string; readonly value: string }[] },
  name: string,
): string => message.headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';

export const messageIds = (value: string): string[] => (value.match(/<[^<>\s]+>/g) ?? []).filter(isMessageId);

/** Longest chain kept: the first message and the newest ones, as programs do that read it. */
export const maxReferences = 100;

/** In-Reply-To and References (RFC 5322 3.6.4). A forward refers to the thread without being an answer in it. */
export function answerThread(
  kind: AnswerKind,
  message: Pick<OpenedMessage, 'headers' | 'messageId'>,
): Pick<DraftContent, 'inReplyTo' | 'references'> {
  const parent = message.messageId !== null && isMessageId(message.messageId) ? message.messageId : null;
  const references = messageIds(headerOf(message, 'references'));
  const inReplyTo = messageIds(headerOf(message, 'in-reply-to'));
  const before = references.length > 0 || inReplyTo.length !== 1 ? references : inReplyTo;
  const chain = [...new Set([...before.filter((id) => id !== parent), ...(parent === null ? [] : [parent])])];
  const kept = chain.length <= maxReferences ? chain : [...chain.slice(0, 1), ...chain.slice(1 - maxReferences)];
  return { inReplyTo: kind === 'forward' ? null : parent, references: kept };
}

type Addressed = { readonly name: string; readonly address: string };

/** One of a message's header. */
export const recipientOf = ({ name, address }: Addressed): Recipient => {
  const problem = checkAddress(address);
  if (problem !== null) return { kind: 'bad', text: address.slice(0, 2000), problem };
  const clean = name
    .replace(/[\p{Cc}<>\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 320);
  return { kind: 'good', name: clean.includes('@') ? '' : clean, address };
};

/**
 * Whom an answer goes to: Reply-To, else the author; to those it went to when the author is oneself (an answer to a sent
 * message goes on to its reader). reply-all adds the others, never oneself, and each once.
 */
export function answerRecipients(
  kind: AnswerKind,
  message: Pick<OpenedMessage, 'from' | 'to' | 'cc' | 'headers'>,
  accounts: readonly Pick<Account, 'address'>[],
): Pick<DraftContent, 'to' | 'cc'> {
  if (kind === 'forward') return { to: [], cc: [] };
  const own = new Set(accounts.map((account) => recipientKey(account.address)));
  const isOwn = (recipient: Recipient): boolean => recipient.kind === 'good' && own.has(recipientKey(recipient.address));
  const author = message.from === null ? [] : [recipientOf(message.from)];
  const to = message.to.map(recipientOf);
  const replyTo = parseAddresses(headerOf(message, 'reply-to').slice(0, 10_000)).filter((recipient) => recipient.kind === 'good');
  const isFromMe = author.some(isOwn);
  const target = isFromMe ? to : replyTo.length > 0 ? replyTo : author;
  if (kind === 'reply') return { to: mergeDuplicates(target).slice(0, 5000), cc: [] };
  const everyone = mergeDuplicates([...target, ...(isFromMe ? [] : to.filter((recipient) => !isOwn(recipient)))]);
  const others = message.cc.map(recipientOf).filter((recipient) => !isOwn(recipient));
  const { to: first, cc } = mergeFields({ to: everyone, cc: others, bcc: [] });
  return { to: first.slice(0, 5000), cc: cc.slice(0, 5000) };
}

/** Those of a letter that is written again: in the fields where they were, each once. */
export const sameRecipients = ({
  to,
  cc,
  bcc,
}: Readonly<Record<'to' | 'cc' | 'bcc', readonly Addressed[]>>): Pick<DraftContent, 'to' | 'cc' | 'bcc'> => {
  const read = (all: readonly Addressed[]): Recipient[] => mergeDuplicates(all.map(recipientOf)).slice(0, 5000);
  return { to: read(to), cc: read(cc), bcc: read(bcc) };
};
