// Words: the text of a letter - its formatting, tables, colours, finding, pasting, and plain text.
import type { Ink, Paper } from '../../../electron/contract/model/letter-text';

const inks: Readonly<Record<Ink, string>> = { red: 'Red', orange: 'Orange', green: 'Green', blue: 'Blue', purple: 'Purple', grey: 'Grey' };
const papers: Readonly<Record<Paper, string>> = { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' };
export type Lost = { readonly formatting: boolean; readonly links: number; readonly pictures: number; readonly tables: number };

export const letterText = {
  more: 'More formatting',
  paragraph: 'Text',
  headingLevel: (level: number) => `Heading ${level}`,
  strike: 'Struck through',
  code: 'Code',
  codeBlock: 'Block of code',
  table: 'Table',
  rule: 'Line across',
  clear: 'Clear formatting',
  ink: 'Colour of the words',
  inkOf: (name: Ink) => `Words: ${inks[name]}`,
  noInk: 'Words: usual colour',
  paper: 'Behind the words',
  paperOf: (name: Paper) => `Behind: ${papers[name]}`,
  noPaper: 'Behind: nothing',
  emoji: 'Emoji',
  emojiSearch: 'Search emoji',
  emojiNone: 'None is called that.',
  emojiFailed: 'The emoji could not be read. Close this and open it again.',
  tableTools: 'Table',
  rowAbove: 'Row above',
  rowBelow: 'Row below',
  removeRow: 'Remove row',
  columnBefore: 'Column before',
  columnAfter: 'Column after',
  removeColumn: 'Remove column',
  headRow: 'First row is a heading',
  removeTable: 'Remove table',
  find: 'Find in the letter',
  replaceWith: 'Replace with',
  found: (at: string, count: string) => `${at} of ${count}`,
  notFound: 'Not found',
  next: 'Next',
  previous: 'Previous',
  replace: 'Replace',
  replaceAll: 'Replace all',
  replaced: (count: number) => (count === 1 ? 'One place was replaced.' : `${count} places were replaced.`),
  matchCase: 'Match capitals',
  closeFind: 'Close',
  pastePlain: 'Paste as plain text',
  picturesLeftOut: (count: number) =>
    count === 1 ? 'A picture that lies elsewhere was left out.' : `${count} pictures that lie elsewhere were left out.`,
  large: (size: string) => `What you pasted is long: ${size}. How should it come in?`,
  largeFilesOnly: (size: string) => `What you pasted is too long for a letter: ${size}. It can go with it as a file.`,
  largeAsText: 'As plain text',
  largeAsFile: 'As an attachment',
  largeLeave: 'Leave it out',
  pastedName: 'Pasted text.txt',
  makeRich: 'With formatting',
  switchPlain: 'Plain text on or off',
  isPlain: 'Plain text',
  wouldLose: ({ formatting, links, pictures, tables }: Lost) => {
    const parts = [
      ...(formatting ? ['the formatting'] : []),
      ...(tables > 0 ? [tables === 1 ? 'the lines of a table' : `the lines of ${tables} tables`] : []),
      ...(links > 0
        ? [
            links === 1
              ? 'a link behind words (its address is written out)'
              : `${links} links behind words (their addresses are written out)`,
          ]
        : []),
      ...(pictures > 0 ? [pictures === 1 ? 'a picture' : `${pictures} pictures`] : []),
    ];
    return `As plain text this letter loses ${new Intl.ListFormat('en').format(parts)}.`;
  },
  plainAnyway: 'Make it plain text',
  keepAsIs: 'Keep it as it is',
  plainFailed: 'The letter could not be made plain text. Try again.',
};
