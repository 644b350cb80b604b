// Makes the draft of an answer or a forward from a message: whom it goes to, its thread, the quote, and the files it takes along.
import { createHash } from 'node:crypto';
import type { CallInput } from '../../contract/api';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DraftContent } from '../../contract/model/drafts';
import type { MessageRef, OpenedMessage } from '../../contract/model/messages';
import { type AnswerKind, answerRecipients, answerSubject, answerThread } from '../../domain/answers';
import { identitiesOf } from '../../domain/identities/identity';
import { isPictureBearable } from '../../domain/picture-size';
import type { ParsedAttachment, ParsedMessage } from '../mail/mime';
import { aroundQuote, type Beginning, type BeginQuestion } from './begin';
import { attachmentName, attachmentType } from './file-names';
import { type PictureSource, pictureUrl } from './letter';
import { quotable, quoteUnder } from './quote';

/** What compose needs of the room that opens messages, to answer or forward one. */
export type MessageReader = {
  readonly open: (ref: MessageRef) => Promise<Result<OpenedMessage>>;
  /** The message's raw bytes. */
  readonly source: (ref: MessageRef) => Promise<Result<Uint8Array>>;
};

export type AnswerStart = Extract<CallInput<'drafts.create'>['start'], { kind: AnswerKind }>;
/** A file that the new draft takes over. */
export type Inherited = { readonly name: string; readonly type: string; readonly cid: string | null; readonly bytes: Uint8Array };
export type Answer = {
  readonly content: DraftContent;
  readonly files: readonly Inherited[];
  readonly signature: Beginning['signature'];
};

type Parsed = Pick<ParsedMessage, 'html' | 'text' | 'attachments'>;

/**
 * The draft's content and files. `newCid` names each inherited picture anew. Failures: those of reading the message; a
 * forward fails rather than leave files behind.
 */
export async function answerMessage(
  start: AnswerStart,
  reader: MessageReader,
  {
    accountId,
    accounts,
    newCid,
    begin,
  }: {
    readonly accountId: string | null;
    readonly accounts: readonly Account[];
    readonly newCid: () => string;
    readonly begin: (question: BeginQuestion) => Beginning;
  },
): Promise<Result<Answer>> {
  const opened = await reader.open(start.ref);
  if (!opened.ok) return opened;
  const parsed = await partsOf(start, opened.value, reader);
  if (!parsed.ok) return parsed;
  const { html, text, attachments } = parsed.value;
  const pictures = new Map<string, Inherited & { readonly sha256: string }>();
  const quoted = quotable(html, text, takePictures(attachments, pictures, newCid));
  const isForward = start.kind === 'forward';
  const files = isForward ? await ordinaryFiles(attachments, pictures) : [];
  const own = accounts.flatMap(identitiesOf);
  const recipients = answerRecipients(start.kind, opened.value, own);
  const { from, signature } = begin({
    accountId: accountId ?? ownAccount(opened.value, accounts),
    kind: 'answers',
    writtenTo: isForward ? [] : concerned(opened.value),
    recipients: [...recipients.to, ...recipients.cc],
  });
  const content: DraftContent = {
    ...from,
    ...recipients,
    bcc: [],
    subject: answerSubject(start.kind, opened.value.subject),
    html: aroundQuote(quoteUnder(start.intro, quoted, isForward), signature),
    ...answerThread(start.kind, opened.value),
  };
  return succeed({
    content,
    signature,
    files: [...files, ...[...pictures.values()].map(({ name, type, cid, bytes }) => ({ name, type, cid, bytes }))],
  });
}

/** All but the pictures that stand in the text. */
export const ordinaryFiles = (attachments: readonly ParsedAttachment[], pictures: ReadonlyMap<string, unknown>): Promise<Inherited[]> =>
  Promise.all(
    attachments
      .filter((file) => !(file.cid !== null && pictures.has(file.cid)))
      .map(async ({ name, type, content }) => ({
        name: attachmentName(name),
        type: await attachmentType(name, type),
        cid: null,
        bytes: content,
      })),
  );

/** The message's parts where they are needed: for a forward's files, and for pictures that stand in the text. */
async function partsOf(start: AnswerStart, opened: OpenedMessage, reader: MessageReader): Promise<Result<Parsed>> {
  const hasPictures = /data:image/i.test(opened.html ?? '');
  const plain: Parsed = { html: opened.html, text: opened.text, attachments: [] };
  if (!hasPictures && !(start.kind === 'forward' && opened.attachments.length > 0)) return succeed(plain);
  const source = await reader.source(start.ref);
  if (!source.ok) return start.kind === 'forward' ? source : succeed(plain);
  const { parseMessage } = await import('../mail/mime');
  const parsed = await parseMessage(source.value);
  const isWhole = start.kind !== 'forward' || parsed.attachments.length > 0;
  return isWhole
    ? succeed({ ...parsed, html: parsed.html ?? opened.html, text: parsed.text })
    : fail('attachment-missing', { detail: 'the message could not be taken apart' });
}

/** A stranger's media type: one that is no type would make a draft that fits no contract and can't be opened. */
const pictureType = /^image\/[a-z0-9][a-z0-9.+-]{0,100}$/i;

/** Pictures come along as files of the new draft, each under a name of its own; remote ones would report who reads. */
export function takePictures(
  attachments: readonly ParsedAttachment[],
  taken: Map<string, Inherited & { readonly sha256: string }>,
  newCid: () => string,
): PictureSource {
  return (source) => {
    const cid = /^cid:(.*)$/is.exec(source)?.[1];
    const part =
      cid === undefined
        ? undefined
        : attachments.find((file) => file.cid !== null && (file.cid === cid || file.cid === decoded(cid)) && pictureType.test(file.type));
    if (part === undefined || part.cid === null || !isPictureBearable(part.content)) return null;
    const known = taken.get(part.cid) ?? {
      name: attachmentName(part.name),
      type: part.type,
      cid: newCid(),
      bytes: part.content,
      sha256: createHash('sha256').update(part.content).digest('hex'),
    };
    taken.set(part.cid, known);
    return { src: pictureUrl(known.sha256), cid: known.cid ?? '' };
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Who wrote it, and whom it went to: one's own address among them is the one that the answer goes from. */
const concerned = ({ from, to, cc }: OpenedMessage): string[] =>
  [...(from === null ? [] : [from]), ...to, ...cc].map(({ address }) => address);

/** The account that wrote the message or received it; null: the person chooses. */
function ownAccount(message: OpenedMessage, accounts: readonly Account[]): string | null {
  const all = concerned(message).map((address) => address.toLowerCase());
  return accounts.flatMap(identitiesOf).find(({ address }) => all.includes(address.toLowerCase()))?.accountId ?? null;
}
