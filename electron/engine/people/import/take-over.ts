// Brings an address book in: first what would come in is told, then it is taken over.
import { fail, type Result, succeed } from '../../../contract/failure';
import type { ImportPreview } from '../../../contract/model/people';
import { recipientKey } from '../../../domain/addresses';
import type { KnownPerson } from '../../../domain/people/search';
import type { CallHandlers, Randomness } from '../../rooms';
import type { Store } from '../../store/open';
import { takeIn } from '../write';
import type { Entries, Entry } from './entries';
import { readAddressFile } from './read-file';

type ImportNeeds = {
  readonly store: Store;
  readonly random: Randomness;
  readonly everybody: () => Promise<readonly KnownPerson[]>;
  readonly onChanged: () => void;
  readonly safely: <T>(work: () => Promise<T>) => Promise<Result<T>>;
};

/** People in one commit. */
const slice = 500;
const mostSampled = 8;
const mostGroups = 50;

export function createImport({
  store,
  random,
  everybody,
  onChanged,
  safely,
}: ImportNeeds): Pick<CallHandlers, 'people.readFile' | 'people.import'> {
  /** The file that was read last; another one takes its place. */
  let waiting: { readonly id: string; readonly people: readonly Entry[] } | null = null;
  return {
    'people.readFile': ({ bytes }) =>
      safely(async () => {
        waiting = null;
        const read = await readAddressFile(bytes);
        if ('kind' in read) return read;
        const id = Buffer.from(random(16)).toString('hex');
        waiting = { id, people: read.people };
        return preview(id, read, await everybody());
      }),
    async 'people.import'({ importId, withGroups }) {
      if (waiting?.id !== importId) return fail('not-found');
      const { people } = waiting;
      waiting = null;
      let [added, named] = [0, 0];
      for (let at = 0; at < people.length; at += slice) {
        const taken = await store.commit(() => people.slice(at, at + slice).map((entry) => takeIn(store, entry, withGroups).was));
        if (!taken.ok) {
          onChanged();
          return taken;
        }
        added += taken.value.filter((was) => was === 'added').length;
        named += taken.value.filter((was) => was === 'named').length;
      }
      onChanged();
      return succeed({ added, named });
    },
  };
}

function preview(importId: string, { people, skipped, skippedSample }: Entries, everybody: readonly KnownPerson[]): ImportPreview {
  const known = new Map(everybody.map(({ address, name }) => [recipientKey(address), name]));
  const fresh = people.filter(({ address }) => !known.has(recipientKey(address)));
  const named = people.filter(({ address, name }) => known.get(recipientKey(address)) === '' && name !== '');
  const groups = new Map<string, number>();
  for (const entry of people) for (const group of entry.groups) groups.set(group, (groups.get(group) ?? 0) + 1);
  return {
    kind: 'ready',
    importId,
    added: fresh.length,
    named: named.length,
    same: people.length - fresh.length - named.length,
    groups: [...groups].slice(0, mostGroups).map(([name, members]) => ({ name, members })),
    sample: [...fresh, ...named].slice(0, mostSampled).map(({ name, address }) => ({ name, address })),
    skipped,
    skippedSample: [...skippedSample],
  };
}
