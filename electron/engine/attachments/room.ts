// The files of drafts: brought in, put in order, named, looked into. Pictures, zips and their libraries are read when first needed.
import { fail, type Result, succeed } from '../../contract/failure';
import type { attachmentCalls, DraftFile } from '../../contract/model/attachments';
import { renamed } from '../../domain/attachments/naming';
import type { Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import { arrangeAttachments, findAttachment, listAttachments, type Owner, removeAttachment, renameAttachment } from '../store/attachments';
import { blobPath, dropBlobs, missingBlobs } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { hasDraft, touchDraft } from '../store/drafts';
import type { Store } from '../store/open';
import { createBringingIn } from './bring-in';
import { type Copies, createCopies } from './copies';
import { createShrinking } from './shrink';

export type AttachmentRoom = {
  readonly calls: Pick<CallHandlers, keyof typeof attachmentCalls>;
  readonly queries: Pick<QueryHandlers, 'drafts.copies'>;
  /** Calls off what is being brought in. */
  readonly stop: () => void;
};
export type AttachmentNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly copies: Copies;
  /** Something was removed that may have left files behind. */
  readonly tidyUp: () => void;
};

export const ownerOf = (id: string): Owner => ({ kind: 'draft', id });

/** The draft's files, each with whether its stored copy is still there. */
export async function filesOf(store: Store, draftId: string): Promise<Result<DraftFile[]>> {
  const listed = onDisk(() => (hasDraft(store, draftId) ? listAttachments(store, ownerOf(draftId)) : null), store.profile);
  if (!listed.ok) return listed;
  if (listed.value === null) return fail('not-found');
  const missing = await missingBlobs(store, listed.value);
  return succeed(listed.value.map((file) => ({ ...file, isMissing: missing.has(file.sha256) })));
}

export function createAttachmentRoom(collaborators: Omit<AttachmentNeeds, 'copies'>): AttachmentRoom {
  const { store, bell, host } = collaborators;
  const copies = createCopies();
  const needs: AttachmentNeeds = { ...collaborators, copies };
  /** Runs a change durably and tells the watchers. */
  const change = <T>(draftId: string, work: () => T): Result<T> => {
    const result = onDisk(
      () =>
        store.write(() => {
          touchDraft(store, draftId, host.clock.now());
          return work();
        }),
      store.profile,
    );
    if (result.ok) bell.ring('drafts');
    return result;
  };

  return {
    calls: {
      ...createBringingIn(needs),
      ...createShrinking(needs),
      'drafts.stopCopy': ({ draftId, copyId }) => (copies.stop(draftId, copyId) ? succeed(null) : fail('not-found')),
      'drafts.detach'({ draftId, attachmentId }) {
        const removed = change(draftId, () => removeAttachment(store, ownerOf(draftId), attachmentId));
        if (!removed.ok) return removed;
        if (removed.value.length === 0) return fail('not-found');
        dropBlobs(store, removed.value);
        return succeed(null);
      },
      'drafts.files': ({ draftId }) => filesOf(store, draftId),
      'drafts.arrange'({ draftId, ids }) {
        const arranged = change(draftId, () => arrangeAttachments(store, ownerOf(draftId), ids));
        return arranged.ok ? succeed(null) : arranged;
      },
      'drafts.rename'({ draftId, attachmentId, name: typed }) {
        const file = onDisk(() => findAttachment(store, ownerOf(draftId), attachmentId), store.profile);
        if (!file.ok) return file;
        if (file.value === null) return fail('not-found');
        const name = renamed(typed, file.value.name);
        if (name === null) return fail('invalid-input', { detail: 'no name is left of it' });
        const done = change(draftId, () => renameAttachment(store, attachmentId, name));
        return done.ok ? succeed({ ...file.value, name }) : done;
      },
      async 'drafts.moving'({ draftId }) {
        const listed = onDisk(() => listAttachments(store, ownerOf(draftId)), store.profile);
        if (!listed.ok) return listed;
        const { movingAmong } = await import('./moving');
        return succeed({ pictures: await movingAmong(store, listed.value) });
      },
      async 'drafts.readText'({ draftId, attachmentId }) {
        const file = onDisk(() => findAttachment(store, ownerOf(draftId), attachmentId), store.profile);
        if (!file.ok) return file;
        if (file.value === null) return fail('not-found');
        const { readText } = await import('./read-text');
        return readText(blobPath(store, file.value.sha256));
      },
    },
    queries: {
      'drafts.copies': ({ draftId }, push) => copies.watch(draftId, (list) => push(succeed(list))),
    },
    stop: copies.stopAll,
  };
}
