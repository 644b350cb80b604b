// Looks into an archive that came into a draft, and notes what dangerous file is in it.
import { type Result, succeed } from '../../contract/failure';
import type { Attachment } from '../../contract/model/drafts';
import { setHolds } from '../store/attachments';
import { blobPath } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';

/** When it is here already: before that, the file could be another one by now. */
export async function noteWhatItHolds(store: Store, attachment: Attachment): Promise<Result<Attachment>> {
  const { dangerousInZip, isZip } = await import('./zip-names');
  const holds = isZip(attachment) ? await dangerousInZip(blobPath(store, attachment.sha256)) : null;
  if (holds === null) return succeed(attachment);
  const noted = onDisk(() => store.write(() => setHolds(store, attachment.id, holds)), store.profile);
  return noted.ok ? succeed({ ...attachment, holds }) : noted;
}
