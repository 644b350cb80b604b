// What is typed and pasted into To becomes chips.
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../../../electron/contract/model/drafts';
import {
  type Chip,
  chipsOf,
  groupsOf,
  insertRecipients,
  isBetweenAddresses,
  isPastedList,
  moveChips,
  readRecipients,
  recipientsOf,
} from '../../../../../renderer/features/compose/recipients';
import { begin, replaceIn } from '../../../../../renderer/features/compose/recipients/field-state';

const good = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });

const choir: Chip = { kind: 'group', id: 3, name: 'Choir', members: [good('anna@example.org', 'Anna'), good('bo@example.org')] };

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

  it('learn a name that comes later in the same list', () => {
    const { chips, merged } = insertRecipients([], 0, readRecipients('anna@x.example, Anna Ek <ANNA@x.example>'));
    expect(chips).toEqual([good('anna@x.example', 'Anna Ek')]);
    expect(merged).toBe(1);
  });

  it('who stands in a group of the field is there already', () => {
    const { chips, merged } = insertRecipients([choir], 1, [good('BO@example.org', 'Bo Ek'), good('cia@example.org')]);
    expect(chips).toEqual([choir, good('cia@example.org')]);
    expect(merged).toBe(1);
    expect(insertRecipients([good('bo@example.org')], 1, [choir]).merged).toBe(1);
  });

  it('of a group are the same chip after the draft was closed, with those who still get the letter', () => {
    const chips: readonly Chip[] = [good('dan@example.org'), choir, good('eva@example.org')];
    const [recipients, groups] = [recipientsOf(chips), groupsOf(chips, 'to')];
    expect(recipients.map((one) => (one.kind === 'good' ? one.address : ''))).toEqual(
      ['dan', 'anna', 'bo', 'eva'].map((who) => `${who}@example.org`),
    );
    expect(chipsOf(recipients, groups)).toEqual(chips);
    // Who was taken out of the field gets nothing, whatever the group says; and nobody comes in by it.
    const fewer = chipsOf([good('BO@example.org'), good('fia@example.org')], groups);
    expect(fewer).toEqual([{ ...choir, members: [good('BO@example.org')] }, good('fia@example.org')]);
    expect(chipsOf([good('fia@example.org')], groups)).toEqual([good('fia@example.org')]);
  });

  it('go to another place of their field together', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((who) => good(`${who}@x.example`)) as [Recipient, Recipient, Recipient, Recipient];
    const keys = (...chips: readonly Recipient[]) => new Set(chips.map((one) => (one.kind === 'good' ? one.address : '')));
    expect(moveChips([a, b, c, d], keys(a), 3)).toEqual([b, c, a, d]);
    expect(moveChips([a, b, c, d], keys(d, b), 0)).toEqual([b, d, a, c]);
    expect(moveChips([a, b, c, d], keys(a, c), null)).toEqual([b, d, a, c]);
    expect(moveChips([a, b, c, d], keys(b), 2)).toEqual([a, b, c, d]);
  });

  it('are changed in their places, the members of a group for this letter too, and nobody is there twice', () => {
    const by = new Map([
      ['bo@example.org', good('bo@example.net')],
      ['dan@example.org', good('dan@example.net', 'Dan')],
      ['eva@example.org', good('anna@example.org')],
    ]);
    const state = begin({ recipients: [good('dan@example.org'), good('eva@example.org')], groups: [] });
    const { chips } = replaceIn({ ...state, chips: [...state.chips, choir] }, by, new Map());
    const changed = { ...choir, members: [good('anna@example.org', 'Anna'), good('bo@example.net')] };
    expect(chips).toEqual([good('dan@example.net', 'Dan'), good('anna@example.org'), changed]);
    expect(recipientsOf(chips ?? []).map((one) => (one.kind === 'good' ? one.address : ''))).toEqual([
      'dan@example.net',
      'anna@example.org',
      'bo@example.net',
    ]);
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
