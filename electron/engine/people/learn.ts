// Learns from letters: whom they went to, how often, and when. The ledger's story is read on from where it was read last time, so
// that nothing of it is counted while a letter is being sent, and nothing twice.
import type { MessageRef } from '../../contract/model/messages';
import { isLane, senderKey } from '../../domain/identities/identity';
import { warmer } from '../../domain/people/warmth';
import type { Store } from '../store/open';
import { addPerson, changePerson, mark, personByAddress, putWritten, setMark, writtenBy } from './rows';

export type Letter = {
  /** From which address of one's own: a `senderKey`. */
  readonly sender: string;
  /** ms since 1970 */
  readonly at: number;
  readonly subject: string;
  readonly ref: MessageRef;
  readonly to: readonly { readonly name: string; readonly address: string }[];
};

/** Counts a letter, in the caller's transaction; the ids of those it went to. */
export const countLetter = (store: Store, letter: Letter): number[] =>
  letter.to.map(({ name, address }) => {
    const known = personByAddress(store, address);
    const id = known?.id ?? addPerson(store, name, address, 'written');
    if (known !== undefined && known.name === '' && name !== '') changePerson(store, id, name, known.address, known.source);
    const before = writtenBy(store, id, letter.sender);
    const isLast = before === undefined || letter.at >= before.lastAt;
    putWritten(store, id, {
      accountId: letter.sender,
      times: (before?.times ?? 0) + 1,
      warmth: warmer(before?.warmth ?? null, letter.at, letter.to.length),
      lastAt: isLast ? letter.at : before.lastAt,
      subject: isLast ? letter.subject.slice(0, 300) : before.subject,
      ref: isLast ? JSON.stringify(letter.ref) : before.ref,
    });
    return id;
  });

/** Lines of the story that are read in one transaction. */
const slice = 200;
const storyMark = 'story';

type Line = { readonly id: number; readonly messageId: string; readonly at: number; readonly event: string };
/** What the story calls it when somebody has it (domain/outbox/attempt.ts). */
const acceptances: ReadonlySet<string> = new Set(['accepted', 'partly', 'marked-sent', 'found-in-sent']);

/** Reads the next lines of the story, in a transaction of its own. `isDone`: there are no more. Throws what the disk throws. */
export function learnFromStory(store: Store): { readonly changed: readonly number[]; readonly isDone: boolean } {
  const from = placeInStory(store);
  const lines = store
    .prepare<Line>('SELECT id, message_id AS messageId, at, event FROM journal WHERE id > ? ORDER BY id LIMIT ?')
    .all(from, slice);
  const last = lines.at(-1);
  if (last === undefined) return { changed: [], isDone: true };
  const changed = store.write(() => {
    setMark(store, storyMark, last.id);
    return lines.filter(({ event }) => acceptances.has(event)).flatMap((line) => countLetter(store, letterOf(store, line)));
  });
  return { changed: [...new Set(changed)], isDone: lines.length < slice };
}

/** Where the newest lines were removed with their message, their numbers are given again. */
function placeInStory(store: Store): number {
  const place = mark(store, storyMark) ?? 0;
  const last = store.prepare<{ last: number | null }>('SELECT max(id) AS last FROM journal').get()?.last ?? 0;
  return Math.min(place, last);
}

/** Who got it at that moment: others may have got it before or since. */
function letterOf(store: Store, { messageId, at }: Line): Letter {
  const message = store
    .prepare<{ accountId: string; subject: string; identityId: string | null }>(
      `SELECT account_id AS accountId, subject, (SELECT content ->> '$.identityId' FROM frozen WHERE message_id = message.id) AS identityId
       FROM message WHERE id = ?`,
    )
    .get(messageId);
  const to = store
    .prepare<{ name: string; address: string }>(
      `SELECT name, address FROM recipient WHERE message_id = ? AND at = ? AND state IN ('accepted', 'delayed', 'delivered', 'bounced')
       ORDER BY position`,
    )
    .all(messageId, at);
  const queue = message?.accountId ?? '';
  return {
    // A queue of its own is an address of its own, too.
    sender: isLane(queue) ? queue : senderKey(queue, message?.identityId),
    at,
    subject: message?.subject ?? '',
    ref: { kind: 'local', id: messageId },
    to,
  };
}
