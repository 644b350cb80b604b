// A letter as the checks read it: plain blocks of text and pictures. Whoever has the HTML reads it with a parser and hands this over.

export type LetterPart =
  /** `at`: where it begins among the characters of its block. `link`: where it leads; null: nowhere. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly at: number;
      readonly link: string | null;
      readonly isQuoted: boolean;
      readonly isCode: boolean;
    }
  /** The line, or the paragraph, ends. */
  | { readonly kind: 'break' }
  /** `index`: the how manieth picture of its block, from 0. */
  | { readonly kind: 'picture'; readonly index: number; readonly source: string; readonly alt: string; readonly isQuoted: boolean };

/** One of the blocks that stand directly in the letter: a paragraph, a list, a quote, the signature. Never changed, only replaced. */
export type LetterBlock = {
  readonly isSignature: boolean;
  readonly parts: readonly LetterPart[];
};
export type Letter = readonly LetterBlock[];

/** Characters of a block, or one of its pictures. */
export type Place =
  | { readonly kind: 'words'; readonly block: number; readonly from: number; readonly to: number }
  | { readonly kind: 'picture'; readonly block: number; readonly index: number };

/** A line of a block, as it stands there: what is not one's own, or code, is blanked out and keeps its length. */
export type Line = { readonly at: number; readonly text: string };

/** Stands for what is not looked at; no letter, no digit, no space. */
const BLANK = '\uFFFC';

/** Answers from what was found in this very value before: a check of a long letter costs as much as the block that has changed. */
export function remember<In extends object, Out>(work: (value: In) => Out): (value: In) => Out {
  const known = new WeakMap<In, { readonly answer: Out }>();
  return (value) => {
    const found = known.get(value) ?? { answer: work(value) };
    known.set(value, found);
    return found.answer;
  };
}

export const linesOf = remember(({ parts }: LetterBlock): readonly Line[] => {
  const lines: Line[] = [];
  let line: { at: number; text: string } | null = null;
  for (const part of parts) {
    if (part.kind === 'picture') continue;
    if (part.kind === 'break') {
      if (line !== null) lines.push(line);
      line = null;
      continue;
    }
    line ??= { at: part.at, text: '' };
    line.text += part.isQuoted || part.isCode ? BLANK.repeat(part.text.length) : part.text;
  }
  if (line !== null) lines.push(line);
  // Plain text quotes so.
  return lines.filter(({ text }) => !text.startsWith('>'));
});

const wordsOf = remember((block: LetterBlock): string =>
  block.parts
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('')
    .trim(),
);

/** Whether there is a letter or a digit of one's own in it. */
export const hasOwnWords = remember((block: LetterBlock): boolean =>
  block.parts.some((part) => part.kind === 'text' && !part.isQuoted && /[\p{L}\p{N}]/u.test(part.text)),
);

/**
 * The blocks that may hold something of one's own, each with its place. Behind the line that stands above a forwarded letter
 * (`intros`: that line, in each language) everything is somebody else's, except one's signature.
 */
export function ownBlocks(letter: Letter, intros: readonly string[]): readonly (readonly [LetterBlock, number])[] {
  const forwarded = letter.findIndex((block) => intros.includes(wordsOf(block)));
  return letter.flatMap((block, index) => (forwarded === -1 || index < forwarded || block.isSignature ? [[block, index] as const] : []));
}
