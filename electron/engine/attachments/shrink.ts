// Attached pictures made smaller, and back: what they were stays with the draft until it is sent.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Attachment } from '../../contract/model/drafts';
import type { CallHandlers } from '../rooms';
import { addAttachment, findAttachment, listAttachments, putBackOriginal, setOriginal } from '../store/attachments';
import { blobPath, dropBlobs, keepBytes } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { hasDraft, touchDraft } from '../store/drafts';
import { newId } from '../store/new-id';
import { type AttachmentNeeds, filesOf, ownerOf } from './room';

/** Of its octets: a smaller gain is not worth the loss. */
const worthwhile = 0.9;

export function createShrinking(needs: AttachmentNeeds): Pick<CallHandlers, 'drafts.shrink' | 'drafts.unshrink'> {
  const { store, bell, host, copies } = needs;

  /** Whether there is a smaller one in its place now. What can't be read stays as it is. */
  const shrinkOne = async (draftId: string, file: Attachment): Promise<Result<boolean>> => {
    const { preparePicture } = await import('./prepare-picture');
    const prepared = await preparePicture(blobPath(store, file.sha256), file.name, 'file');
    if (!prepared.ok || prepared.value.bytes === null) return succeed(false);
    const { bytes, name, type } = prepared.value;
    if (bytes.length > file.size * worthwhile) return succeed(false);
    return keepBytes(store, bytes, (blob) =>
      store.write(() => {
        // The draft or the file may have gone meanwhile.
        if (!hasDraft(store, draftId) || findAttachment(store, ownerOf(draftId), file.id)?.cid !== null) return false;
        const made = { id: newId(host), name, type, cid: null, ...blob };
        addAttachment(store, ownerOf(draftId), made);
        setOriginal(store, file.id, made.id, `${newId(host)}@original`);
        touchDraft(store, draftId, host.clock.now());
        return true;
      }),
    );
  };

  return {
    async 'drafts.shrink'({ draftId, ids }) {
      if (!hasDraft(store, draftId)) return fail('not-found');
      let left = 0;
      const wanted = listAttachments(store, ownerOf(draftId)).filter(({ id, cid }) => cid === null && ids.includes(id));
      const work = async (onProgress: (done: number, total: number) => void): Promise<Result<null>> => {
        for (const [index, file] of wanted.entries()) {
          onProgress(index, wanted.length);
          const shrunk = await shrinkOne(draftId, file);
          if (!shrunk.ok) return shrunk;
          left += shrunk.value ? 0 : 1;
        }
        return succeed(null);
      };
      const done = await copies.follow(draftId, { name: '', work: 'shrinking', copyId: 'shrink' }, ({ onProgress }) => work(onProgress));
      bell.ring('drafts');
      if (!done.ok) return done;
      const files = await filesOf(store, draftId);
      return files.ok ? succeed({ files: files.value, left }) : files;
    },
    'drafts.unshrink'({ draftId, ids }) {
      const back = onDisk(
        () =>
          store.write(() => {
            touchDraft(store, draftId, host.clock.now());
            return ids.flatMap((id) => putBackOriginal(store, ownerOf(draftId), id) ?? []);
          }),
        store.profile,
      );
      if (!back.ok) return back;
      dropBlobs(store, back.value);
      bell.ring('drafts');
      return filesOf(store, draftId);
    },
  };
}
