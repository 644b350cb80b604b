// What is told of the next letter is what the search says when it has been typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foresee } from '../../../../electron/domain/people/foresee';
import { searchWords } from '../../../../electron/domain/people/keys';
import { group, indexed, lookAtEverybody, person, typed, world } from './people';

const limit = 3;
const asked = 24;

describe('what is foreseen', () => {
  it('is the answer to one letter more, or the first of it', () => {
    fc.assert(
      fc.property(world, typed, (all, text) => {
        for (const { words, people, groups, isAll } of foresee(text, indexed(all), limit)) {
          const full = lookAtEverybody(words, all, asked);
          expect(people).toEqual(full.people.slice(0, people.length));
          expect(groups).toEqual(isAll ? full.groups : []);
          expect(people.length).toBe(isAll ? full.people.length : limit);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves out no letter that finds anybody', () => {
    fc.assert(
      fc.property(world, typed, fc.constantFrom('a', 'n', 'b', '.', '@'), (all, text, letter) => {
        const words = searchWords(text + letter).join(' ');
        const isSame = words === searchWords(text).join(' '); // a sign that begins no word
        const { people, groups } = lookAtEverybody(words, all, asked);
        const foreseen = foresee(text, indexed(all), limit).some((one) => one.words === words);
        expect(foreseen || isSame || people.length + groups.length === 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('tells of nothing typed yet by the first letters of all words, the warm ones first', () => {
    const warm = person(1, 'Bo Ek', 'bo@example.org', true);
    const cold = person(2, 'Berg, Åsa', 'asa@example.org');
    const told = foresee('', indexed({ warm: [warm], everybody: [cold, warm], groups: [group(1, 'Board')] }), limit);
    expect(told.find(({ words }) => words === 'b')).toEqual({ words: 'b', people: [warm, cold], groups: [group(1, 'Board')], isAll: true });
    expect(told.map(({ words }) => words).sort()).toEqual(['a', 'b', 'e', 'o']);
  });

  it('looks at no more than the first thousands behind a whole word, and says that there are others', () => {
    const everybody = Array.from({ length: 5_000 }, (_, n) => person(n, `Anna ${n < 4_990 ? 'Berg' : 'Ek'}`, `p${n}@example.org`));
    const told = foresee('anna ', indexed({ warm: [], everybody, groups: [] }), limit);
    expect(told.find(({ words }) => words === 'anna b')).toMatchObject({ people: everybody.slice(0, 3), isAll: false });
    expect(told.find(({ words }) => words === 'anna p')).toMatchObject({ isAll: false });
  });
});
