// A letter goes into a window of its own, and back: it is stored before it is opened elsewhere, so it is never open in two places.
import type { Closing } from '../../../electron/contract/shell';
import { askShell } from '../../api';
import { letterShown } from '../frame/letter-shown';
import { closeIfOpen, open } from '../frame/navigation';
import { sayFailure } from '../frame/notices';
import { session } from '../frame/session';
import { whenLeft } from './open-drafts';
import { areSent } from './sends-under-way';

/** From the main window; the one it has already is brought up. */
export async function openInWindow(draftId: string): Promise<void> {
  const left = whenLeft(draftId, true);
  closeIfOpen('drafts', draftId);
  if (!(await left)) return open('drafts', draftId);
  const answer = await askShell('letters.open', { draftId });
  if (answer.ok) return;
  sayFailure(answer.failure);
  open('drafts', draftId);
}

/** From the letter's own window. */
async function backToMain(draftId: string): Promise<void> {
  const left = whenLeft(draftId, true);
  letterShown.set({ isShown: false });
  if (await left) await askShell('letters.leave', { as: 'back' });
  else letterShown.set({ isShown: true });
}

export const changeWindow = (draftId: string): Promise<void> =>
  session.get().letter === null ? openInWindow(draftId) : backToMain(draftId);

/** The letter's window is about to close. Where it was not sent after all, or something could not be stored, it stays on the screen. */
export async function leaveWindow(draftId: string): Promise<Closing> {
  if (!(await areSent())) return { isSaved: true, isSent: false };
  const left = whenLeft(draftId, false);
  letterShown.set({ isShown: false });
  const isSaved = await left;
  if (!isSaved) letterShown.set({ isShown: true });
  return { isSaved, isSent: true };
}
