import { expect, test } from 'vitest';
import { letterFormats } from '../../../../renderer/features/compose/letter-formats';
import { sheetActions } from '../../../../renderer/features/compose/sheet-actions';
import { frameKeys } from '../../../../renderer/features/frame/keys';
import { keyGroups } from '../../../../renderer/features/frame/keys-table';
import { da } from '../../../../renderer/strings/da';
import { en } from '../../../../renderer/strings/en';
import { sv } from '../../../../renderer/strings/sv';
import { control, controlAlt, controlShift, type Key, keyWords } from '../../../../renderer/ui/keys';

test.each([
  [control('k'), 'linux', 'Ctrl K'],
  [control('k'), 'darwin', 'Cmd K'],
  [controlShift('enter'), 'win32', 'Ctrl Shift Enter'],
  [controlAlt('1'), 'darwin', 'Cmd Option 1'],
  [{ key: 'j', isSingle: true }, 'linux', 'j'],
  [{ key: 'f1', hasShift: true }, 'linux', 'Shift F1'],
  [{ key: ' ' }, 'linux', 'Space'],
] as const)('%j on %s is written %s', (key, platform, written) => {
  expect(keyWords(key, platform, en.frame.keyNames)).toBe(written);
});

const pressOf = (key: Key): string => keyWords({ ...key, isSingle: false }, 'linux', en.frame.keyNames);

test('inside a letter a key means one thing; only the link shares its own, and undo is undo', () => {
  const sheet = sheetActions.flatMap(({ key }) => (key === null ? [] : [pressOf({ ...key, hasControl: true })]));
  const text = letterFormats.map(({ key }) => pressOf(key));
  const frame = frameKeys.flatMap(({ keys }) => keys.map(pressOf));
  const within = [...sheet, ...text];
  expect(new Set(within).size).toBe(within.length);
  expect(within.filter((key) => frame.includes(key))).toEqual(['Ctrl K', 'Ctrl Z']);
});

test.each([
  ['en', en],
  ['sv', sv],
  ['da', da],
])('the list of keys names everything once in each group (%s)', (_language, strings) => {
  for (const { title, rows } of keyGroups(strings)) {
    expect(title).not.toBe('');
    const names = rows.map(({ what }) => what);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.every(({ keys }) => keys.length > 0)).toBe(true);
  }
});
