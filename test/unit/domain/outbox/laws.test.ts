// Every order of events, thrown at the outbox's state machine.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../electron/contract/failure';
import { dotOf } from '../../../../electron/domain/outbox/attempt';
import type { OutboxEvent } from '../../../../electron/domain/outbox/events';
import { type OutboxMessage, waitingStates } from '../../../../electron/domain/outbox/life';
import { next } from '../../../../electron/domain/outbox/next';
import { deriveState, isOpen } from '../../../../electron/domain/outbox/recipients';
import { accepted, fresh, isWaiting, later, lost, nobody, start } from '../../../support/outbox-life';

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
    { weight: 6, arbitrary: fc.constant<OutboxEvent>({ kind: 'start', at, patience: at }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('dot' as const), at: fc.constant(at), refused }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('accepted' as const),
        at: fc.constant(at),
        reply: fc.constant('250 ok'),
        refused,
        retryAt,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('not-sent' as const), at: fc.constant(at), failure, refused, retryAt }),
    },
    { weight: 2, arbitrary: fc.constant<OutboxEvent>({ kind: 'unknown', at, failure: lost }) },
    fc.record({ kind: fc.constant('put-back' as const), at: fc.constant(at), failure: fc.option(failure) }),
    { weight: 2, arbitrary: fc.constant<OutboxEvent>({ kind: 'engine-ended', at }) },
    { weight: 1, arbitrary: fc.constant<OutboxEvent>({ kind: 'engine-ended', at, dotAt: null }) },
    { weight: 1, arbitrary: fc.constant<OutboxEvent>({ kind: 'start', at, patience: at, isMarked: true }) },
    fc.constant<OutboxEvent>({ kind: 'account-gone', at }),
    fc.record({ kind: fc.constant('gave-up' as const), at: fc.constant(at), failure }),
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
      if (before.state !== 'sending' || dotOf(before, one) === null || after.state === 'sending' || one.kind === 'put-back') return;
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
