// What the ledger keeps: everything that somebody may still need, and stories for a season.
import { describe, expect, it } from 'vitest';
import { messageStates } from '../../../electron/contract/model/outbox';
import { fateOfAttempt, isFinished, isOld, isSpent, type KeptMessage, usualKeeping } from '../../../electron/domain/keeping';

const now = 1_800_000_000_000;
const day = 86_400_000;
const sent: KeptMessage = { state: 'accepted', isDismissed: false, copy: 'filed', changedAt: now - 91 * day };
const rules = { ...usualKeeping, transcripts: 100 };

describe('a message', () => {
  it('is finished when nothing happens to it any more and nobody is asked about it', () => {
    const finished = messageStates.filter((state) => isFinished({ state, isDismissed: false, copy: 'none-needed' }));
    expect(finished).toEqual(['accepted', 'cancelled']);
    expect(isFinished({ state: 'partly', isDismissed: true, copy: 'filed' })).toBe(true);
    for (const copy of ['pending', 'failing'] as const) expect(isFinished({ ...sent, copy })).toBe(false);
  });

  it('has a story for ninety days, and bytes for as long as the local Sent shows it', () => {
    expect([isOld(sent, now, rules), isOld(sent, now - 2 * day, rules)]).toEqual([true, false]);
    expect([isSpent(sent, true, now, rules), isSpent(sent, false, now, rules)]).toEqual([false, true]);
    for (const state of messageStates)
      if (state !== 'accepted' && state !== 'cancelled') expect(isOld({ ...sent, state }, now, rules)).toBe(false);
  });
});

describe('a conversation', () => {
  const young = { ...sent, changedAt: now - day };
  it('goes with its attempt when that is old', () => {
    expect(fateOfAttempt(sent, true, 10, 0, now, rules)).toBe('remove');
    expect(fateOfAttempt({ ...sent, state: 'failed' }, true, 10, 0, now, rules)).toBe('keep');
  });

  it('goes earlier where the newer ones fill the room, but for the latest one of a message that still waits for something', () => {
    expect(fateOfAttempt(young, true, 60, 40, now, rules)).toBe('keep');
    expect(fateOfAttempt(young, true, 61, 40, now, rules)).toBe('thin');
    expect(fateOfAttempt({ ...young, state: 'uncertain' }, true, 61, 40, now, rules)).toBe('keep');
    expect(fateOfAttempt({ ...young, state: 'deferred' }, false, 61, 40, now, rules)).toBe('thin');
  });
});
