// Throwing a draft away: it leaves the screen at once and the disk a moment later, so that it can be undone without a question.
import { call } from '../../api';
import { createStore } from '../../hooks/create-store';
import type { Strings } from '../../strings/en';
import { closeIfOpen, open } from '../frame/navigation';
import { say } from '../frame/notices';

/** How long it can be undone, ms. If the program ends before, the draft is still there. */
const UNDO_FOR = 8000;

/** Drafts that are on their way out: not shown in lists. */
export const discarded = createStore<{ readonly ids: ReadonlySet<string> }>({ ids: new Set() });

const mark = (id: string, isDiscarded: boolean): void =>
  discarded.set(({ ids }) => {
    const next = new Set(ids);
    if (isDiscarded) next.add(id);
    else next.delete(id);
    return { ids: next };
  });

export function discardDraft(draftId: string, { compose }: Strings): void {
  mark(draftId, true);
  closeIfOpen('drafts', draftId);
  const timer = setTimeout(() => {
    void call('drafts.discard', { draftId }).then(() => mark(draftId, false));
  }, UNDO_FOR);
  const undo = (): void => {
    clearTimeout(timer);
    mark(draftId, false);
    open('drafts', draftId);
  };
  say({ tone: 'plain', text: compose.discarded, action: { label: compose.undo, run: undo } }, UNDO_FOR);
}
