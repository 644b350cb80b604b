// Brings files into a draft: from a path, from bytes, from a folder. A picture for the text is made ready on its way.
import { basename } from 'node:path';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Attachment } from '../../contract/model/drafts';
import { anything, attachmentName, attachmentType } from '../compose/file-names';
import type { CallHandlers } from '../rooms';
import { addAttachment, removeAttachment, setOriginal, setType } from '../store/attachments';
import { type Blob, blobPath, dropBlobs, keepBytes, keepFile, keepStream } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { hasDraft, touchDraft } from '../store/drafts';
import { newId } from '../store/new-id';
import type { FollowedCopy } from './copies';
import { noteWhatItHolds } from './look-into';
import { type AttachmentNeeds, ownerOf } from './room';

/** Octets: what may come over the pipe in one piece. */
const maxBytes = 50_000_000;

type BringingIn = Pick<CallHandlers, 'drafts.attachFile' | 'drafts.attachFolder' | 'drafts.attachBytes'>;
type Row = Omit<Attachment, keyof Blob>;

export function createBringingIn(needs: AttachmentNeeds): BringingIn {
  const { store, bell, host, copies, tidyUp } = needs;
  /** A Content-ID goes out with the letter: it tells nothing. */
  const secret = (): string => Buffer.from(host.random(16)).toString('hex');
  const describe = async (given: string, type: string | undefined, isInline: boolean): Promise<Row> => {
    const name = attachmentName(given);
    const known = await attachmentType(name, type);
    const isPicture = known.startsWith('image/') || known === anything; // what is in it will tell
    return { id: newId(host), name, type: known, cid: isInline && isPicture ? `${secret()}@picture` : null };
  };
  /** The row that a stored file gets, unless its draft went away while it was copied. `also`: more of the same transaction. */
  const record =
    (draftId: string, attachment: Row, also: () => void = () => undefined) =>
    (blob: Blob): Attachment | null =>
      store.write(() => {
        if (!hasDraft(store, draftId)) return null;
        const row = { ...attachment, ...blob };
        addAttachment(store, ownerOf(draftId), row);
        also();
        touchDraft(store, draftId, host.clock.now());
        return row;
      });
  const attached = (kept: Result<Attachment | null>): Result<Attachment> => {
    if (!kept.ok) return kept;
    bell.ring('drafts');
    if (kept.value !== null) return succeed(kept.value);
    tidyUp();
    return fail('not-found');
  };
  const takeAway = (draftId: string, attachmentId: string): void => {
    const removed = onDisk(() => store.write(() => removeAttachment(store, ownerOf(draftId), attachmentId)));
    if (removed.ok) dropBlobs(store, removed.value);
    bell.ring('drafts');
  };

  /** The picture as the letter shows it; what came in stays behind it. Where it can't be shown, it goes again. */
  const makeReady = async (draftId: string, original: Attachment, copy: FollowedCopy | null): Promise<Result<Attachment>> => {
    copy?.turnTo('shrinking');
    const { preparePicture } = await import('./prepare-picture');
    const prepared = await preparePicture(blobPath(store, original.sha256), original.name, 'text');
    if (!prepared.ok || copy?.signal.aborted === true) {
      takeAway(draftId, original.id);
      return prepared.ok ? fail('cancelled') : prepared;
    }
    const { bytes, name, type } = prepared.value;
    if (bytes === null) {
      const set =
        type === original.type ? succeed(null) : onDisk(() => store.write(() => setType(store, original.id, type)), store.profile);
      return set.ok ? succeed({ ...original, type }) : set;
    }
    const made: Row = { id: newId(host), name, type, cid: `${secret()}@picture` };
    const kept = await keepBytes(
      store,
      bytes,
      record(draftId, made, () => setOriginal(store, original.id, made.id, original.cid ?? `${secret()}@original`)),
    );
    if (!kept.ok) takeAway(draftId, original.id);
    return attached(kept);
  };
  const finish = (
    draftId: string,
    kept: Result<Attachment>,
    copy: FollowedCopy | null,
  ): Promise<Result<Attachment>> | Result<Attachment> => {
    if (!kept.ok) return kept;
    return kept.value.cid === null ? noteWhatItHolds(store, kept.value) : makeReady(draftId, kept.value, copy);
  };

  return {
    async 'drafts.attachFile'({ draftId, path, isInline, copyId }) {
      if (!hasDraft(store, draftId)) return fail('not-found');
      const row = await describe(basename(path), undefined, isInline);
      return copies.follow(draftId, { name: row.name, work: 'copying', copyId }, async (copy) =>
        finish(draftId, attached(await keepFile(store, path, record(draftId, row), copy)), copy),
      );
    },
    async 'drafts.attachBytes'({ draftId, name, type, bytes, isInline }) {
      if (!hasDraft(store, draftId)) return fail('not-found');
      if (bytes.length > maxBytes) return fail('message-too-large', { name: attachmentName(name), size: bytes.length, limit: maxBytes });
      const row = await describe(name, type, isInline);
      return finish(draftId, attached(await keepBytes(store, bytes, record(draftId, row))), null);
    },
    async 'drafts.attachFolder'({ draftId, path, copyId }) {
      if (!hasDraft(store, draftId)) return fail('not-found');
      const folder = attachmentName(basename(path));
      return copies.follow(draftId, { name: folder, work: 'zipping', copyId }, async ({ signal, onProgress }) => {
        const { readFolder, zipOf } = await import('./zip-folder');
        const content = await readFolder(path, folder, signal);
        if (!content.ok) return content;
        const row: Row = {
          id: newId(host),
          name: attachmentName(`${folder}.zip`),
          type: 'application/zip',
          cid: null,
          ...(content.value.holds === null ? {} : { holds: content.value.holds }),
        };
        return attached(await keepStream(store, zipOf(content.value, { signal, onProgress }), record(draftId, row)));
      });
    },
  };
}
