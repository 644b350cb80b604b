// What has become of a message, line by line: its story, and each attempt with its conversation.
import type { Attempt, StoryLine, TranscriptLine } from '../../contract/model/outbox';
import { transcriptLineSchema } from '../../contract/model/outbox';
import type { StoryEvent } from '../../domain/outbox/life';
import { type LedgerMessage, toFailure, toText } from './ledger-message';
import type { Store } from './open';

export function addStory(store: Store, id: string, at: number, events: readonly StoryEvent[]): void {
  addLines(
    store,
    id,
    events.map((event) => ({ ...event, at })),
  );
}

/** All in one statement: each that is run costs more than what it writes. */
export function addLines(store: Store, id: string, lines: readonly StoryLine[]): void {
  const values = lines.flatMap(({ at, event, failure, said }) => [id, at, event, toText(failure), said]);
  const rows = lines.map(() => '(?, ?, ?, ?, ?)').join(', ');
  if (lines.length > 0) store.prepare(`INSERT INTO journal (message_id, at, event, failure, said) VALUES ${rows}`).run(...values);
}

/** Of a message that is being sent: what is told of the attempt under way, and written down with its end. Else nothing. `dotAt`: when its dot went. */
export function storyUnderWay(store: Store, { id, changedAt, life: { state } }: LedgerMessage, dotAt: number | null): StoryLine[] {
  if (state !== 'sending') return [];
  const begun = store
    .prepare<{ at: number }>('SELECT started_at AS at FROM attempt WHERE message_id = ? ORDER BY number DESC LIMIT 1')
    .get(id);
  const line = (at: number, event: string): StoryLine => ({ at, event, failure: null, said: null });
  return [line(begun?.at ?? changedAt, 'attempt'), ...(dotAt === null ? [] : [line(dotAt, 'dot')])];
}

export const readStory = (store: Store, id: string): StoryLine[] =>
  store
    .prepare<{ at: number; event: string; failure: string | null; said: string | null }>(
      'SELECT at, event, failure, said FROM journal WHERE message_id = ? ORDER BY id',
    )
    .all(id)
    .map((line) => ({ ...line, failure: toFailure(line.failure) }));

/** Records that an attempt begins; its row. */
export const addAttempt = (store: Store, id: string, number: number, at: number): number =>
  Number(store.prepare('INSERT INTO attempt (message_id, number, started_at) VALUES (?, ?, ?)').run(id, number, at).lastInsertRowid);

export const endAttempt = (store: Store, attempt: number, at: number, outcome: string, transcript: readonly TranscriptLine[]): void =>
  void store
    .prepare('UPDATE attempt SET ended_at = ?, outcome = ?, transcript = ? WHERE id = ?')
    .run(at, outcome, JSON.stringify(transcript), attempt);

/** The attempt that the engine's end cut short. */
export const closeCutAttempt = (store: Store, id: string, at: number): void =>
  void store.prepare("UPDATE attempt SET ended_at = ?, outcome = 'engine-ended' WHERE message_id = ? AND ended_at IS NULL").run(at, id);

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
