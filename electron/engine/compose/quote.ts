// Other people's words in a letter of one's own: the quote under an answer.
import { isBeyondReason, roughText } from '../../domain/letter-weight';
import { hasManyLines, lineBlocksHtml } from '../../domain/many-lines';
import { textToHtml } from '../../domain/text-html';
import { cleanHtml, type PictureSource } from './letter';

const maxText = 1_000_000;

const paragraphsOf = (text: string): string => (hasManyLines(text) ? lineBlocksHtml(text) : textToHtml(text));

/** What was written, as the editor may hold it: the HTML cleaned, or its words where there is none or it is beyond reason. */
export function quotable(html: string | null, text: string, pictureSource: PictureSource): string {
  if (html !== null && !isBeyondReason(html)) return cleanHtml(html, pictureSource).trim();
  return paragraphsOf(html !== null && text.trim() === '' ? roughText(html, maxText) : text.slice(0, maxText));
}

/** The line above, and the quote: in a block for an answer, as it was for a forward. */
export const quoteUnder = (intro: string, quoted: string, isForward: boolean): string =>
  `${textToHtml(intro)}${isForward ? quoted : `<blockquote>${quoted}</blockquote>`}`;
