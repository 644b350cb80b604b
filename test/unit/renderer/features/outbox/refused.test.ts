// Which recipients can be mended and sent to again, and what stands in the way of an address.
import { describe, expect, it } from 'vitest';
import type { OutboxEntry, RecipientResult } from '../../../../../electron/contract/model/outbox';
import { problemOf, refusedOf } from '../../../../../renderer/features/outbox/refused';

const recipient = (
  address: string,
  state: RecipientResult['state'],
  code?: 'recipients-refused' | 'cancelled' | 'sign-in-refused',
): RecipientResult => ({
  field: 'to',
  name: '',
  address,
  state,
  failure: code === undefined ? null : { code },
  at: 0,
});
const entry = (state: OutboxEntry['item']['state'], ...recipients: readonly RecipientResult[]): OutboxEntry =>
  ({ item: { state }, recipients }) as unknown as OutboxEntry;
const some = entry(
  'partly',
  recipient('anna@example.org', 'accepted'),
  recipient('bo@example.org', 'refused', 'recipients-refused'),
  recipient('cy@example.org', 'refused', 'recipients-refused'),
);

describe('those who can be sent to again', () => {
  it('are the refused ones, by their place', () => {
    expect(refusedOf(some)).toEqual([
      { position: 1, address: 'bo@example.org' },
      { position: 2, address: 'cy@example.org' },
    ]);
    expect(refusedOf(entry('failed', recipient('a@example.org', 'refused', 'recipients-refused')))).toHaveLength(1);
  });

  it('are nobody while it is under way, or where no address was the reason', () => {
    expect(refusedOf({ ...some, item: { ...some.item, state: 'deferred' } })).toEqual([]);
    expect(refusedOf(entry('failed', recipient('a@example.org', 'refused', 'sign-in-refused')))).toEqual([]);
    expect(refusedOf(entry('partly', recipient('a@example.org', 'refused', 'cancelled')))).toEqual([]);
  });
});

describe('a mended address', () => {
  const problem = (text: string, other = 'cy@example.org') =>
    problemOf(
      { position: 1, address: 'bo@example.org', text },
      [
        { position: 1, address: 'bo@example.org', text },
        { position: 2, address: 'cy@example.org', text: other },
      ],
      some,
    );
  it('is checked like any other', () => {
    expect(problem('bosse@example.org')).toBeNull();
    expect(problem('Bosse <bosse@example.org>')).toBeNull();
    expect(problem('bosse')).toBe('no-at');
    expect(problem('')).toBe('empty');
  });

  it('is nobody who has it already, and nobody twice', () => {
    expect(problem('anna@EXAMPLE.org')).toBe('has-it');
    const both = [1, 2].map((position) => ({ position, address: `${position}@example.org`, text: 'cy@example.org' }));
    expect(both.map((one) => problemOf(one, both, some))).toEqual([null, 'twice']);
  });
});
