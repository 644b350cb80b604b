// Other people's words in a letter of one's own: the quote under an answer.
import { textToHtml } from '../../domain/text-html';
import { cleanHtml, type PictureSource } from './letter';

/** Cleaning takes more than linear time on tags without end; no letter that a person wrote has so many. */
const maxTags = 20_000;
const maxHtml = 5_000_000;
const maxText = 1_000_000;

/** What was written, as the editor may hold it: the HTML cleaned, or the text where there is none or it is beyond reason. */
export function quotable(html: string | null, text: string, pictureSource: PictureSource): string {
  const isReasonable = html !== null && html.length <= maxHtml && html.split('<', maxTags + 1).length <= maxTags;
  return isReasonable ? cleanHtml(html, pictureSource).trim() : textToHtml(text.slice(0, maxText));
}

/** The line above, and the quote: in a block for an answer, as it was for a forward. */
export const quoteUnder = (intro: string, quoted: string, isForward: boolean): string =>
  `${textToHtml(intro)}${isForward ? quoted : `<blockquote>${quoted}</blockquote>`}`;
