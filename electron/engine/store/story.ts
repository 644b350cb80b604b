// What has become of a message, line by line: its story, and each attempt with its conversation.
import type { Attempt, StoryLine, TranscriptLine } from '../../contract/model/outbox';
import { transcriptLineSchema } from '../../contract/model/outbox';
import type { StoryEvent } from '../../domain/outbox/life';
import { type LedgerMessage, toFailure, toText } from './ledger-message';
import type { Store } from './open';

/** When an attempt began, and when its final dot went; null: it did not. */
export type AttemptTimes = { readonly beganAt: number; readonly dotAt: number | null };

/** `ended`: the attempt that the first of these events ends, which is told before it. */
export function addStory(store: Store, id: string, at: number, events: readonly StoryEvent[], ended: AttemptTimes | null = null): void {
  const add = store.prepare('INSERT INTO journal (message_id, at, event, failure, said, began_at, dot_at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  events.forEach(({ event, failure, said }, index) => {
    const { beganAt, dotAt } = (index === 0 ? ended : null) ?? { beganAt: null, dotAt: null };
    add.run(id, at, event, toText(failure), said, beganAt, dotAt);
  });
}

const told = ({ beganAt, dotAt }: AttemptTimes): StoryLine[] => {
  const line = (at: number, event: string): StoryLine => ({ at, event, failure: null, said: null });
  return [line(beganAt, 'attempt'), ...(dotAt === null ? [] : [line(dotAt, 'dot')])];
};

/** What is told of the attempt under way, which is written down with its end: nothing of a message that is not being sent. `dotAt`: when its dot went. */
export const storyUnderWay = ({ changedAt, life: { state } }: LedgerMessage, dotAt: number | null): StoryLine[] =>
  state === 'sending' ? told({ beganAt: changedAt, dotAt }) : [];

export const readStory = (store: Store, id: string): StoryLine[] =>
  store
    .prepare<{ at: number; event: string; failure: string | null; said: string | null; beganAt: number | null; dotAt: number | null }>(
      'SELECT at, event, failure, said, began_at AS beganAt, dot_at AS dotAt FROM journal WHERE message_id = ? ORDER BY id',
    )
    .all(id)
    .flatMap(({ beganAt, dotAt, failure, ...line }) => [
      ...(beganAt === null ? [] : told({ beganAt, dotAt })),
      { ...line, failure: toFailure(failure) },
    ]);

/** Records an attempt that has ended. `transcript` null: its conversation is lost. */
export const addAttempt = (store: Store, id: string, attempt: Attempt, transcript: readonly TranscriptLine[] | null): void =>
  void store
    .prepare('INSERT INTO attempt (message_id, number, started_at, ended_at, outcome, transcript) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, attempt.number, attempt.startedAt, attempt.endedAt, attempt.outcome, transcript === null ? null : JSON.stringify(transcript));

/** The attempt under way, which has no row yet; null: none is. */
export const attemptUnderWay = ({ changedAt, life: { state, attempts } }: LedgerMessage): Attempt | null =>
  state === 'sending' ? { number: attempts, startedAt: changedAt, endedAt: null, outcome: null } : null;

/** Attempts that are listed; two days of patience make fewer. */
const mostAttempts = 200;

/** Oldest first. */
export const listAttempts = (store: Store, id: string): Attempt[] =>
  store
    .prepare<Attempt>(
      'SELECT number, started_at AS startedAt, ended_at AS endedAt, outcome FROM attempt WHERE message_id = ? ORDER BY number DESC LIMIT ?',
    )
    .all(id, mostAttempts)
    .reverse();

/** The conversation of this attempt, or of the last one. */
export function readTranscript(store: Store, id: string, number: number | null = null): TranscriptLine[] {
  const row = store
    .prepare<{ transcript: string | null }>(
      'SELECT transcript FROM attempt WHERE message_id = ?1 AND number = coalesce(?2, (SELECT max(number) FROM attempt WHERE message_id = ?1))',
    )
    .get(id, number);
  return row?.transcript == null ? [] : transcriptLineSchema.array().parse(JSON.parse(row.transcript));
}
