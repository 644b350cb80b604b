// A draft's copies in the server's folder for drafts: the new one is put there first, then all older ones are removed.
import { type Result, succeed } from '../../contract/failure';
import { chooseDraftsFolder } from '../../domain/special-folders';
import type { ImapSession } from '../mail/imap-session';

/** What it is called where we have to make it: the name that other mail programs know, too. */
const newFolder = 'Drafts';

const isFolderGone = <T>(result: Result<T>): boolean => !result.ok && result.failure.code === 'no-sent-folder';

async function findFolder(session: ImapSession): Promise<Result<string | null>> {
  const folders = await session.folders();
  return folders.ok ? succeed(chooseDraftsFolder(folders.value)?.path ?? null) : folders;
}

export type CopyOfDraft = {
  readonly messageId: string;
  /** Of all its copies that may lie there. */
  readonly before: readonly string[];
  readonly bytes: Buffer;
  readonly at: number;
  /** Writes down that this one may lie there from now on. */
  readonly announce: () => Result<null>;
};

/**
 * Puts the copy into the folder (which is made where there is none) unless it is there, and leaves it as the draft's only one. It may
 * be interrupted anywhere and asked for again. Failures: `append-*`, `imap-*`, `connection-lost`.
 */
export async function fileDraft(session: ImapSession, { messageId, before, bytes, at, announce }: CopyOfDraft): Promise<Result<null>> {
  const found = await findFolder(session);
  if (!found.ok) return found;
  const folder = found.value === null ? await session.makeFolder(newFolder) : succeed(found.value);
  if (!folder.ok) return folder;
  const isThere = await session.has(folder.value, messageId); // after an append whose answer was lost
  if (!isThere.ok) return isThere;
  if (!isThere.value) {
    const announced = announce();
    if (!announced.ok) return announced;
    const filed = await session.append(folder.value, bytes, at, ['\\Draft', '\\Seen']);
    if (!filed.ok) return filed;
  }
  return session.removeOwn(folder.value, [...before, messageId], messageId);
}

/** Takes every copy of the draft away. No folder, no copy. */
export async function removeDraftCopies(session: ImapSession, messageIds: readonly string[]): Promise<Result<null>> {
  const found = await findFolder(session);
  if (!found.ok || found.value === null) return found.ok ? succeed(null) : found;
  const removed = await session.removeOwn(found.value, messageIds, null);
  return isFolderGone(removed) ? succeed(null) : removed;
}
