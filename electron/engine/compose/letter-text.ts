// The text that a person would have written: made of the cleaned HTML of a letter, or of the lines of a plain one.
import { compile, type FormatCallback } from 'html-to-text';
import { readLines, SIGNATURE_LINE, type TextLine, writeLines } from '../../domain/flowed';

// No letter has them: the cleaner takes every noncharacter out (Unicode 23.7).
const QUOTED = '\uFDD0';
const SIGNATURE = '\uFDD1';
const SIGNATURE_END = '\uFDD2';

const quote: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 2,
    blockTransform: (text) =>
      text
        .replace(/^\n+|\n+$/g, '')
        .split('\n')
        .map((line) => QUOTED + line)
        .join('\n'),
  });
};
const signature: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 2,
    blockTransform: (text) => (text.trim() === '' ? '' : `${SIGNATURE}\n${text.trim()}\n${SIGNATURE_END}`),
  });
};

/** What a reader without pictures has of one; of one that is there for its looks alone, nothing. */
const picture: FormatCallback = (element, _walk, builder) => {
  const words = String(element.attribs.alt ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words !== '') builder.addInline(` [${words}]`); // the space is one that nobody has to type before a picture
};

const tight = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const toText = compile({
  wordwrap: false, // flowed.ts knows how
  preserveNewlines: false,
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: 150 },
  formatters: { quote, signature, picture },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'img', format: 'picture' },
    { selector: 'blockquote', format: 'quote' },
    { selector: 'div[data-signature]', format: 'signature' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'li > p', format: 'paragraph', options: tight },
    { selector: 'li > ul', format: 'unorderedList', options: { ...tight, itemPrefix: '- ' } },
    { selector: 'li > ol', format: 'orderedList', options: tight },
    { selector: 'hr', options: { length: 40 } },
    // One with lines holds figures side by side; others only arrange.
    {
      selector: 'table[border]',
      format: 'dataTable',
      options: { uppercaseHeaderCells: false, colSpacing: 3, maxColumnWidth: 60, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    },
    { selector: 'td > p', format: 'paragraph', options: tight },
    { selector: 'th > p', format: 'paragraph', options: tight },
  ],
});

/** The lines of cleaned HTML: quotes with their depth, lists with '-' and numbers, tables in columns, links with their address behind. */
export function linesOf(body: string): TextLine[] {
  const text = toText(body)
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{4,}/g, '\n\n\n') // an empty paragraph between two is one line more, not three
    .replace(/^\n+|\n+$/g, '');
  return withSignature(text).split('\n').map(readMarks);
}

/** Only at the end: to a mail program everything behind such a line is signature, what is quoted too. */
function withSignature(text: string): string {
  const isLast = text.trimEnd().endsWith(SIGNATURE_END);
  return text
    .replace(/\uFDD1\n(--\n)?/, (_mark, own: string | undefined) => (isLast ? `${SIGNATURE_LINE}\n` : (own ?? '')))
    .replace(/\n?\uFDD2/, '')
    .replace(/[\uFDD1\uFDD2]/g, '');
}

function readMarks(line: string): TextLine {
  let depth = 0;
  while (line[depth] === QUOTED) depth += 1;
  return { depth, text: line.slice(depth) };
}

/** The same as one text, quotes with '>'. */
export const textOf = (body: string): string => `${writeLines(linesOf(body)).trimEnd()}\n`;

/** A plain letter's own lines, a paragraph each. */
const isPlain = (html: string): boolean => !/<(?!p(?: dir="auto")?>|\/p>|br ?\/?>|div data-signature="here">|\/div>)/.test(html);
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The lines of a letter in plain text, from cleaned HTML. What still has formatting in it, as the quote under an answer, loses it here. */
export function plainLinesOf(body: string): TextLine[] {
  if (!isPlain(body)) return linesOf(body);
  const text = body
    .replace(/\n/g, ' ')
    .replace(/<div[^>]*>/g, `${SIGNATURE}\n`)
    .replace(/<\/div>/g, `${SIGNATURE_END}\n`)
    .replace(/<\/p>|<br ?\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (one) => entities[one] ?? one)
    .replace(/[^\S\n]+$/gmu, '');
  return readLines(withSignature(text.replace(/\n+$/, '')));
}
