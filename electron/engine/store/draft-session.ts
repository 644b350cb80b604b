// The draft_session table: where somebody was in a draft and what they can undo. Nothing of it ever leaves.
import { type KeptSession, type Place, placeSchema, type Session } from '../../contract/model/draft-desk';
import type { Store } from './open';

/** Null: nothing is kept, or it can't be read. That costs the cursor's place, never the text. */
export function readSession(store: Store, draftId: string): KeptSession | null {
  const row = store
    .prepare<{ revision: number; place: string; history: string }>('SELECT revision, place, history FROM draft_session WHERE draft_id = ?')
    .get(draftId);
  const place = row === undefined ? null : readPlace(row.place);
  return row === undefined || place === null ? null : { revision: row.revision, place, history: row.history };
}

function readPlace(json: string): Place | null {
  try {
    return placeSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Runs in the transaction in which the draft gets this revision. Null: whoever saved knows of none, and what was kept does not fit any more. */
export function keepSession(store: Store, draftId: string, revision: number, session: Session | null): void {
  if (session === null) {
    store.prepare('DELETE FROM draft_session WHERE draft_id = ?').run(draftId);
    return;
  }
  const { place, history } = session;
  store
    .prepare(
      `INSERT INTO draft_session (draft_id, revision, place, history) VALUES (?1, ?2, ?3, coalesce(?4, ''))
       ON CONFLICT (draft_id) DO UPDATE SET revision = ?2, place = ?3, history = coalesce(?4, history)`,
    )
    .run(draftId, revision, JSON.stringify(place), history ?? null);
}

export const keepPlace = (store: Store, draftId: string, revision: number, place: Place): void =>
  void store
    .prepare('UPDATE draft_session SET place = ? WHERE draft_id = ? AND revision = ?')
    .run(JSON.stringify(place), draftId, revision);
