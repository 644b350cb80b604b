// The part of a draft that the person was led to it for. The sheet goes there once it is drawn.
import { createStore } from '../../hooks/create-store';
import { open } from '../frame/navigation';

/** How the attachments are found on the page. */
export const ATTACHMENTS_ID = 'draft-attachments';
/** And the button that adds one. */
export const ATTACH_ID = 'attach-files';

const wanted = createStore<{ readonly draftId: string | null }>({ draftId: null });

/** Opens a draft with the keyboard at its attachments. */
export function openAttachments(draftId: string): void {
  wanted.set({ draftId });
  open('drafts', draftId);
}

/** Whether the keyboard should go to this draft's attachments. */
export const wantsAttachments = (draftId: string): boolean => wanted.get().draftId === draftId;
/** They have it. */
export const forgetWantedPart = (): void => wanted.set({ draftId: null });
