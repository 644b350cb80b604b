// Typing on narrows what was offered to what the search itself would answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { fold, foldPerson } from '../../../../electron/domain/people/keys';
import { narrow } from '../../../../electron/domain/people/narrow';
import { findPeople, type KnownGroup, type KnownPerson } from '../../../../electron/domain/people/search';

const limit = 5;
const person = (id: number, name: string, address: string): KnownPerson => ({
  id,
  name,
  address,
  folded: foldPerson(name, address),
  written: [],
  isLearned: false,
});
const search = (text: string, everybody: readonly KnownPerson[], groups: readonly KnownGroup[]): Suggestion[] => {
  const found = findPeople(text, { warm: [], everybody, groups }, limit);
  return [
    ...found.people.map(({ id, name, address }) => ({ kind: 'person' as const, id, name, address })),
    ...found.groups.map(({ id, name, members }) => ({ kind: 'group' as const, id, name, members })),
  ];
};

const letters = fc.string({ unit: fc.constantFrom('a', 'n', 'å', 'B', ' ', '.', '<', '@', 'ø'), maxLength: 6 });
const somebody = fc.tuple(fc.string({ unit: fc.constantFrom('a', 'n', 'Å', 'b', ' '), maxLength: 5 }), fc.constantFrom('ab', 'na.b', 'n'));

describe('typing on', () => {
  it('offers at once what the search would answer, or the beginning of it', () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { maxLength: 12 }),
        fc.array(letters, { maxLength: 3 }),
        letters,
        letters,
        (people, names, before, more) => {
          const everybody = people.map(([name, box], id) => person(id, name, `${box}@example.org`));
          const groups = names.map((name, id) => ({ id, name, folded: fold(name), members: 2 }));
          const items = search(before, everybody, groups);
          const isAll = items.length < limit;
          const narrowed = narrow({ text: before, items, isAll }, before + more);
          if (narrowed === null) return;
          const full = search(before + more, everybody, groups);
          expect(narrowed).toEqual(isAll ? full : full.slice(0, narrowed.length));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows nothing of another text, and of one whose first ones have all fallen away', () => {
    const items = search('an', [person(1, 'Anna', 'anna@example.org')], []);
    expect(narrow({ text: 'an', items, isAll: true }, 'ann')).toEqual(items);
    expect(narrow({ text: 'an', items, isAll: true }, 'bo')).toBeNull();
    expect(narrow({ text: 'an', items, isAll: true }, 'anx')).toEqual([]);
    expect(narrow({ text: 'an', items, isAll: false }, 'anx')).toBeNull();
    expect(narrow({ text: '', items: [], isAll: false }, 'a')).toBeNull();
  });
});
