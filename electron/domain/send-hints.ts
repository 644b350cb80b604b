// What a person may want to look at before a letter goes. A hint never stands in the way; what does is in send-checks.ts.
import type { Attachment, DraftContent } from '../contract/model/drafts';

export type SendHint =
  | { readonly kind: 'no-subject' }
  /** `word`: the word of one's own that speaks of an attachment. */
  | { readonly kind: 'attachment-forgotten'; readonly word: string }
  | { readonly kind: 'attachment-empty'; readonly name: string }
  /** So many strangers to each other would see all addresses. */
  | { readonly kind: 'many-visible'; readonly count: number };

/** From so many addresses in To and Cc on, it is more likely a list than a circle of people who know each other. */
const MANY = 20;

/** Words that promise a file, in the languages of the program. Quoted words of others are not looked at. */
const promises =
  /(?<![\p{L}\p{N}])(?:attach(?:ed|ing|ments?)|enclosed|bifog(?:ar|as|ade?|at|ad)|bilag(?:a|an|or|orna|et)|vedhæft(?:er|et|ede|ning|ninger)|vedlagte?|vedlægger)(?![\p{L}\p{N}])/iu;

export function hintsBeforeSending(
  content: DraftContent,
  attachments: readonly Pick<Attachment, 'name' | 'size' | 'cid'>[],
): readonly SendHint[] {
  const hints: SendHint[] = [];
  if (content.subject.trim() === '') hints.push({ kind: 'no-subject' });
  const files = attachments.filter(({ cid }) => cid === null);
  const word = files.length === 0 ? promises.exec(`${content.subject}\n${ownWords(content.html)}`)?.[0] : undefined;
  if (word !== undefined) hints.push({ kind: 'attachment-forgotten', word });
  for (const { name, size } of files) if (size === 0) hints.push({ kind: 'attachment-empty', name });
  const count = content.to.length + content.cc.length;
  if (count >= MANY) hints.push({ kind: 'many-visible', count });
  return hints;
}

/** The text of a letter without what it quotes. */
export function ownWords(html: string): string {
  let depth = 0;
  let words = '';
  for (const piece of html.split(/(<[^>]*>)/)) {
    if (/^<blockquote[\s>]/i.test(piece)) depth += 1;
    else if (/^<\/blockquote/i.test(piece)) depth = Math.max(0, depth - 1);
    else if (depth === 0) words += piece.startsWith('<') ? ' ' : piece;
  }
  return words;
}
