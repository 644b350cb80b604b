// What a template or a snippet may be called, and what the program knows of its fields.
import { expect, test } from 'vitest';
import { firstNameOf, knownField } from '../../../../electron/domain/templates/known-fields';
import { freeName, isSnippetName, nameKey } from '../../../../electron/domain/templates/names';

test('a snippet is called by one word', () => {
  for (const name of ['hej', 'Åter-till', 'a1', '2027']) expect(isSnippetName(name)).toBe(true);
  for (const name of ['', 'två ord', '/hej', '-x', 'a/b', 'x'.repeat(41)]) expect(isSnippetName(name)).toBe(false);
});

test('a name that is taken gets a number, and stays within its length', () => {
  const taken = new Set(['hej', 'hej 2', 'hej-2'].map(nameKey));
  expect(freeName('Hej', 'template', (key) => taken.has(key))).toBe('Hej 3');
  expect(freeName('Hej', 'snippet', (key) => taken.has(key))).toBe('Hej-3');
  const long = 'x'.repeat(100);
  expect(freeName(long, 'template', (key) => key === long)).toBe(`${'x'.repeat(98)} 2`);
});

test('the first name is known in the languages of the program, and read from a name in either order', () => {
  expect(['First name', 'förnamn', 'Fornavn', 'namn', 'dato', 'order'].map(knownField)).toEqual([
    'first-name',
    'first-name',
    'first-name',
    'name',
    'date',
    null,
  ]);
  expect(['Anna Andersson', 'Andersson, Anna Maria', 'Anna', ''].map(firstNameOf)).toEqual(['Anna', 'Anna', 'Anna', '']);
});
