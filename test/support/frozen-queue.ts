// A profile with a long queue in it, written past the composer: frozen rows through the store's own functions.
import { createHash, randomBytes } from 'node:crypto';
import { encodePieces } from '../../electron/engine/compose/pieces';
import { addMessage } from '../../electron/engine/store/ledger';
import { newId } from '../../electron/engine/store/new-id';
import { openStore, type Store } from '../../electron/engine/store/open';
import { addStory } from '../../electron/engine/store/story';

export type Letter = { readonly from: string; readonly to: string; readonly subject: string; readonly text: string };

/** A letter of 4 KB on the wire; the n-th. */
export const letterOf = (n: number, from: string): Letter => ({
  from,
  to: 'bob@example.test',
  subject: `Message ${n} of many`,
  text: `Dear Bob,\r\n\r\n${'A line of ordinary length, as people write them, again and again. \r\n'.repeat(53)}`.slice(0, 3700),
});

const wireOf = ({ from, to, subject, text }: Letter, messageId: string): Buffer =>
  Buffer.from(
    `Date: Mon, 23 Nov 2026 12:00:00 +0000\r\nFrom: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: ${messageId}\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${text}\r\n`,
  );

function enter(store: Store, n: number, accountId: string, from: string, hold: number | null): string {
  const letter = letterOf(n, from);
  const createdAt = Date.UTC(2026, 10, 23) + n;
  const id = newId({ clock: { now: () => createdAt }, random: randomBytes });
  const messageId = `<${id}@example.test>`;
  const wire = wireOf(letter, messageId);
  addMessage(store, {
    id,
    draftId: `draft-${id}`,
    draftRevision: 1,
    accountId,
    messageId,
    fromName: '',
    fromAddress: from,
    subject: letter.subject,
    createdAt,
    size: wire.length,
    sha256: createHash('sha256').update(wire).digest('hex'),
    pieces: encodePieces([{ kind: 'bytes', bytes: wire }]),
    bccHeader: '',
    content: {
      accountId,
      to: [{ kind: 'good', name: 'Bob', address: letter.to }],
      cc: [],
      bcc: [],
      subject: letter.subject,
      html: `<p>${letter.text}</p>`,
      inReplyTo: null,
      references: [],
    },
    recipients: [{ field: 'to', name: 'Bob', address: letter.to, state: 'pending', failure: null, at: null }],
    state: hold === null ? 'queued' : 'held',
    notBefore: hold === null ? null : createdAt + hold,
    failure: null,
    hold,
    zone: null,
  });
  addStory(store, id, createdAt, [{ event: 'frozen', failure: null, said: null }]);
  return id;
}

/** Writes `count` messages into the profile, which no engine has open: queued, or held for so many ms. Their ids. */
export function fillQueue(profile: string, count: number, accountId: string, from: string, hold: number | null = null): readonly string[] {
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(`the profile can't be opened: ${opened.failure.code}`);
  const store = opened.value;
  const together = 2_000;
  const ids: string[] = [];
  for (let first = 0; first < count; first += together)
    store.write(() => {
      for (let n = first; n < Math.min(first + together, count); n += 1) ids.push(enter(store, n, accountId, from, hold));
    });
  store.close();
  return ids;
}

export type Ledger = { readonly firstAt: number; readonly lastAt: number; readonly accepted: number; readonly twice: number };

/** What the ledger says when it is all over; times in ms since 1970. */
export function readLedger(profile: string): Ledger {
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(`the profile can't be opened: ${opened.failure.code}`);
  const store = opened.value;
  const row = store
    .prepare<{ firstAt: number; lastAt: number; accepted: number; twice: number }>(
      `SELECT (SELECT min(started_at) FROM attempt) AS firstAt, max(accepted_at) AS lastAt, count(accepted_at) AS accepted,
         sum(attempts > 1) AS twice FROM message`,
    )
    .get();
  store.close();
  if (row === undefined) throw new Error('the ledger is empty');
  return row;
}
