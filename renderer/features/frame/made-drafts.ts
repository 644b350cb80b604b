// Drafts that were just made: the composer shows them without asking the engine for what it has answered a moment ago.
import type { Draft } from '../../../electron/contract/model/drafts';

const made = new Map<string, Draft>();

export function keepMade(draft: Draft): void {
  made.clear(); // one is opened at once; another that never was is of no use
  made.set(draft.id, draft);
}

/** Null: it is to be read. Answers once: later there may be more in it. */
export function takeMade(draftId: string): Draft | null {
  const draft = made.get(draftId) ?? null;
  made.delete(draftId);
  return draft;
}
