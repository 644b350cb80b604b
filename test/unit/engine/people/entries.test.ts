// A file of addresses may name groups without end: what comes in of them is what a person could have.
import { expect, test } from 'vitest';
import { createGathering } from '../../../../electron/engine/people/import/entries';

test('one person is in fifty groups at most, however often the file names them', () => {
  const gathering = createGathering();
  for (let row = 0; row < 200; row += 1) gathering.add(row, '', ['anna@example.org'], [`a${row}`, `b${row}`, 'Family']);
  const groups = gathering.entries().people[0]?.groups ?? [];
  expect(groups).toHaveLength(50);
  expect(groups).toContain('Family');
});

test('all of them together are in a thousand', () => {
  const gathering = createGathering();
  for (let row = 0; row < 100; row += 1) {
    const groups = Array.from({ length: 40 }, (_, index) => `g${row}-${index}`);
    gathering.add(row, '', [`a${row}@example.org`], groups);
  }
  gathering.add(101, '', ['late@example.org'], ['g0-0', 'new']);
  const { people } = gathering.entries();
  expect(new Set(people.flatMap(({ groups }) => groups)).size).toBe(1000);
  expect(people.at(-1)?.groups).toEqual(['g0-0']);
});
