// The draft tables' statements.
import type { Store } from './open';

/** How many drafts there are. */
export const countDrafts = (store: Store): number => store.prepare<{ n: number }>('SELECT count(*) AS n FROM draft').get()?.n ?? 0;
