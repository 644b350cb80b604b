// Throwing drafts away: they leave the screen at once and the disk a moment later, so that it can be undone without a question.
import { askShell, call } from '../../api';
import type { Strings } from '../../strings/en';
import { saveEverything } from '../frame/before-closing';
import { closeIfOpen, open } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';
import { session } from '../frame/session';

/** How long it can be undone, ms. If the program ends before, the draft is still there. */
const UNDO_FOR = 8000;
/** ms: the button is gone before the draft is. */
const GRACE = 500;

export const discardDraft = (draftId: string, strings: Strings): void => discardDrafts([draftId], strings);

export function discardDrafts(draftIds: readonly string[], { compose, drafts }: Strings): void {
  const [first] = draftIds;
  if (first === undefined) return;
  if (session.get().letter === first) {
    // The main window does it, and is where it can be undone when this one is gone.
    void saveEverything().then(() => askShell('letters.leave', { as: 'discarded' }));
    return;
  }
  // What is being written in a window of its own is not taken away from under it.
  const { letters } = session.get();
  const ids = draftIds.filter((id) => !letters.includes(id));
  if (ids.length === 0) return void askShell('letters.open', { draftId: first });
  for (const id of ids) closeIfOpen('drafts', id);
  void call('drafts.discardSoon', { draftIds: ids, ms: UNDO_FOR + GRACE }).then((answer) => {
    if (!answer.ok) sayFailure(answer.failure);
  });
  const undo = (): void => {
    void call('drafts.keep', { draftIds: ids }).then((answer) => {
      if (!answer.ok) sayFailure(answer.failure);
      else if (ids.length === 1) open('drafts', ids[0]);
    });
  };
  const text = ids.length === 1 ? compose.discarded : drafts.discarded(ids.length);
  say({ tone: 'plain', text, action: { label: compose.undo, run: undo } }, UNDO_FOR);
}
