// Typing on narrows what was offered to what the search itself would answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { foresee } from '../../../../electron/domain/people/foresee';
import { type Heard, narrow, nothingHeard, offeredFor } from '../../../../electron/domain/people/narrow';
import { suggestionsOf, tellForeseen } from '../../../../electron/engine/people/suggestions';
import { indexed, lookAtEverybody, person, typed, type World, world } from './people';

const limit = 5;
const ahead = 3;
const search = (text: string, all: World): Suggestion[] => suggestionsOf(lookAtEverybody(text, all, limit));
const ask = (text: string, all: World) => {
  const items = search(text, all);
  return { offer: { text, items, isAll: items.length < limit }, next: tellForeseen(foresee(text, indexed(all), ahead)) };
};

describe('typing on', () => {
  it('offers at once what the search would answer, or the beginning of it', () => {
    fc.assert(
      fc.property(world, typed, typed, (all, before, more) => {
        const { offer } = ask(before, all);
        const narrowed = narrow(offer, before + more);
        if (narrowed === null) return;
        const full = search(before + more, all);
        expect(narrowed).toEqual(offer.isAll ? full : full.slice(0, narrowed.length));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows nothing of another text, and of one whose first ones have all fallen away', () => {
    const items = search('an', { warm: [], everybody: [person(1, 'Anna', 'anna@example.org')], groups: [] });
    expect(narrow({ text: 'an', items, isAll: true }, 'ann')).toEqual(items);
    expect(narrow({ text: 'an', items, isAll: true }, 'bo')).toBeNull();
    expect(narrow({ text: 'an', items, isAll: true }, 'anx')).toEqual([]);
    expect(narrow({ text: 'an', items, isAll: false }, 'anx')).toBeNull();
    expect(narrow({ text: '', items: [], isAll: false }, 'a')).toBeNull();
  });
});

describe('what was told along with the answers', () => {
  it('offers what the search would answer, or the people it begins with, however many letters have no answer yet', () => {
    fc.assert(
      fc.property(world, typed, typed, (all, before, more) => {
        const first = tellForeseen(foresee('', indexed(all), ahead));
        const heard: Heard = before.trim() === '' ? { ...nothingHeard, first } : { ...ask(before, all), first };
        const offered = offeredFor(heard, before + more);
        if (offered === null) return;
        const full = search(before + more, all);
        expect(offered).toEqual(full.slice(0, offered.length));
        if (more === '') expect(offered).toEqual(full);
      }),
      { numRuns: 3000 },
    );
  });

  it('has a list for a first letter, and for a letter whose people are not among the first of the answer', () => {
    const everybody = ['Anna A', 'Anna B', 'Anna C', 'Anna D', 'Anna E', 'Anna F', 'Anna G', 'Bo H'].map((name, id) =>
      person(id, name, `p${id}@example.org`),
    );
    const all: World = { warm: [], everybody, groups: [] };
    const first = tellForeseen(foresee('', indexed(all), ahead));
    expect(offeredFor({ ...nothingHeard, first }, 'B')).toEqual(search('b', all).slice(0, ahead));
    expect(offeredFor({ ...nothingHeard, first }, 'bo')).toEqual(search('bo', all));
    expect(offeredFor({ ...ask('anna ', all), first }, 'anna g')).toEqual(search('anna g', all));
    expect(offeredFor({ ...nothingHeard, first }, 'z')).toBeNull();
  });
});
