import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRecent } from '../../../../../renderer/features/palette/recent';
import { findAll, fold } from '../../../../../renderer/features/palette/search';

const all = [
  { id: 'send', label: 'Skicka meddelandet' },
  { id: 'later', label: 'Skicka meddelandet senare' },
  { id: 'away', label: 'Släng' },
  { id: 'settings', label: 'Inställningar' },
  { id: 'dark', label: 'Utseende: Mörkt', words: 'Inställningar' },
  { id: 'danish', label: 'Åbn kontoen søren@eksempel.dk' },
];
const found = (typed: string, recent: readonly string[] = []) => findAll(all, typed, recent).map(({ id }) => id);

describe('what can be done is found', () => {
  test.each([
    ['släng', ['away']],
    ['slang', ['away']],
    ['MÖRKT', ['dark']],
    ['morkt utseende', ['dark']],
    ['abn soren', ['danish']],
    ['sen', ['later']],
    ['installningar', ['settings', 'dark']],
    ['skicka', ['send', 'later']],
    ['nothing of the kind', []],
  ])('by %s', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });
  test('of equals the one that was used more lately comes first', () => {
    expect(found('skicka', ['later'])).toEqual(['later', 'send']);
  });
  test('with nothing typed everything is there, as it was', () => {
    expect(found('  ')).toEqual(all.map(({ id }) => id));
  });
});

test('whatever is typed, nothing comes up that is not there, and nothing twice', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const ids = found(typed);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => all.some((one) => one.id === id))).toBe(true);
    }),
  );
});
test('a whole label finds itself, with its accents and without', () => {
  for (const { id, label } of all) {
    expect(found(label)).toContain(id);
    expect(found(fold(label))).toContain(id);
  }
});
test('what is used again moves to the front, and the list stays short', () => {
  expect(addRecent(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
  expect(addRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e']);
});
