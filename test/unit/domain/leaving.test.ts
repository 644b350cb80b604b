// When a message leaves, and what becomes of a time that nobody was there for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateOf, isTimeToLeave, lateness, leavingOf, longestHold } from '../../../electron/domain/leaving';
import { lookDelay, nextLook } from '../../../electron/domain/looks';

const now = 1_800_000_000_000;
const minute = 60_000;

describe('a time to leave', () => {
  it('may be over by a minute, may be years away, and is in a zone that exists', () => {
    for (const at of [now - minute, now, now + 365 * 24 * 60 * minute]) expect(isTimeToLeave(at, 'Europe/Stockholm', now)).toBe(true);
    for (const at of [now - minute - 1, 0, -1, Number.MAX_SAFE_INTEGER]) expect(isTimeToLeave(at, 'Europe/Stockholm', now)).toBe(false);
    for (const zone of ['Atlantis', '', 'Europe/Stockholm; DROP TABLE']) expect(isTimeToLeave(now, zone, now)).toBe(false);
  });

  it('is the ledger’s from the first moment', () => {
    expect(leavingOf({ kind: 'now' }, now)).toEqual({ state: 'queued', notBefore: null, hold: null, zone: null });
    expect(leavingOf({ kind: 'undo', ms: 10 }, now)).toEqual({ state: 'held', notBefore: now + 10, hold: 10, zone: null });
    const at = { kind: 'at' as const, at: now + minute, zone: 'UTC' };
    expect(leavingOf(at, now)).toEqual({ state: 'scheduled', notBefore: now + minute, hold: null, zone: 'UTC' });
  });
});

describe('the fate of what has a time', () => {
  it('is to leave when the time has come, a little late as well', () => {
    for (const late of [0, 1, lateness]) expect(fateOf({ state: 'scheduled', notBefore: now - late }, now, null)).toBe('release');
    expect(fateOf({ state: 'scheduled', notBefore: now + 1 }, now, 'send')).toBe('wait');
    expect(fateOf({ state: 'held', notBefore: now - 10 * lateness }, now, null)).toBe('release');
  });

  it('is the person’s to decide when it was missed', () => {
    const missed = { state: 'scheduled' as const, notBefore: now - lateness - 1 };
    expect([null, 'ask', 'keep', 'send'].map((wish) => fateOf(missed, now, wish as 'ask' | null))).toEqual([
      'wait',
      'missed',
      'missed',
      'release',
    ]);
  });

  it('is never to leave before its time, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('held' as const, 'scheduled' as const),
        fc.nat(10 * longestHold),
        fc.nat(10 * longestHold),
        fc.constantFrom(null, 'ask' as const, 'send' as const, 'keep' as const),
        (state, notBefore, at, wish) => {
          const fate = fateOf({ state, notBefore }, at, wish);
          if (notBefore > at) expect(['wait', 'hold-again']).toContain(fate);
          if (state === 'held') expect(fate).not.toBe('missed');
        },
      ),
    );
  });
});

describe('looking for what may have been sent', () => {
  it('takes longer and longer pauses, and ends after a day', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(lookDelay)).toEqual([30_000, 2 * minute, 10 * minute, 60 * minute, 360 * minute, 1440 * minute, null]);
    expect(nextLook(0, null, now)).toEqual({ looks: 1, lookAt: now + 2 * minute });
    expect(nextLook(5, null, now)).toEqual({ looks: 6, lookAt: null });
  });

  it('does not count a look that could not be taken, unless waiting does not mend that', () => {
    expect(nextLook(0, { code: 'connect-refused' }, now)).toEqual({ looks: 0, lookAt: now + 10 * minute });
    expect(nextLook(4, { code: 'dns-failed' }, now)).toEqual({ looks: 4, lookAt: now + 360 * minute });
    expect(nextLook(0, { code: 'imap-sign-in-refused' }, now)).toEqual({ looks: 1, lookAt: now + 2 * minute });
  });
});
