// Throwing drafts away: they leave the screen at once and the disk a moment later, so that it can be undone without a question.
import { call } from '../../api';
import type { Strings } from '../../strings/en';
import { closeIfOpen, open } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';

/** How long it can be undone, ms. If the program ends before, the draft is still there. */
const UNDO_FOR = 8000;
/** ms: the button is gone before the draft is. */
const GRACE = 500;

export const discardDraft = (draftId: string, strings: Strings): void => discardDrafts([draftId], strings);

export function discardDrafts(draftIds: readonly string[], { compose, drafts }: Strings): void {
  const [first] = draftIds;
  if (first === undefined) return;
  for (const id of draftIds) closeIfOpen('drafts', id);
  const ids = [...draftIds];
  void call('drafts.discardSoon', { draftIds: ids, ms: UNDO_FOR + GRACE }).then((answer) => {
    if (!answer.ok) sayFailure(answer.failure);
  });
  const undo = (): void => {
    void call('drafts.keep', { draftIds: ids }).then((answer) => {
      if (!answer.ok) sayFailure(answer.failure);
      else if (ids.length === 1) open('drafts', first);
    });
  };
  const text = ids.length === 1 ? compose.discarded : drafts.discarded(ids.length);
  say({ tone: 'plain', text, action: { label: compose.undo, run: undo } }, UNDO_FOR);
}
