// Who is found by an index of words is who would be found by looking at everybody.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople } from '../../../../electron/domain/people/search';
import { indexed, lookAtEverybody, person, typed, world } from './people';

describe('a search', () => {
  it('finds whom a look at everybody finds, in the same order', () => {
    fc.assert(
      fc.property(world, typed, fc.integer({ min: 1, max: 6 }), (all, text, limit) => {
        expect(findPeople(text, indexed(all), limit)).toEqual(lookAtEverybody(text, all, limit));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows words that begin within an address, and none that only goes on in one', () => {
    const anna = person(1, 'Åsa Öst', 'asa.ost@mail.example.org');
    const found = (text: string) => findPeople(text, indexed({ warm: [], everybody: [anna], groups: [] }), 8).people;
    expect(found('OST@mail')).toEqual([anna]);
    expect(found('exa åsa')).toEqual([anna]);
    expect(found('ample')).toEqual([]);
  });
});
