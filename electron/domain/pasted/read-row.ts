// A row of a spreadsheet: cells with tabs between them, the address in any of them.
import type { Recipient } from '../../contract/model/drafts';
import { parseAddress } from '../addresses';
import { addressesIn, type Columns, nameIn, readColumns } from '../people/csv-columns';
import { mailbox, readEntry } from './read-entry';

const cellsOf = (line: string): string[] =>
  line.split('\t').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/su, '$1')
      .replace(/""/g, '"'),
  );

/** What the first row says of the others; null: it is a row like them. */
export const headOf = (line: string): Columns | null => (line.includes('@') || !line.includes('\t') ? null : readColumns(cellsOf(line)));

/** @param columns null: the row has to tell by itself */
export function readRow(line: string, columns: Columns | null): Recipient[] {
  const cells = cellsOf(line);
  const addresses = columns === null ? cells.filter((cell) => cell.includes('@')) : addressesIn(cells, columns);
  if (addresses.length === 0) {
    const text = cells.filter((cell) => cell !== '').join(' ');
    return text === '' ? [] : [parseAddress(text)];
  }
  const name = columns === null ? guessName(cells) : nameIn(cells, columns);
  return addresses
    .flatMap((cell) => cell.split(/[,;]|\s:::\s/u))
    .flatMap((cell): Recipient[] => {
      const read = readEntry(cell);
      if (read.kind === 'bad') return read.problem === 'empty' ? [] : [read];
      const called = read.name === '' && name !== '' ? parseAddress(mailbox(name, read.address)) : read;
      return [called.kind === 'good' ? called : read];
    });
}

const isWord = (cell: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(cell);

/** The first cell with letters in it; "Anna" and "Ek" beside each other are one name. */
function guessName(cells: readonly string[]): string {
  const place = cells.findIndex((cell) => !cell.includes('@') && /\p{L}/u.test(cell));
  const [first = '', next = ''] = place < 0 ? [] : cells.slice(place, place + 2);
  return isWord(first) && isWord(next) ? `${first} ${next}` : first;
}
