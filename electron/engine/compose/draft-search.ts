// Finds drafts by their words: subject, recipients, text, without case and accents. What is searched is read when somebody first
// searches, kept while they do, and read anew only of drafts that have changed.
import { fold, matches, searchWords } from '../../domain/people/keys';
import { plainText } from '../../domain/plain-text';
import type { Clock } from '../rooms';
import { draftOrder, readDraft } from '../store/drafts';
import type { Store } from '../store/open';

export type DraftSearch = {
  /** The ids of all drafts in which every word begins a word, the newest first. Throws what the disk throws. */
  readonly find: (search: string) => Promise<readonly string[]>;
};
type Known = { readonly updatedAt: number; readonly folded: string };

/** ms of reading between two turns of the event loop: a search must not hold up a send. */
const turn = 10;
/** ms without a search after which the words are forgotten. */
const rest = 300_000;
/** Signs of a letter's text that are searched. */
const longest = 200_000;

export function createDraftSearch({ store, clock }: { readonly store: Store; readonly clock: Clock }): DraftSearch {
  let known = new Map<string, Known>();
  let callOff = (): void => undefined;

  const bringUpToDate = async (): Promise<void> => {
    const now = new Map<string, Known>();
    let since = performance.now();
    for (const { id, updatedAt } of draftOrder(store)) {
      const before = known.get(id);
      if (before?.updatedAt === updatedAt) {
        now.set(id, before);
        continue;
      }
      if (performance.now() - since > turn) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!store.db.isOpen) return;
        since = performance.now();
      }
      const folded = foldedWords(store, id);
      if (folded !== null) now.set(id, { updatedAt, folded });
    }
    known = now;
  };
  return {
    async find(search) {
      callOff();
      await bringUpToDate();
      callOff = clock.after(rest, () => {
        known = new Map();
      });
      const words = searchWords(search);
      return [...known].flatMap(([id, { folded }]) => (matches(folded, words) ? [id] : []));
    },
  };
}

/** Null: it went meanwhile, or it can't be read. */
function foldedWords(store: Store, id: string): string | null {
  const row = readDraft(store, id);
  if (row === null) return null;
  const { to, cc, bcc, subject, html } = row.content;
  const people = [...to, ...cc, ...bcc].map((one) => (one.kind === 'good' ? `${one.name} ${one.address}` : one.text));
  return fold(`${subject} ${people.join(' ')} ${plainText(html).slice(0, longest)}`);
}
