// Reads a table with separators (RFC 4180, and as spreadsheets really write it): commas, semicolons or tabs, found by itself.
import Papa from 'papaparse';
import { addressesIn, groupsIn, guessColumns, nameIn, readColumns } from '../../../domain/people/csv-columns';
import { createGathering, type Entries, mostPeople, type Refused } from './entries';

/** Nobody's table of people has more columns; Google's has about a hundred. */
const mostCells = 400;
/** Rows between two turns of the event loop. */
const slice = 500;

export async function readTable(text: string): Promise<Entries | Refused> {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    preview: mostPeople * 2,
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const [first] = data;
  if (first === undefined) return { kind: 'refused', why: 'no-people' };
  const named = readColumns(first.slice(0, mostCells));
  const columns =
    named ??
    data
      .slice(0, 20)
      .map(guessColumns)
      .find((guess) => guess !== null) ??
    null;
  if (columns === null) return { kind: 'refused', why: 'no-addresses' };
  const gathering = createGathering();
  for (let index = named === null ? 0 : 1; index < data.length; index += 1) {
    const row = data[index] ?? [];
    gathering.add(index + 1, nameIn(row, columns), addressesIn(row, columns), groupsIn(row, columns));
    if (gathering.isFull()) return { kind: 'refused', why: 'too-many', limit: mostPeople };
    if (index % slice === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return gathering.entries();
}
