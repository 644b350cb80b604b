// Every order of events, thrown at the outbox's state machine.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../electron/contract/failure';
import { deriveState, isOpen, next, type OutboxEvent, type OutboxMessage, waitingStates } from '../../../electron/domain/outbox-state';

const fresh = (recipients: number, change: Partial<OutboxMessage> = {}): OutboxMessage => ({
  state: 'queued',
  failure: null,
  notBefore: null,
  attempts: 0,
  tries: 0,
  patientFrom: 0,
  dotAt: null,
  crashes: 0,
  acceptedAt: null,
  reply: null,
  looks: 0,
  lookAt: null,
  isDismissed: false,
  recipients: Array.from({ length: recipients }, () => ({ state: 'pending', failure: null, at: null })),
  ...change,
});
const later: Failure = { code: 'temporarily-refused', reply: 451, said: 'later' };
const nobody: Failure = { code: 'recipients-refused', reply: 550, said: 'no such person' };
const lost: Failure = { code: 'outcome-unknown' };

/** Runs events that must all be possible. */
function live(message: OutboxMessage, ...events: readonly OutboxEvent[]): OutboxMessage {
  return events.reduce((now, event) => {
    const step = next(now, event);
    if (step === null) throw new Error(`${event.kind} is not possible in ${now.state}`);
    return step.message;
  }, message);
}
const isWaiting = ({ state }: OutboxMessage) => state === 'queued' || state === 'deferred';
const states = (message: OutboxMessage) => message.recipients.map(({ state }) => state);
const start: OutboxEvent = { kind: 'start', at: 1 };
const dot: OutboxEvent = { kind: 'dot', at: 2 };
const accepted = (refused: Extract<OutboxEvent, { kind: 'accepted' }>['refused'] = [], retryAt: number | null = 100): OutboxEvent => ({
  kind: 'accepted',
  at: 3,
  reply: '250 fine',
  refused,
  retryAt,
});
const notSent = (failure: Failure, retryAt: number | null = 100): OutboxEvent => ({
  kind: 'not-sent',
  at: 3,
  failure,
  refused: [],
  retryAt,
});

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
    for (const kind of ['start', 'retry'] as const) expect(next(unsure, { kind, at: 5 })).toBeNull();
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
    expect(live(fresh(1, { patientFrom: 0 }), { kind: 'start', at: 900 }).patientFrom).toBe(900);
    const again = live(fresh(1), { kind: 'start', at: 900 }, notSent(later, 950), { kind: 'start', at: 950 });
    expect(again.patientFrom).toBe(900);
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

const failure = fc.constantFrom<Failure>(
  later,
  nobody,
  { code: 'connection-lost' },
  { code: 'message-too-large' },
  { code: 'sender-refused' },
);
const refused = fc.uniqueArray(fc.record({ index: fc.nat(3), failure }), { selector: ({ index }) => index });
const retryAt = fc.option(fc.nat(10_000));
const event = (at: number): fc.Arbitrary<OutboxEvent> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<OutboxEvent>({ kind: 'start', at }) },
    { weight: 4, arbitrary: fc.constant<OutboxEvent>({ kind: 'dot', at }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('accepted' as const), at: fc.constant(at), reply: fc.constant('250 ok'), refused, retryAt }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('not-sent' as const), at: fc.constant(at), failure, refused, retryAt }) },
    { weight: 2, arbitrary: fc.constant<OutboxEvent>({ kind: 'unknown', at, failure: lost }) },
    fc.record({ kind: fc.constant('put-back' as const), at: fc.constant(at), failure: fc.option(failure) }),
    { weight: 2, arbitrary: fc.constant<OutboxEvent>({ kind: 'engine-ended', at }) },
    fc.constant<OutboxEvent>({ kind: 'account-gone', at }),
    { weight: 2, arbitrary: fc.constant<OutboxEvent>({ kind: 'retry', at }) },
    fc.record({
      kind: fc.constant('cancel' as const),
      at: fc.constant(at),
      as: fc.constantFrom('cancelled' as const, 'edited' as const, 'moved' as const),
    }),
    ...(['release', 'missed', 'keep'] as const).map((kind) => fc.constant<OutboxEvent>({ kind, at })),
    ...(['hold-again', 'schedule'] as const).map((kind) =>
      fc.record({ kind: fc.constant(kind), at: fc.constant(at), until: fc.nat(10_000) }),
    ),
    fc.record({ kind: fc.constant('looked' as const), at: fc.constant(at), looks: fc.nat(6), lookAt: fc.option(fc.nat(10_000)) }),
    fc.record({ kind: fc.constant('reopen' as const), at: fc.constant(at), indexes: fc.array(fc.nat(3), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('replace' as const),
      at: fc.constant(at),
      replaced: fc.array(fc.record({ index: fc.nat(3), address: fc.constant('new@x.test') }), { maxLength: 3 }),
    }),
    fc.constant<OutboxEvent>({ kind: 'send-again', at }),
    fc.record({
      kind: fc.constant('was-sent' as const),
      at: fc.constant(at),
      as: fc.constantFrom('marked-sent' as const, 'found-in-sent' as const),
    }),
  );
const beginning = fc.constantFrom<Partial<OutboxMessage>>({}, {}, { state: 'held', notBefore: 7 }, { state: 'scheduled', notBefore: 7 });
const life = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  beginning,
  fc.array(fc.integer({ min: 0, max: 9999 }).chain(event), { maxLength: 60 }),
);

