// Finds people while somebody types: everybody at hand, the warm ones first; see `npm run bench -- people`.
import { accountOfLane } from '../identities/identity';
import { matches, searchWords } from './keys';
import { warmthFor } from './warmth';
import { eachWith, type WordIndex } from './word-index';

export type KnownPerson = {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly folded: string;
  /** By the address of one's own that it was from; `accountId` is a `senderKey`. */
  readonly written: readonly { readonly accountId: string; readonly warmth: number }[];
  /** Known only from letters, and not put down by the person. */
  readonly isLearned: boolean;
};
export type KnownGroup = { readonly id: number; readonly name: string; readonly folded: string; readonly members: number };

export type Found = { readonly people: readonly KnownPerson[]; readonly groups: readonly KnownGroup[] };

/** Groups take no more places than these. */
export const mostGroups = 2;

/** The warm ones for an address of one's own (a `senderKey`), the warmest first. Whom one has only met where nothing is really sent is met there alone. */
export const warmestFirst = (
  people: readonly KnownPerson[],
  sender: string | null,
  isPractice: (accountId: string) => boolean,
): readonly KnownPerson[] =>
  people
    .flatMap((person) => {
      if (person.written.length === 0 || !isForReal(person, sender, isPractice)) return [];
      return [{ person, warmth: warmthFor(person.written, sender) ?? 0 }];
    })
    .sort((a, b) => b.warmth - a.warmth)
    .map(({ person }) => person);

const isForReal = (person: KnownPerson, sender: string | null, isPractice: (accountId: string) => boolean): boolean =>
  !person.isLearned ||
  (sender !== null && isPractice(accountOfLane(sender))) ||
  person.written.some(({ accountId: of }) => !isPractice(accountOfLane(of)));

/** Where somebody is looked for. */
export type Sources = {
  /** As of `warmestFirst`. */
  readonly warm: WordIndex<KnownPerson>;
  /** In the order of their names. */
  readonly everybody: WordIndex<KnownPerson>;
  readonly groups: readonly KnownGroup[];
};

/** At most `limit` in all. Nothing for a text without a word. */
export function findPeople(text: string, { warm, everybody, groups }: Sources, limit: number): Found {
  const words = searchWords(text);
  if (words.length === 0) return { people: [], groups: [] };
  const fitting = groups.filter(({ folded, members }) => members > 0 && matches(folded, words)).slice(0, mostGroups);
  const room = limit - fitting.length;
  const people: KnownPerson[] = [];
  const take = (person: KnownPerson): boolean => people.push(person) < room;
  if (room > 0) eachWith(warm, words, take);
  if (people.length < room) eachWith(everybody, words, (person) => person.written.length > 0 || take(person));
  return { people, groups: fitting };
}
