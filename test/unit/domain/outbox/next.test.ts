// What each event makes of a message in the outbox.
import { describe, expect, it } from 'vitest';
import type { OutboxEvent } from '../../../../electron/domain/outbox/events';
import { next } from '../../../../electron/domain/outbox/next';
import { isOpen } from '../../../../electron/domain/outbox/recipients';
import { accepted, dot, fresh, later, live, lost, nobody, notSent, start, states } from '../../../support/outbox-life';

describe('a message in the outbox', () => {
  it('is sent when the server accepted everybody', () => {
    expect(live(fresh(2), start, dot, accepted())).toMatchObject({
      state: 'accepted',
      failure: null,
      dotAt: null,
      acceptedAt: 3,
      reply: '250 fine',
      attempts: 1,
    });
  });

  it('is sent to some when the server refused others for good, who alone get it again', () => {
    const partly = live(fresh(3), start, dot, accepted([{ index: 1, failure: nobody }]));
    expect(partly).toMatchObject({ state: 'partly', failure: { code: 'some-recipients-refused' } });
    const again = live(partly, { kind: 'retry', at: 9 });
    expect(states(again)).toEqual(['accepted', 'pending', 'accepted']);
    expect(live(again, start, dot, accepted()).state).toBe('accepted');
  });

  it('waits for those whom the server put off, and for them only', () => {
    const waiting = live(fresh(2), start, dot, accepted([{ index: 0, failure: later }]));
    expect(waiting).toMatchObject({ state: 'deferred', notBefore: 100, failure: { reply: 451 } });
    expect(states(waiting)).toEqual(['deferred', 'accepted']);
  });

  it('fails when patience is over, and can be tried again by the person', () => {
    const failed = live(fresh(1), start, notSent(later, null));
    expect(failed).toMatchObject({ state: 'failed', failure: { reply: 451 } });
    expect(live(failed, { kind: 'retry', at: 50 })).toMatchObject({ state: 'queued', tries: 0, patientFrom: 50 });
  });

  it('stops at once at a permanent failure', () => {
    expect(live(fresh(1), start, notSent({ code: 'message-too-large' }))).toMatchObject({ state: 'failed', notBefore: null });
  });

  it('may have been sent when the answer to the final dot never came', () => {
    const unsure = live(fresh(1), start, dot, { kind: 'unknown', at: 3, failure: lost });
    expect(unsure).toMatchObject({ state: 'uncertain', dotAt: 2 });
    for (const event of [start, { kind: 'retry', at: 5 } as const]) expect(next(unsure, event)).toBeNull();
    expect(next(unsure, { kind: 'cancel', at: 5, as: 'cancelled' })).toBeNull();
    expect(live(unsure, { kind: 'was-sent', at: 5, as: 'found-in-sent' })).toMatchObject({ state: 'accepted', acceptedAt: 5 });
    expect(live(unsure, { kind: 'send-again', at: 5 })).toMatchObject({ state: 'queued', dotAt: null });
  });

  it('does not count an attempt that the account spoiled', () => {
    expect(live(fresh(1), start, { kind: 'put-back', at: 3, failure: { code: 'sign-in-refused' } })).toMatchObject({
      state: 'queued',
      tries: 0,
      attempts: 1,
      failure: { code: 'sign-in-refused' },
    });
  });

  it('is queued after a crash before the dot, uncertain after one behind it, and kept after the third', () => {
    const ended: OutboxEvent = { kind: 'engine-ended', at: 4 };
    expect(live(fresh(1), start, ended)).toMatchObject({ state: 'queued', crashes: 1 });
    expect(live(fresh(1), start, dot, ended)).toMatchObject({ state: 'uncertain' });
    const thrice = live(fresh(1), start, ended, start, ended, start, ended);
    expect(thrice).toMatchObject({ state: 'kept', failure: { code: 'crashed-thrice' } });
    expect(live(thrice, { kind: 'retry', at: 5 })).toMatchObject({ state: 'queued', crashes: 0 });
    expect(live(fresh(1), start, ended, start, notSent(later), start, ended)).toMatchObject({ crashes: 1 });
  });

  describe('whose mark is set ahead', () => {
    const ahead: OutboxEvent = { kind: 'start', at: 100, patience: 40, isMarked: true };
    const cannot = { code: 'connection-lost' } as const;

    it('may have been sent after a crash, unless its dot was surely held back', () => {
      expect(live(fresh(1), ahead)).toMatchObject({ state: 'sending', dotAt: 100 });
      expect(live(fresh(1), ahead, { kind: 'engine-ended', at: 4 })).toMatchObject({ state: 'uncertain', dotAt: 100 });
      expect(live(fresh(1), ahead, { kind: 'engine-ended', at: 4, dotAt: 100 })).toMatchObject({ state: 'uncertain' });
      expect(live(fresh(1), ahead, { kind: 'engine-ended', at: 4, dotAt: null })).toMatchObject({
        state: 'queued',
        dotAt: null,
        crashes: 1,
      });
    });

    it('remembers when its dot went, and whom the server had put off before', () => {
      expect(live(fresh(1), ahead, { kind: 'unknown', at: 300, failure: cannot, dotAt: 200 })).toMatchObject({
        state: 'uncertain',
        dotAt: 200,
      });
      const put: OutboxEvent = { kind: 'dot', at: 150, refused: [{ index: 0, failure: { code: 'temporarily-refused' } }] };
      const unknown = live(fresh(2), ahead, put, { kind: 'unknown', at: 300, failure: cannot, dotAt: 150 });
      expect(unknown?.recipients.map(({ state }) => state)).toEqual(['deferred', 'uncertain']);
    });

    it('leaves no mark where it ended before its dot', () => {
      expect(live(fresh(1), ahead, { kind: 'not-sent', at: 3, failure: later, refused: [], retryAt: 100, dotAt: null })).toMatchObject({
        state: 'deferred',
        dotAt: null,
      });
      expect(live(fresh(1), ahead, { kind: 'put-back', at: 4, failure: null, dotAt: null })).toMatchObject({
        state: 'queued',
        dotAt: null,
      });
    });
  });

  it('is kept when its account goes', () => {
    expect(live(fresh(1), start, notSent(later), { kind: 'account-gone', at: 5 })).toMatchObject({
      state: 'kept',
      failure: { code: 'account-missing' },
      notBefore: null,
    });
  });

  it('is cancelled as a whole while nobody has it, and for the rest when somebody has', () => {
    expect(live(fresh(1), { kind: 'cancel', at: 5, as: 'cancelled' })).toMatchObject({ state: 'cancelled', isDismissed: true });
    const rest = live(fresh(2), start, dot, accepted([{ index: 0, failure: later }]), { kind: 'cancel', at: 5, as: 'cancelled' });
    expect(rest).toMatchObject({ state: 'partly', isDismissed: true });
    expect(states(rest)).toEqual(['refused', 'accepted']);
  });
});

