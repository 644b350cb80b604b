// Everybody in memory while somebody writes: read in slices when first asked for, mended at each change, let go after ten minutes.
// Fifty thousand people take some seventeen megabytes with their words, and are found in less than a millisecond.
import { type KnownGroup, type KnownPerson, type Sources, warmestFirst } from '../../domain/people/search';
import { indexWords, type WordIndex } from '../../domain/people/word-index';
import type { Clock } from '../rooms';
import type { Store } from '../store/open';
import { allGroups } from './group-rows';
import { nextPeople, nextWritten, type PersonRow, personById, type WrittenRow, writtenTo } from './rows';

export type KnownWithCounts = Omit<KnownPerson, 'written'> & { readonly written: readonly WrittenRow[] };
export type AtHand = {
  /** In the order of their names. Throws what the disk throws. */
  readonly everybody: () => Promise<readonly KnownWithCounts[]>;
  /** Where people are found for a `senderKey`. Throws what the disk throws. */
  readonly sources: (sender: string | null) => Promise<Sources>;
  readonly groups: () => readonly KnownGroup[];
  /** These were added, changed or removed; null: many were. */
  readonly changed: (ids: readonly number[] | null) => void;
  /** Counts up with each change. */
  readonly version: () => number;
  readonly stop: () => void;
};

/** Rows between two turns of the event loop: a few milliseconds. */
const slice = 2_000;
/** ms */
const rest = 600_000;
/** More changes than these are read anew as a whole. */
const mostMended = 200;

const compareNames = (a: Pick<PersonRow, 'folded' | 'id'>, b: Pick<PersonRow, 'folded' | 'id'>): number =>
  a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.id - b.id;

export function createAtHand(store: Store, clock: Clock, isPractice: (accountId: string) => boolean): AtHand {
  let people: KnownWithCounts[] | null = null;
  let loading: Promise<KnownWithCounts[]> | null = null;
  let groups: KnownGroup[] | null = null;
  let version = 0;
  let byName: WordIndex<KnownPerson> | null = null;
  const warm = new Map<string | null, WordIndex<KnownPerson>>();
  let callOff = (): void => undefined;

  const load = async (): Promise<KnownWithCounts[]> => {
    for (;;) {
      const begun = version;
      const loaded = await readAll(store);
      if (begun === version) return loaded; // else somebody changed what had been read already
    }
  };
  const everybody = async (): Promise<KnownWithCounts[]> => {
    callOff();
    callOff = clock.after(rest, () => {
      people = null;
      byName = null;
      warm.clear();
    });
    if (people !== null) return people;
    loading ??= load().finally(() => {
      loading = null;
    });
    people = await loading;
    return people;
  };
  const mend = (id: number): void => {
    if (people === null) return;
    const before = people.findIndex((one) => one.id === id);
    const row = personById(store, id);
    const person = row === undefined ? null : knownFrom(row, writtenTo(store, id));
    if (person !== null && people[before]?.folded === person.folded) {
      people[before] = person; // written to once more: every word stays where it is
      return;
    }
    byName = null;
    if (before >= 0) people.splice(before, 1);
    if (person === null) return;
    const place = people.findIndex((one) => compareNames(one, person) > 0);
    people.splice(place < 0 ? people.length : place, 0, person);
  };

  const knownGroups = (): readonly KnownGroup[] => {
    groups ??= allGroups(store);
    return groups;
  };

  return {
    everybody,
    async sources(sender) {
      const all = await everybody();
      if (byName?.people !== all) byName = indexWords(all);
      const known = warm.get(sender) ?? indexWords(warmestFirst(all, sender, isPractice));
      warm.set(sender, known);
      return { warm: known, everybody: byName, groups: knownGroups() };
    },
    groups: knownGroups,
    changed(ids) {
      version += 1;
      warm.clear();
      groups = null;
      if (ids === null || ids.length > mostMended) people = null;
      else for (const id of ids) mend(id);
    },
    version: () => version,
    stop: () => callOff(),
  };
}

const knownFrom = ({ id, name, address, folded, source }: PersonRow, written: readonly WrittenRow[]): KnownWithCounts => ({
  id,
  name,
  address,
  folded,
  written,
  isLearned: source === 'written',
});

const nobody: readonly WrittenRow[] = [];

async function readAll(store: Store): Promise<KnownWithCounts[]> {
  const written = new Map<number, WrittenRow[]>();
  for (let after = 0; ; ) {
    const rows = nextWritten(store, after, slice);
    for (const { personId, ...row } of rows) {
      const own = written.get(personId);
      if (own === undefined) written.set(personId, [row]);
      else own.push(row);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.personId;
    await turn();
  }
  const people: KnownWithCounts[] = [];
  for (let after: PersonRow | null = null; ; ) {
    const rows: PersonRow[] = nextPeople(store, after, slice);
    for (const row of rows) people.push(knownFrom(row, written.get(row.id) ?? nobody));
    if (rows.length < slice) return people;
    after = rows.at(-1) ?? null;
    await turn();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
