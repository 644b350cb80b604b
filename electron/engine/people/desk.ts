// What the people room does, read when it is first needed: suggestions, cards, groups, and bringing address books in.
import { fail, type Result, succeed } from '../../contract/failure';
import { messageRefSchema } from '../../contract/model/messages';
import type { Person, PersonCard } from '../../contract/model/people';
import { asciiDomain, checkAddress } from '../../domain/addresses';
import { senderKey } from '../../domain/identities/identity';
import { foresee } from '../../domain/people/foresee';
import { matches, searchWords } from '../../domain/people/keys';
import { findPeople } from '../../domain/people/search';
import { namesOf } from '../../domain/spelling/own-words';
import type { Accounts, Bell, CallHandlers, Clock, QueryHandlers, Randomness } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { createAtHand, type KnownWithCounts } from './at-hand';
import { createFirstDay, type ReadHeaders } from './first-day';
import { createGroupCalls } from './group-calls';
import { groupsOf, membersOf } from './group-rows';
import { createImport } from './import/take-over';
import { learnFromStory } from './learn';
import { lastLetterTo, type PersonRow, personByAddress, personById, removePerson, writtenTo } from './rows';
import { suggestionsOf, tellForeseen } from './suggestions';
import { savePerson } from './write';

export type PeopleCalls = Pick<CallHandlers, Extract<keyof CallHandlers, `people.${string}`>>;
export type PeopleQueries = Pick<QueryHandlers, Extract<keyof QueryHandlers, `people.${string}`>>;
export type Desk = {
  readonly calls: PeopleCalls;
  readonly queries: PeopleQueries;
  /** The parts of everybody's name, in small letters. Throws what the disk throws. */
  readonly names: () => Promise<ReadonlySet<string>>;
  readonly stop: () => void;
};

export type DeskNeeds = {
  readonly store: Store;
  readonly bell: Pick<Bell, 'listen'>;
  readonly host: { readonly clock: Clock; readonly random: Randomness };
  readonly accounts: Pick<Accounts, 'find'>;
  readonly readHeaders: ReadHeaders;
};

/** ms */
const busy = 1_000;
/** Domains that are told for finding slips of the fingers. */
const mostDomains = 300;