describe('a message that has a time', () => {
  const held = fresh(1, { state: 'held', notBefore: 50 });
  const scheduled = fresh(1, { state: 'scheduled', notBefore: 50 });

  it('waits in the queue when it is released', () => {
    for (const message of [held, scheduled]) {
      expect(next(message, start)).toBeNull();
      expect(live(message, { kind: 'release', at: 50 })).toMatchObject({ state: 'queued', notBefore: null });
    }
  });

  it('is held anew after a restart inside its undo time', () => {
    expect(live(held, { kind: 'hold-again', at: 60, until: 90 })).toMatchObject({ state: 'held', notBefore: 90 });
    expect(next(scheduled, { kind: 'hold-again', at: 60, until: 90 })).toBeNull();
  });

  it('is kept when its time was missed, which only a scheduled one’s can be', () => {
    expect(live(scheduled, { kind: 'missed', at: 900 })).toMatchObject({
      state: 'kept',
      failure: { code: 'schedule-missed' },
      notBefore: null,
    });
    expect(next(held, { kind: 'missed', at: 900 })).toBeNull();
  });

  it('stays kept without a question when the person says so', () => {
    const missed = live(scheduled, { kind: 'missed', at: 900 });
    expect(live(missed, { kind: 'keep', at: 950 })).toMatchObject({ state: 'kept', failure: null });
    expect(next(live(missed, { kind: 'keep', at: 950 }), { kind: 'keep', at: 960 })).toBeNull();
  });

  it('gets it from whatever waits, was kept or failed, and then the refused get it too', () => {
    const failed = live(fresh(2), start, notSent(nobody));
    const kept = live(held, { kind: 'keep', at: 5 });
    const deferred = live(fresh(2), start, dot, accepted([{ index: 0, failure: later }]));
    for (const message of [held, scheduled, kept, failed, deferred]) {
      const later = live(message, { kind: 'schedule', at: 5, until: 70 });
      expect(later).toMatchObject({ state: 'scheduled', notBefore: 70, failure: null, tries: 0 });
      expect(live(later, { kind: 'release', at: 70 }).recipients.some(isOpen)).toBe(true);
    }
    expect(states(live(deferred, { kind: 'schedule', at: 5, until: 70 }))[1]).toBe('accepted');
  });

  it('has all its patience when its first attempt begins', () => {
    const begun: OutboxEvent = { kind: 'start', at: 900, patience: 40 };
    expect(live(fresh(1, { patientFrom: 0 }), begun).patientFrom).toBe(40);
    expect(live(fresh(1), begun, notSent(later, 950), { kind: 'start', at: 950, patience: 70 }).patientFrom).toBe(40);
  });

  it('has all of it still when the program ended in that attempt', () => {
    const cut = live(fresh(1), { kind: 'start', at: 900, patience: 40 }, { kind: 'engine-ended', at: 5_000_000 });
    expect(live(cut, { kind: 'start', at: 5_000_001, patience: 80 }).patientFrom).toBe(80);
  });

  it('is given up without a turn of its own when its server was out for too long, and not while it is under way', () => {
    const gaveUp = { kind: 'gave-up', at: 950, failure: { code: 'connect-refused' } } as const;
    for (const waiting of [fresh(1), live(fresh(1), start, notSent(later))])
      expect(live(waiting, gaveUp)).toMatchObject({ state: 'failed', failure: { code: 'connect-refused' }, notBefore: null });
    for (const other of [live(fresh(1), start), held, live(fresh(1), start, notSent(nobody))]) expect(next(other, gaveUp)).toBeNull();
    const some = live(fresh(2), start, dot, accepted([{ index: 0, failure: later }]));
    expect(states(live(some, gaveUp))).toEqual(['refused', 'accepted']);
  });
});

