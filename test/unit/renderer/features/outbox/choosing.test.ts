// Several messages of the list are chosen as in any list: one by one, in ranges, all, none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chosen,
  chooseAll,
  extend,
  goTo,
  idsAround,
  nothingChosen,
  prune,
  toggle,
} from '../../../../../renderer/features/outbox/choosing';

const list = ['a', 'b', 'c', 'd', 'e'];
const ids = (chosen: Chosen): string => [...chosen.ids].sort().join('');

describe('choosing', () => {
  it('one by one, and taking it back', () => {
    const two = toggle(toggle(nothingChosen, 'b'), 'd');
    expect(ids(two)).toBe('bd');
    expect(ids(toggle(two, 'b'))).toBe('d');
  });

  it('a range from where one is, which can shrink again', () => {
    const far = extend(goTo(nothingChosen, 'b'), list, 'b', 'e');
    expect(ids(far)).toBe('bcde');
    expect(ids(extend(far, list, 'e', 'c'))).toBe('bc');
    expect(ids(extend(far, list, 'e', 'a'))).toBe('ab');
  });

  it('a range beside what was chosen before it', () => {
    const before = goTo(toggle(nothingChosen, 'a'), 'c');
    expect(ids(extend(before, list, 'c', 'd'))).toBe('acd');
  });

  it('rows without a gap around one: up to where one is missing', () => {
    const rows = ['a', 'b', null, 'd', 'e', 'f', null, 'h'].map((id) => (id === null ? null : { id }));
    const around = (index: number) => idsAround((at) => rows[at] ?? null, index).join('');
    expect([around(0), around(4), around(7), around(2)]).toEqual(['ab', 'def', 'h', 'ab']);
  });

  it('all of them', () => {
    expect(ids(chooseAll(nothingChosen, list))).toBe('abcde');
  });

  it('nothing that has left the list', () => {
    const all = chooseAll(nothingChosen, list);
    expect(ids(prune(all, ['b', 'x']))).toBe('b');
    expect(prune(all, list)).toBe(all);
    expect([...extend(goTo(nothingChosen, 'gone'), list, 'b', 'c').ids]).toEqual(['b', 'c']);
  });

  it('always from the list, whatever is done', () => {
    const id = fc.constantFrom(...list);
    const act = fc.oneof(
      id.map((one) => (chosen: Chosen) => toggle(chosen, one)),
      id.map((one) => (chosen: Chosen) => goTo(chosen, one)),
      fc.tuple(id, id).map(
        ([from, to]) =>
          (chosen: Chosen) =>
            extend(chosen, list, from, to),
      ),
      fc.constant((chosen: Chosen) => chooseAll(chosen, list)),
    );
    fc.assert(
      fc.property(fc.array(act), fc.subarray(list), (acts, left) => {
        const chosen = acts.reduce((before, one) => one(before), nothingChosen);
        for (const one of chosen.ids) expect(list).toContain(one);
        for (const one of prune(chosen, left).ids) expect(left).toContain(one);
      }),
    );
  });
});
