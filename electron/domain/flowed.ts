// Plain text as it travels: format=flowed, delsp=no (RFC 3676). Its lines are short for programs that show them as they are, and
// grow together again in those that know the format.

export type TextLine = {
  /** How often it is quoted. */
  readonly depth: number;
  readonly text: string;
};

/** RFC 3676 4.2 allows 78; up to 76 no transfer encoding breaks the line once more. */
const WIDTH = 76;
/** Before a signature; never flowed (RFC 3676 4.3). */
export const SIGNATURE_LINE = '-- ';
const MOST_QUOTES = 20;

/** Lines of plain text as a person writes them: `>` before a line says that it is quoted. */
export const readLines = (text: string): TextLine[] =>
  text.split('\n').map((line) => {
    const quotes = /^(?:> ?)*/.exec(line)?.[0] ?? '';
    return { depth: quotes.split('>').length - 1, text: line.slice(quotes.length) };
  });

/** The opposite: lines as a person reads them. */
export const writeLines = (lines: readonly TextLine[]): string =>
  lines.map(({ depth, text }) => (depth === 0 ? text : `${'> '.repeat(depth - 1)}>${text === '' ? '' : ` ${text}`}`)).join('\n');

/** The text for the wire. Spaces at the end of a line would join it to the next, so they go, except in a signature's own line. */
export const flow = (lines: readonly TextLine[]): string => lines.map(flowLine).join('\n');

function flowLine({ depth, text }: TextLine): string {
  const quotes = '>'.repeat(Math.min(depth, MOST_QUOTES));
  const line = text === SIGNATURE_LINE ? text : text.replace(/ +$/, '');
  if (quotes !== '' && line === '') return quotes;
  return breakLine(line, WIDTH - quotes.length - 1)
    .map((piece) => `${quotes}${quotes !== '' || /^(?: |>|From )/.test(piece) ? ' ' : ''}${piece}`)
    .join('\n');
}

/** Pieces that end in the space they were broken at; a word without end stays whole. */
function breakLine(line: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const before = rest.lastIndexOf(' ', width - 1);
    const at = before > 0 && isBreak(rest, before) ? before : nextBreak(rest, width);
    if (at === -1) break;
    pieces.push(rest.slice(0, at + 1));
    rest = rest.slice(at + 1);
  }
  return [...pieces, rest];
}

/** Not where the piece would be taken for the line before a signature, or the rest for a line of its own without words. */
const isBreak = (line: string, at: number): boolean => at + 1 < line.length && line.slice(0, at + 1) !== SIGNATURE_LINE;

function nextBreak(line: string, from: number): number {
  for (let at = line.indexOf(' ', from); at !== -1; at = line.indexOf(' ', at + 1)) if (isBreak(line, at)) return at;
  return -1;
}