describe('a message that may have been sent', () => {
  const unsure = live(fresh(1), start, dot, { kind: 'unknown', at: 1000, failure: lost });

  it('is looked for in Sent until it was settled, and is never sent by that', () => {
    expect(unsure).toMatchObject({ looks: 0, lookAt: 31_000 });
    const looked = live(unsure, { kind: 'looked', at: 31_000, looks: 1, lookAt: 90_000 });
    expect(looked).toMatchObject({ state: 'uncertain', looks: 1, lookAt: 90_000 });
    expect(live(looked, { kind: 'was-sent', at: 90_000, as: 'found-in-sent' })).toMatchObject({ state: 'accepted', lookAt: null });
    expect(live(looked, { kind: 'send-again', at: 90_000 }).lookAt).toBeNull();
  });
});

describe('a message that some refused', () => {
  const partly = live(fresh(3), start, dot, accepted([1, 2].map((index) => ({ index, failure: nobody }))));

  it('goes again to those who are named, if they were refused', () => {
    expect(states(live(partly, { kind: 'reopen', at: 9, indexes: [2] }))).toEqual(['accepted', 'refused', 'pending']);
    for (const indexes of [[], [0], [1, 0], [7]]) expect(next(partly, { kind: 'reopen', at: 9, indexes })).toBeNull();
  });

  it('asks no more once each of them has another address, and never goes to the old ones', () => {
    const one = live(partly, { kind: 'replace', at: 9, replaced: [{ index: 1, address: 'new@x.test' }] });
    expect(one).toMatchObject({ state: 'partly', isDismissed: false });
    expect(states(live(one, { kind: 'retry', at: 10 }))).toEqual(['accepted', 'refused', 'pending']);
    const both = live(one, { kind: 'replace', at: 9, replaced: [{ index: 2, address: 'other@x.test' }] });
    expect(both).toMatchObject({ state: 'partly', isDismissed: true });
    expect(next(both, { kind: 'retry', at: 10 })).toBeNull();
    expect(next(both, { kind: 'reopen', at: 10, indexes: [1] })).toBeNull();
  });

  it('can not be moved, as one that nobody has can', () => {
    const moved: OutboxEvent = { kind: 'cancel', at: 9, as: 'moved' };
    expect(next(partly, moved)).toBeNull();
    expect(live(live(fresh(1), start, notSent(nobody)), moved)).toMatchObject({ state: 'cancelled', isDismissed: true });
    expect(next(live(fresh(1), start), moved)).toBeNull();
    expect(next(live(fresh(1), start, dot, { kind: 'unknown', at: 3, failure: lost }), moved)).toBeNull();
  });
});

describe('recipients who were refused before the final dot', () => {
  const refusedTwo: OutboxEvent = {
    kind: 'dot',
    at: 2,
    refused: [
      { index: 0, failure: nobody },
      { index: 1, failure: later },
    ],
  };

  it.each([
    ['the answer is lost', { kind: 'unknown', at: 3, failure: lost }],
    ['the engine ends', { kind: 'engine-ended', at: 3 }],
  ] as const)('are not among those who may have it when %s', (_how, end) => {
    const unsure = live(fresh(3), start, refusedTwo, end);
    expect([unsure.state, ...states(unsure)]).toEqual(['uncertain', 'refused', 'deferred', 'uncertain']);
    const settled = live(unsure, { kind: 'was-sent', at: 4, as: 'marked-sent' });
    expect([settled.state, ...states(settled)]).toEqual(['deferred', 'refused', 'deferred', 'accepted']);
    expect(states(live(unsure, { kind: 'send-again', at: 4 }))).toEqual(['refused', 'deferred', 'pending']);
  });

  it('wait or stay refused when the others have it', () => {
    const done = live(fresh(3), start, refusedTwo, accepted([{ index: 1, failure: later }]));
    expect([done.state, done.notBefore, ...states(done)]).toEqual(['deferred', 100, 'refused', 'deferred', 'accepted']);
  });

  it('who were put off in an attempt before are as uncertain as the others', () => {
    const again = live(fresh(2), start, dot, accepted([{ index: 1, failure: later }]), { ...start, at: 50 }, { ...dot, at: 51 });
    expect(states(live(again, { kind: 'unknown', at: 52, failure: lost }))).toEqual(['accepted', 'uncertain']);
  });
});
