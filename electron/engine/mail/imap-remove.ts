// Removes messages of our own from the open folder of a server, and never another one.
import type { ImapFlow } from 'imapflow';

/** The UIDs, in the open folder, of what may be removed. A server's search is not taken at its word: it may find parts of words. Null: it refused. */
export async function ownMessages(client: ImapFlow, messageIds: readonly string[], keep: string | null): Promise<readonly number[] | null> {
  const removable: number[] = [];
  for (const messageId of new Set(messageIds)) {
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    if (!Array.isArray(found)) return null;
    if (found.length === 0) continue;
    const messages = await client.fetchAll(found.join(','), { uid: true, envelope: true }, { uid: true });
    const own = messages.flatMap(({ uid, envelope }) => (envelope?.messageId === messageId ? [uid] : []));
    removable.push(...own.filter((uid) => messageId !== keep || uid !== Math.max(...own)));
  }
  return removable;
}

/**
 * Removes these UIDs of the open folder. Without UIDPLUS (RFC 4315) the only command there is takes everything that is marked as deleted:
 * where something else is, ours are marked and stay so until whoever marked the others removes them.
 */
export async function removeOnly(client: ImapFlow, uids: readonly number[]): Promise<boolean> {
  const range = uids.join(',');
  if (!client.capabilities.has('UIDPLUS')) {
    const marked = await client.search({ deleted: true }, { uid: true });
    if (!Array.isArray(marked)) return false;
    if (marked.some((uid) => !uids.includes(uid))) return client.messageFlagsAdd(range, ['\\Deleted'], { uid: true });
  }
  return client.messageDelete(range, { uid: true });
}
