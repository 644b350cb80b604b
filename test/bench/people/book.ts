// Fifty thousand contacts as another program exports them, and what is typed to find some of them.
import type { ForkedEngine } from '../../support/forked-engine';
import { unwrap } from '../lab';

export const contacts = 50_000;
const given = [
  'Anna',
  'Bo',
  'Cia',
  'Dag',
  'Eva',
  'Folke',
  'Greta',
  'Hans',
  'Ingrid',
  'Jan',
  'Karin',
  'Lars',
  'Maria',
  'Nils',
  'Olle',
  'Åsa',
];
const family = ['Andersson', 'Berg', 'Carlsson', 'Dahl', 'Ek', 'Fors', 'Gustafsson', 'Holm', 'Isaksson', 'Jonsson', 'Lind', 'Öst'];

/** Somebody is found by each beginning of these: a list is drawn for every letter. */
export const found = [
  'anna berg',
  'lars j',
  'p4999',
  'maria ost',
  'example',
  'asa',
  'nils dahl 4',
  'hans.holm',
  'olle lind 9',
  'greta fors',
];
/** Looked for in vain, or in other letters than one has on the keyboard. */
export const asked = [...found, 'zzz', 'maria östl', 'åsa', 'q'];

const book = (): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `name,email\n${Array.from({ length: contacts }, (_, n) => {
      const [first, last] = [given[n % given.length] ?? '', family[Math.floor(n / given.length) % family.length] ?? ''];
      return `${first} ${last} ${n},${first}.${last}.p${n}@example${n % 400}.org`.normalize('NFD').replace(/\p{M}/gu, '');
    }).join('\n')}\n`,
  );

/** Puts them into the profile of the engine. */
export async function bringIn(engine: ForkedEngine): Promise<void> {
  const preview = unwrap(await engine.call('people.readFile', { name: 'people.csv', bytes: book() }));
  if (preview.kind !== 'ready') throw new Error(preview.why);
  unwrap(await engine.call('people.import', { importId: preview.importId, withGroups: false }));
}

/** @param share 0.99: the 99th percentile */
export const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;
