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
    fc.record({ kind: fc.constant('cancel' as const), at: fc.constant(at), as: fc.constantFrom('cancelled' as const, 'edited' as const) }),
    fc.constant<OutboxEvent>({ kind: 'send-again', at }),
    fc.record({
      kind: fc.constant('was-sent' as const),
      at: fc.constant(at),
      as: fc.constantFrom('marked-sent' as const, 'found-in-sent' as const),
    }),
  );
const life = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 9999 }).chain(event), { maxLength: 60 }));

/** Runs whatever is possible of a life and shows each step to the law. */
const holds = (law: (before: OutboxMessage, event: OutboxEvent, after: OutboxMessage) => void) =>
  fc.assert(
    fc.property(life, ([recipients, events]) => {
      let message = fresh(recipients);
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

  it('nothing is being sent after the engine ended', () => {
    holds((_before, one, after) => {
      if (one.kind === 'engine-ended') expect(after.state).not.toBe('sending');
    });
  });

  it('the state is what the recipients say, but for the message’s own states', () => {
    holds((_before, _event, after) => {
      if (!['sending', 'kept', 'held', 'scheduled', 'cancelled'].includes(after.state))
        expect(after.state).toBe(deriveState(after.recipients));
      if (after.notBefore !== null) expect(after.state).toBe('deferred');
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
      partly: [
        { kind: 'retry', at: 1 },
        { kind: 'cancel', at: 1, as: 'cancelled' },
      ],
      cancelled: [{ kind: 'cancel', at: 1, as: 'edited' }],
    };
    holds((_before, _event, after) => {
      for (const way of ways[after.state] ?? []) expect(next(after, way), `${way.kind} in ${after.state}`).not.toBeNull();
    });
    expect(waitingStates.every((state) => next(fresh(1, { state }), { kind: 'retry', at: 1 }) !== null)).toBe(true);
  });
});
