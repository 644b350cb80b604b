// What the identities need of the engine: the pictures of their signatures, and who was written to from where.
import { fail, succeed } from '../../contract/failure';
import type { Attachment } from '../../contract/model/drafts';
import { identitiesOf } from '../../domain/identities/identity';
import { picturesOf } from '../../domain/identities/signature';
import { attachmentName, attachmentType } from '../compose/file-names';
import type { Accounts, Bell, CallHandlers, Host } from '../rooms';
import { addAttachment, listAttachments, type Owner } from '../store/attachments';
import { dropBlobs, keepBytes } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { hasDraft } from '../store/drafts';
import { newId } from '../store/new-id';
import type { Store } from '../store/open';
import { addSignaturePicture, findSignaturePicture, removePicturesOf, removeSignaturePictures } from '../store/signature-pictures';
import { lastUsed } from './last-used';

export type IdentityNeeds = { readonly store: Store; readonly bell: Bell; readonly host: Host; readonly accounts: Accounts };
export type IdentityCalls = Pick<CallHandlers, 'drafts.takePictures' | 'identities.keepPicture' | 'identities.lastUsed'>;

/** Octets: it goes out with every letter. */
const largestPicture = 5_000_000;
/** ms that a picture is kept which stands in no signature: one that is being written is not saved yet. */
const unsavedTime = 24 * 60 * 60_000;

export function createIdentityCalls(needs: IdentityNeeds): IdentityCalls {
  const { store, bell, host, accounts } = needs;
  watchForGone(needs);
  return {
    async 'identities.keepPicture'({ accountId, name: given, type, bytes }) {
      if (accounts.find(accountId) === null) return fail('not-found');
      const name = attachmentName(given);
      if (bytes.length > largestPicture) return fail('message-too-large', { name, size: bytes.length, limit: largestPicture });
      const picture = { name, type: await attachmentType(name, type) };
      if (!picture.type.startsWith('image/')) return fail('attachment-unreadable', { name, detail: 'not a picture' });
      const now = host.clock.now();
      const kept = await keepBytes(store, bytes, (blob) => {
        store.write(() => addSignaturePicture(store, accountId, { ...picture, ...blob }, now));
        return blob.sha256;
      });
      if (!kept.ok) return kept;
      tidy(needs, now - unsavedTime);
      return succeed({ sha256: kept.value });
    },
    'drafts.takePictures'({ draftId, hashes }) {
      const taken = onDisk(
        () => (hasDraft(store, draftId) ? store.write(() => takePictures(store, host, draftId, hashes)) : null),
        store.profile,
      );
      if (!taken.ok) return taken;
      if (taken.value === null) return fail('not-found');
      if (taken.value.length > 0) bell.ring('drafts');
      return succeed(taken.value);
    },
    'identities.lastUsed': ({ addresses }) => lastUsed(needs, addresses),
  };
}

/** The rows that a draft needs for these pictures of signatures, as far as it has none. Runs in the caller's transaction. */
export function takePictures(store: Store, host: Pick<Host, 'clock' | 'random'>, draftId: string, hashes: readonly string[]): Attachment[] {
  const owner: Owner = { kind: 'draft', id: draftId };
  const known = new Set(listAttachments(store, owner).flatMap(({ sha256, cid }) => (cid === null ? [] : [sha256])));
  return hashes.flatMap((sha256) => {
    const picture = known.has(sha256) ? null : findSignaturePicture(store, sha256);
    if (picture === null) return [];
    const attachment: Attachment = { ...picture, id: newId(host), cid: `${newId(host)}@picture` };
    addAttachment(store, owner, attachment);
    return [attachment];
  });
}

/** What stands in anybody's signature now. */
const shownIn = (accounts: Pick<Accounts, 'all'>): ReadonlySet<string> =>
  new Set(
    accounts
      .all()
      .flatMap(identitiesOf)
      .flatMap(({ signatures }) => signatures.flatMap(({ html }) => picturesOf(html))),
  );

/** An account that is removed takes its pictures along. Before the shell has told the accounts for the first time, none of them is gone. */
function watchForGone({ store, accounts }: IdentityNeeds): void {
  let known: readonly string[] = [];
  accounts.watch(() => {
    const now = accounts.all().map(({ id }) => id);
    const gone = known.filter((id) => !now.includes(id));
    known = now;
    if (gone.length === 0) return;
    const shown = shownIn(accounts);
    const removed = onDisk(() => store.write(() => gone.flatMap((id) => removePicturesOf(store, id, (sha256) => shown.has(sha256)))));
    if (removed.ok) dropBlobs(store, removed.value); // what fails goes with the next that are tidied
  });
}

/** After one was added: those that were changed away from long ago. What fails is tried again with the next. */
function tidy({ store, accounts }: IdentityNeeds, before: number): void {
  const shown = shownIn(accounts);
  const removed = onDisk(() => store.write(() => removeSignaturePictures(store, before, (sha256) => shown.has(sha256))));
  if (removed.ok) dropBlobs(store, removed.value);
}