/** Runs whatever is possible of a life and shows each step to the law. */
const holds = (law: (before: OutboxMessage, event: OutboxEvent, after: OutboxMessage) => void) =>
  fc.assert(
    fc.property(life, ([recipients, from, events]) => {
      let message = fresh(recipients, from);
      for (const one of events) {
        const step = next(message, one);
        if (step === null) continue;
        law(message, one, step.message);
        message = step.message;
      }
    }),
    { numRuns: 2000 },
  );

describe('in every possible life of a message', () => {
  it('nobody who has it ever gets it again', () => {
    holds((before, _event, after) => {
      before.recipients.forEach(({ state }, index) => {
        if (state === 'accepted') expect(after.recipients[index]?.state).toBe('accepted');
      });
    });
  });

  it('only those who wait for it are in an attempt', () => {
    holds((before, one, after) => {
      if (one.kind !== 'accepted' && one.kind !== 'unknown' && one.kind !== 'not-sent') return;
      before.recipients.forEach((recipient, index) => {
        if (!isOpen(recipient)) expect(after.recipients[index]).toEqual(recipient);
      });
    });
  });

  it('nobody who may have it gets it again unless the person says so', () => {
    holds((before, one, after) => {
      before.recipients.forEach(({ state }, index) => {
        const now = after.recipients[index]?.state;
        if (state === 'uncertain' && now !== 'uncertain')
          expect([one.kind, now]).toEqual(one.kind === 'send-again' ? ['send-again', 'pending'] : ['was-sent', 'accepted']);
      });
      if (before.state === 'uncertain' && after.state !== 'uncertain') expect(['send-again', 'was-sent']).toContain(one.kind);
    });
  });

  it('an attempt whose final dot may be out never simply waits again, unless it is known that nothing was sent', () => {
    holds((before, one, after) => {
      if (before.state !== 'sending' || before.dotAt === null || after.state === 'sending' || one.kind === 'put-back') return;
      if (after.recipients.some(({ state }) => state === 'pending')) throw new Error(`${one.kind} made somebody wait`);
      if (one.kind === 'engine-ended') expect(after.state).toBe('uncertain');
    });
  });

  it('nobody whose address was corrected gets it at the old one', () => {
    holds((before, _event, after) => {
      before.recipients.forEach((recipient, index) => {
        if (recipient.failure?.address !== undefined) expect(after.recipients[index]).toEqual(recipient);
      });
    });
  });

  it('it goes from another account only while nobody has it and nobody may have it', () => {
    holds((before, one, after) => {
      if (one.kind !== 'cancel' || one.as !== 'moved') return;
      expect(before.recipients.every(({ state }) => ['pending', 'deferred', 'refused'].includes(state))).toBe(true);
      expect([before.dotAt, after.state]).toEqual([null, 'cancelled']);
    });
  });

  it('what has a time starts only after it was released or the person says so', () => {
    holds((before, one, after) => {
      if (before.state !== 'held' && before.state !== 'scheduled') return;
      if (isWaiting(after)) expect(['release', 'retry']).toContain(one.kind);
      expect(after.state).not.toBe('sending');
    });
  });

  it('nothing is being sent after the engine ended', () => {
    holds((_before, one, after) => {
      if (one.kind === 'engine-ended') expect(after.state).not.toBe('sending');
    });
  });

  it('the state is what the recipients say, but for the message’s own states', () => {
    holds((_before, _event, after) => {
      if (!['sending', 'kept', 'held', 'scheduled', 'cancelled'].includes(after.state))
        expect(after.state).toBe(deriveState(after.recipients));
      if (after.notBefore !== null) expect(['deferred', 'held', 'scheduled']).toContain(after.state);
      if (after.state === 'held' || after.state === 'scheduled') expect(after.notBefore).not.toBeNull();
      if (after.lookAt !== null) expect(after.state).toBe('uncertain');
      if (after.dotAt !== null) expect(['sending', 'uncertain']).toContain(after.state);
    });
  });

  it('there is always a way on, for the program or for the person', () => {
    const ways: Readonly<Record<string, readonly OutboxEvent[]>> = {
      queued: [start],
      deferred: [start, { kind: 'cancel', at: 1, as: 'cancelled' }],
      sending: [accepted(), { kind: 'engine-ended', at: 1 }],
      uncertain: [
        { kind: 'send-again', at: 1 },
        { kind: 'was-sent', at: 1, as: 'marked-sent' },
      ],
      kept: [
        { kind: 'retry', at: 1 },
        { kind: 'cancel', at: 1, as: 'edited' },
      ],
      failed: [
        { kind: 'retry', at: 1 },
        { kind: 'cancel', at: 1, as: 'edited' },
      ],
      partly: [{ kind: 'cancel', at: 1, as: 'cancelled' }],
      held: [
        { kind: 'release', at: 1 },
        { kind: 'cancel', at: 1, as: 'edited' },
      ],
      scheduled: [
        { kind: 'release', at: 1 },
        { kind: 'keep', at: 1 },
      ],
      cancelled: [{ kind: 'cancel', at: 1, as: 'edited' }],
    };
    holds((_before, _event, after) => {
      for (const way of ways[after.state] ?? []) expect(next(after, way), `${way.kind} in ${after.state}`).not.toBeNull();
    });
    expect(waitingStates.every((state) => next(fresh(1, { state }), { kind: 'retry', at: 1 }) !== null)).toBe(true);
  });
});