export function createDesk({ store, bell, host, accounts, readHeaders }: DeskNeeds): Desk {
  const isPractice = (accountId: string): boolean => accounts.find(accountId)?.provider === 'practice';
  const atHand = createAtHand(store, host.clock, isPractice);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const changed = (ids: readonly number[] | null): void => {
    if (ids?.length === 0) return;
    atHand.changed(ids);
    tell();
  };
  const write = <T>(work: () => T): Result<T> => onDisk(() => store.write(work), store.profile);
  const safely = <T>(work: () => Promise<T>): Promise<Result<T>> => onDiskSoon(work, store.profile);
  const firstDay = createFirstDay({ store, clock: host.clock, read: readHeaders, onProgress: tell, onLearned: changed });

  let catchingUp: Promise<Result<null>> | null = null;
  /** Counts what was sent since it was last asked. */
  const catchUp = (): Promise<Result<null>> => {
    catchingUp ??= safely(async () => {
      for (;;) {
        const learned = learnFromStory(store);
        changed(learned.changed);
        if (learned.isDone) return null;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }).finally(() => {
      catchingUp = null;
    });
    return catchingUp;
  };
  /** What was sent since people were brought to hand counts at once; while thousands are being sent, once a second. */
  let hasNews = true;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const stopListening = bell.listen('outbox', () => {
    hasNews = true;
  });
  const catchUpQuickly = (): void => {
    if (!hasNews || host.clock.now() - lookedAt < busy) return;
    hasNews = false;
    const { changed: ids, isDone } = learnFromStory(store);
    changed(ids);
    if (isDone) return;
    lookedAt = host.clock.now();
    void catchUp();
  };
  const list = async (search: string, groupId: number | null): Promise<readonly KnownWithCounts[]> => {
    const everybody = await atHand.everybody();
    const words = searchWords(search);
    const members = groupId === null ? null : new Set(membersOf(store, groupId).map(({ id }) => id));
    if (words.length === 0 && members === null) return everybody;
    return everybody.filter(({ id, folded }) => (members === null || members.has(id)) && matches(folded, words));
  };
  const cardOf = (row: PersonRow | undefined): Result<PersonCard | null> =>
    onDisk(() => (row === undefined ? null : readCard(store, row)), store.profile);
  /** Pushes what `read` answers now and after each change, the newest last. */
  const watching =
    <I, T>(read: (input: I) => Promise<Result<T>> | Result<T>) =>
    (input: I, push: (result: Result<T>) => void): (() => void) => {
      let isEnded = false;
      let round = 0;
      const look = async (): Promise<void> => {
        round += 1;
        const mine = round;
        const value = await read(input);
        if (!isEnded && mine === round) push(value);
      };
      const listener = (): void => void look().catch(() => undefined);
      listeners.add(listener);
      listener();
      return () => {
        isEnded = true;
        listeners.delete(listener);
      };
    };

  let names: { readonly version: number; readonly parts: ReadonlySet<string> } | null = null;

  return {
    async names() {
      const everybody = await atHand.everybody();
      if (names?.version !== atHand.version()) names = { version: atHand.version(), parts: namesOf(everybody.map(({ name }) => name)) };
      return names.parts;
    },
    calls: {
      async 'people.prepare'({ accountId }) {
        const caught = await catchUp();
        if (!caught.ok) return caught;
        const account = accountId === null ? null : accounts.find(accountId);
        if (account !== null) firstDay.begin(account);
        return safely(async () => ({ domains: domainsOf(await atHand.everybody()) }));
      },
      'people.suggest': ({ text, accountId, identityId, limit, ahead = 0 }) =>
        safely(async () => {
          catchUpQuickly();
          const sources = await atHand.sources(accountId === null ? null : senderKey(accountId, identityId));
          return {
            items: suggestionsOf(findPeople(text, sources, limit)),
            ahead: tellForeseen(ahead === 0 ? [] : foresee(text, sources, ahead)),
          };
        }),
      async 'people.card'({ address }) {
        await catchUp(); // what left a moment ago is the last letter; where that fails, the one before is shown
        const row = onDisk(() => personByAddress(store, address), store.profile);
        return row.ok ? cardOf(row.value) : row;
      },
      'people.read'({ id }) {
        const row = onDisk(() => personById(store, id), store.profile);
        return row.ok ? cardOf(row.value) : row;
      },
      'people.save'({ id, name, address }) {
        if (checkAddress(address) !== null) return fail('address-invalid', { address });
        const saved = write(() => savePerson(store, id, name.trim(), address));
        if (!saved.ok) return saved;
        if (saved.value === null) return fail('not-found');
        changed(id === null ? [saved.value] : null);
        return succeed({ id: saved.value });
      },
      'people.remove'({ ids }) {
        const removed = write(() => {
          for (const id of ids) removePerson(store, id);
        });
        if (!removed.ok) return removed;
        changed(ids);
        return succeed(null);
      },
      ...createGroupCalls(store, write, () => changed([-1])),
      ...createImport({ store, random: host.random, everybody: () => atHand.everybody(), onChanged: () => changed(null), safely }),
      'people.stopFilling'({ accountId }) {
        firstDay.stop(accountId);
        return succeed(null);
      },
    },
    queries: {
      'people.page': watching(async ({ search, groupId, offset, limit }) => {
        const caught = await catchUp();
        if (!caught.ok) return caught;
        return safely(async () => {
          const all = await list(search, groupId);
          return { total: all.length, offset, items: all.slice(offset, offset + limit).map(personOf) };
        });
      }),
      'people.groups': watching(() => onDisk(() => atHand.groups().map(({ id, name, members }) => ({ id, name, members })), store.profile)),
      'people.filling': watching(() => succeed(firstDay.now())),
    },
    stop() {
      stopListening();
      firstDay.stopAll();
      atHand.stop();
      listeners.clear();
    },
  };
}

const personOf = ({ id, name, address, written }: KnownWithCounts): Person => ({
  id,
  name,
  address,
  times: written.reduce((sum, { times }) => sum + times, 0),
  lastAt: written.length === 0 ? null : Math.max(...written.map(({ lastAt }) => lastAt)),
});

function readCard(store: Store, row: PersonRow): PersonCard {
  const last = lastLetterTo(store, row.id);
  const ref = last === undefined ? null : messageRefSchema.safeParse(JSON.parse(last.ref));
  return {
    ...personOf({ ...row, isLearned: false, written: writtenTo(store, row.id) }),
    groups: groupsOf(store, row.id).map(({ id, name, members }) => ({ id, name, members })),
    last: last !== undefined && ref?.success === true ? { subject: last.subject, at: last.at, ref: ref.data } : null,
  };
}

/** Those one has written to more than once, the most written first: one letter to a wrong address makes no known domain. */
function domainsOf(people: readonly KnownWithCounts[]): string[] {
  const times = new Map<string, number>();
  for (const { address, written } of people) {
    if (written.length === 0) continue;
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    times.set(domain, (times.get(domain) ?? 0) + written.reduce((sum, one) => sum + one.times, 0));
  }
  return [...times]
    .filter(([domain, count]) => count > 1 && asciiDomain(domain) !== null)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostDomains)
    .map(([domain]) => domain);
}

/** As `onDisk`, for work that takes several turns. */
async function onDiskSoon<T>(work: () => Promise<T>, profile: string): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    const failed: Result<never> = onDisk(() => {
      throw error;
    }, profile);
    return failed;
  }
}
