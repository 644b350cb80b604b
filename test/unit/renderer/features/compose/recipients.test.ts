// What is typed and pasted into To becomes chips.
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../../../electron/contract/model/drafts';
import { insertRecipients, isBetweenAddresses, isPastedList, readRecipients } from '../../../../../renderer/features/compose/recipients';

const good = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });

describe('recipients as chips', () => {
  it('are put in where the cursor is', () => {
    const { chips, next } = insertRecipients([good('a@x.example'), good('c@x.example')], 1, [good('b@x.example')]);
    expect(chips.map((chip) => (chip.kind === 'good' ? chip.address : ''))).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
    expect(next).toBe(2);
  });

  it('are there once, and learn a name that comes later', () => {
    const { chips, merged } = insertRecipients([good('anna@example.org')], 1, [
      good('anna@EXAMPLE.org', 'Anna'),
      good('bo@example.org'),
      good('bo@example.org'),
    ]);
    expect(chips).toEqual([good('anna@example.org', 'Anna'), good('bo@example.org')]);
    expect(merged).toBe(2);
  });

  it('keep a bad one with its reason', () => {
    expect(readRecipients('anna at example')).toEqual([{ kind: 'bad', text: 'anna at example', problem: 'no-at' }]);
  });

  it('are none where nothing is written', () => {
    expect(readRecipients('  ')).toEqual([]);
    expect(readRecipients(' , ; ')).toEqual([]);
  });

  it.each([
    ['anna@example.org', true],
    ['"Berg, Anna', false],
    ['"Berg, Anna"', true],
    ['Anna (at home', false],
    ['', true],
  ])('a comma after %j ends an address: %s', (text, isEnd) => {
    expect(isBetweenAddresses(text)).toBe(isEnd);
  });

  it.each([
    ['anna@example.org', true],
    ['Anna Berg <anna@example.org>', true],
    ['a@x.example, b@x.example', true],
    ['a@x.example\nnot an address', true],
    ['Anna', false],
    ['example.org', false],
  ])('pasting %j makes chips at once: %s', (text, isList) => {
    expect(isPastedList(text)).toBe(isList);
  });
});
