// How many connections an account's mail goes over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerIds } from '../../../electron/contract/model/accounts';
import { connectionsWanted, isLong, learnLimit, limitNow, usualConnections } from '../../../electron/domain/connections';

describe('the usual number of connections', () => {
  it.each(['gmail', 'outlook', 'hotmail', 'microsoft365'] as const)(
    'is one for %s, which slows down whoever comes with several',
    (provider) => expect(usualConnections(provider)).toBe(1),
  );
  it.each(['sendgrid', 'postmark', 'mailjet', 'brevo', 'ses', 'mailtrap'] as const)('is four for the relay %s', (provider) =>
    expect(usualConnections(provider)).toBe(4),
  );
  it('is from one to four for everybody', () => {
    for (const provider of providerIds) expect([1, 2, 4]).toContain(usualConnections(provider));
  });
});

describe('another connection', () => {
  it('is not worth opening for a few messages', () => expect(connectionsWanted({ waiting: 4, quick: 1, slow: 0, limit: 10 })).toBe(1));
  it('is worth opening for many', () => expect(connectionsWanted({ waiting: 64, quick: 1, slow: 0, limit: 10 })).toBe(10));
  it('is opened for one message that would wait behind a long one', () =>
    expect(connectionsWanted({ waiting: 1, quick: 0, slow: 1, limit: 2 })).toBe(2));
  it('is not opened beyond the limit, even behind a long one', () =>
    expect(connectionsWanted({ waiting: 9, quick: 0, slow: 2, limit: 2 })).toBe(2));
  it('is never more than the limit allows, nor fewer than there are, and there is one as soon as something waits', () => {
    const few = fc.nat({ max: 12 });
    fc.assert(
      fc.property(fc.nat({ max: 100 }), few, few, fc.integer({ min: 1, max: 10 }), (waiting, quick, slow, limit) => {
        const wanted = connectionsWanted({ waiting, quick, slow, limit });
        expect(wanted).toBeGreaterThanOrEqual(Math.max(quick + slow, waiting > 0 ? 1 : 0));
        expect(wanted).toBeLessThanOrEqual(Math.max(quick + slow, limit));
      }),
    );
  });
});

it('a message is a long one by its size, or by how long it has taken', () => {
  expect(isLong({ size: 4_000, since: 0 }, 1_000)).toBe(false);
  expect(isLong({ size: 20_000_000, since: 0 }, 0)).toBe(true);
  expect(isLong({ size: 4_000, since: 0 }, 10_000)).toBe(true);
});

describe('a limit that a server has shown', () => {
  const learned = learnLimit(2, true, 1_000);
  it('counts for a while', () => expect(limitNow(10, learned, 2_000)).toBe(2));
  it('is forgotten after it', () => expect(limitNow(10, learned, learned.until)).toBe(10));
  it('never allows more than was wished for', () => expect(limitNow(1, learned, 2_000)).toBe(1));
  it('is one when nothing else worked', () => expect(limitNow(10, learnLimit(0, true, 0), 1)).toBe(1));
  it('does not count for years when the clock is set back', () => expect(limitNow(10, learned, -10_000_000)).toBe(10));
});
