// Letters for the tests of the checks: blocks with the place of each piece counted as a reader of HTML counts it.
import type { Letter, LetterBlock, LetterPart } from '../../../../electron/domain/letter-checks/letter';

type Piece =
  | string
  | { readonly quoted: string }
  | { readonly code: string }
  | { readonly words: string; readonly link: string }
  | { readonly picture: string; readonly alt?: string; readonly isQuoted?: boolean };

export const sourceOf = (sha256: string): string => `app://brevduva/picture/${sha256}`;

/** A line break in a string ends a line. */
export function block(pieces: readonly Piece[], { isSignature = false } = {}): LetterBlock {
  const parts: LetterPart[] = [];
  let at = 0;
  let index = 0;
  const add = (text: string, part: { isQuoted?: boolean; isCode?: boolean; link?: string } = {}): void => {
    for (const [number, line] of text.split('\n').entries()) {
      if (number > 0) parts.push({ kind: 'break' });
      parts.push({ kind: 'text', text: line, at, isQuoted: part.isQuoted === true, isCode: part.isCode === true, link: part.link ?? null });
      at += line.length;
    }
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') add(piece);
    else if ('quoted' in piece) add(piece.quoted, { isQuoted: true });
    else if ('code' in piece) add(piece.code, { isCode: true });
    else if ('words' in piece) add(piece.words, { link: piece.link });
    else {
      parts.push({ kind: 'picture', index, source: sourceOf(piece.picture), alt: piece.alt ?? '', isQuoted: piece.isQuoted === true });
      index += 1;
    }
  }
  return { parts, isSignature };
}

export const letter = (...paragraphs: readonly (string | LetterBlock)[]): Letter =>
  paragraphs.map((one) => (typeof one === 'string' ? block([one]) : one));
