// People as a property may have them, and the search that looks at everybody: what the words' index finds is compared with it.
import fc from 'fast-check';
import { fold, foldPerson, matches, searchWords } from '../../../../electron/domain/people/keys';
import type { Found, KnownGroup, KnownPerson, Sources } from '../../../../electron/domain/people/search';
import { indexWords } from '../../../../electron/domain/people/word-index';

export const person = (id: number, name: string, address: string, isWarm = false): KnownPerson => ({
  id,
  name,
  address,
  folded: foldPerson(name, address),
  written: isWarm ? [{ accountId: 'a', warmth: 1 }] : [],
  isLearned: false,
});
export const group = (id: number, name: string, members = 2): KnownGroup => ({ id, name, folded: fold(name), members });

/** What somebody types. */
export const typed = fc.string({ unit: fc.constantFrom('a', 'n', 'å', 'B', ' ', '.', '<', '@', 'ø', '-', 'æ', '\u{1d7d8}'), maxLength: 6 });
const somebody = fc.tuple(
  fc.string({ unit: fc.constantFrom('a', 'n', 'Å', 'b', ' ', ',', '-', '"', '\u{1d7d8}'), maxLength: 6 }),
  fc.constantFrom('ab', 'na.b', 'n'),
  fc.boolean(),
);

export type World = {
  readonly warm: readonly KnownPerson[];
  readonly everybody: readonly KnownPerson[];
  readonly groups: readonly KnownGroup[];
};
export const world: fc.Arbitrary<World> = fc
  .tuple(fc.array(somebody, { maxLength: 14 }), fc.array(fc.tuple(typed, fc.nat(2)), { maxLength: 4 }))
  .map(([people, groups]) => {
    const everybody = people.map(([name, box, isWarm], id) => person(id, name, `${box}@example.org`, isWarm));
    return {
      everybody,
      warm: everybody.filter(({ written }) => written.length > 0).reverse(),
      groups: groups.map(([name, members], id) => group(id, name, members)),
    };
  });

export const indexed = ({ warm, everybody, groups }: World): Sources => ({
  warm: indexWords(warm),
  everybody: indexWords(everybody),
  groups,
});

export function lookAtEverybody(text: string, { warm, everybody, groups }: World, limit: number): Found {
  const words = searchWords(text);
  if (words.length === 0) return { people: [], groups: [] };
  const fits = ({ folded }: { readonly folded: string }): boolean => matches(folded, words);
  const fitting = groups.filter((one) => one.members > 0 && fits(one)).slice(0, 2);
  const people = [...warm, ...everybody.filter(({ written }) => written.length === 0)].filter(fits);
  return { people: people.slice(0, Math.max(0, limit - fitting.length)), groups: fitting };
}
