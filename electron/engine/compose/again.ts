// "Write again": what a new letter takes over from a message that was sent, so that it stands on no thread and hides nobody who was not hidden.
import type { CallInput } from '../../contract/api';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DraftContent } from '../../contract/model/drafts';
import type { OpenedMessage } from '../../contract/model/messages';
import { sameRecipients } from '../../domain/answers';
import { identitiesOf, identityOf } from '../../domain/identities/identity';
import { type Answer, type Inherited, ordinaryFiles, takePictures } from './answer';
import type { Beginning, BeginQuestion } from './begin';
import { plainLines } from './letter-file';
import { quotable } from './quote';

export type AgainStart = Extract<CallInput<'drafts.create'>['start'], { kind: 'again' }>;

/** As its own draft stood, for one that was written here and is still kept; null: the account it goes from is not there any more. */
export function againFromDraft(
  { fine, inReplyTo, references, ...content }: DraftContent,
  accounts: readonly Account[],
): DraftContent | null {
  const account = accounts.find(({ id }) => id === content.accountId);
  if (account === undefined || identityOf(account, content.identityId) === null) return null;
  return { ...content, inReplyTo: null, references: [] };
}

/** An empty line leaves as a paragraph with a break in it, so that it has a height everywhere; the editor would show two. */
const withEmptyLines = (cleaned: string): string => cleaned.replace(/(<p\b[^>]*>)<br ?\/?>(?=<\/p>)/g, '$1');

/**
 * From the message itself, whoever wrote it. `bcc`: those who were in Bcc, where they are known. Its text has its signature, so it
 * gets none. Fails rather than leave files behind.
 */
export async function againFromMessage(
  message: OpenedMessage,
  source: Uint8Array,
  {
    accountId,
    accounts,
    bcc,
    newCid,
    begin,
  }: {
    readonly accountId: string | null;
    readonly accounts: readonly Account[];
    readonly bcc: OpenedMessage['bcc'];
    readonly newCid: () => string;
    readonly begin: (question: BeginQuestion) => Beginning;
  },
): Promise<Result<Answer>> {
  const { parseMessage } = await import('../mail/mime');
  const parsed = await parseMessage(source);
  if (message.attachments.length > 0 && parsed.attachments.length === 0)
    return fail('attachment-missing', { detail: 'the message could not be taken apart' });
  const pictures = new Map<string, Inherited & { readonly sha256: string }>();
  const html = parsed.html ?? message.html;
  const text =
    html === null
      ? { html: plainLines(parsed.text), isPlain: true }
      : { html: withEmptyLines(quotable(html, parsed.text, takePictures(parsed.attachments, pictures, newCid))) };
  const sender = message.from?.address.toLowerCase();
  const identity = accounts.flatMap(identitiesOf).find(({ address }) => address.toLowerCase() === sender) ?? null;
  const hidden = identity?.bccSelf === true ? bcc.filter(({ address }) => address.toLowerCase() !== sender) : bcc;
  const recipients = sameRecipients({ to: message.to, cc: message.cc, bcc: hidden });
  const { from } = begin({
    accountId: identity?.accountId ?? accountId,
    identityId: identity?.id ?? null,
    kind: 'new',
    writtenTo: [],
    recipients: [...recipients.to, ...recipients.cc, ...recipients.bcc],
  });
  const content: DraftContent = {
    ...from,
    ...recipients,
    subject: message.subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 20_000),
    ...text,
    inReplyTo: null,
    references: [],
  };
  const files = await ordinaryFiles(parsed.attachments, pictures);
  return succeed({
    content,
    signature: null,
    files: [...files, ...[...pictures.values()].map(({ name, type, cid, bytes }) => ({ name, type, cid, bytes }))],
  });
}
