// What is remembered of a message that is being sent spares a look at its row; where the row says otherwise, the row is right.
import { expect, onTestFinished, test } from 'vitest';
import { createTransitions } from '../../../electron/engine/outbox/transitions';
import { readMessage } from '../../../electron/engine/store/ledger-message';
import { openStore } from '../../../electron/engine/store/open';
import { listAttempts, readStory, readTranscript } from '../../../electron/engine/store/story';
import { fillQueue } from '../../support/frozen-queue';
import { temporaryFolder } from '../../support/profile';

function queueOf(count: number) {
  const profile = temporaryFolder();
  const ids = fillQueue(profile, count, 'a', 'alice@example.test');
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(opened.failure.code);
  const store = opened.value;
  onTestFinished(() => store.close());
  const bell = { ring: () => undefined, listen: () => () => undefined };
  const host = { notify: () => undefined } as unknown as Parameters<typeof createTransitions>[0]['host'];
  return { store, ids, transitions: createTransitions({ store, bell, host }) };
}

const start = (at: number, isMarked = false) => ({ kind: 'start', at, patience: at, isMarked }) as const;
const accepted = (at: number) => ({ kind: 'accepted', at, reply: '250 fine', refused: [], retryAt: null }) as const;
const lines = [{ at: 12, from: 'server', text: '250 fine' }] as const;

test('an attempt is told by its message while it lasts, and by one row and its lines when it ends', async () => {
  const { store, ids, transitions } = queueOf(1);
  const [id = ''] = ids;
  expect((await transitions.applySoon(id, start(10))).ok).toBe(true);
  expect([listAttempts(store, id), readMessage(store, id)?.changedAt]).toEqual([[], 10]);
  expect(await transitions.mark(id, 11, [], () => undefined)).toEqual({ ok: true, value: null });
  expect(readMessage(store, id)).toMatchObject({ changedAt: 10, life: { state: 'sending', dotAt: 11 } });
  expect((await transitions.applySoon(id, accepted(13), undefined, { transcript: lines })).ok).toBe(true);
  expect(listAttempts(store, id)).toEqual([{ number: 1, startedAt: 10, endedAt: 13, outcome: 'accepted' }]);
  expect(readTranscript(store, id)).toEqual(lines);
  expect(
    readStory(store, id)
      .slice(1)
      .map(({ at, event, said }) => [at, event, said]),
  ).toEqual([
    [10, 'attempt', null],
    [11, 'dot', null],
    [13, 'accepted', '250 fine'],
  ]);
});

test('a mark that another has set is not forgotten by what follows', () => {
  const { store, ids, transitions } = queueOf(1);
  const [id = ''] = ids;
  transitions.apply(id, start(10));
  store.prepare('UPDATE message SET dot_at = 12 WHERE id = ?').run(id);
  expect(transitions.apply(id, { kind: 'unknown', at: 13, failure: { code: 'connection-lost' } })).toMatchObject({
    value: { life: { state: 'uncertain', dotAt: 12 } },
  });
});

test('a message that another has settled takes no step from where it was', () => {
  const { store, ids, transitions } = queueOf(1);
  const [id = ''] = ids;
  transitions.apply(id, start(10));
  store.prepare("UPDATE message SET state = 'kept', changed_at = 11 WHERE id = ?").run(id);
  expect(transitions.apply(id, accepted(12))).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
  expect(readMessage(store, id)).toMatchObject({ changedAt: 11, life: { state: 'kept' } });
  expect(listAttempts(store, id)).toEqual([]);
});

test('a recipient who was refused before the dot is so in the ledger too, where the first try of that was taken back', async () => {
  const { store, ids, transitions } = queueOf(2);
  const [id = '', other = ''] = ids;
  store
    .prepare(
      "INSERT INTO recipient (message_id, position, field, name, address, state) VALUES (?, 1, 'to', '', 'carl@example.test', 'pending')",
    )
    .run(id);
  transitions.apply(id, start(10, true));
  const refused = [{ index: 1, failure: { code: 'recipients-refused' as const } }];
  const fault = (): never => {
    throw new Error('a fault beside it');
  };
  const [marked] = await Promise.all([transitions.mark(id, 10, refused, () => undefined), transitions.applySoon(other, start(10), fault)]);
  expect(marked).toEqual({ ok: true, value: null });
  transitions.apply(id, accepted(11));
  expect(readMessage(store, id)).toMatchObject({ life: { state: 'partly' }, recipients: [{ state: 'accepted' }, { state: 'refused' }] });
});

test('a beginning that was taken back did not happen, and the next one counts as the first', async () => {
  const { store, ids, transitions } = queueOf(2);
  const [id = '', other = ''] = ids;
  const fault = (): never => {
    throw new Error('a fault beside it');
  };
  const [taken, kept] = await Promise.all([transitions.applySoon(id, start(10), fault), transitions.applySoon(other, start(10))]);
  expect([taken, kept.ok]).toMatchObject([{ ok: false, failure: { code: 'internal' } }, true]);
  expect(transitions.apply(id, accepted(11))).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
  expect(transitions.apply(id, start(12))).toMatchObject({ value: { changedAt: 12, life: { attempts: 1, tries: 1 } } });
  expect(transitions.apply(id, accepted(13)).ok && transitions.apply(other, accepted(13)).ok).toBe(true);
  expect([id, other].map((one) => listAttempts(store, one).map(({ startedAt }) => startedAt))).toEqual([[12], [10]]);
});
