// A damaged database with a message that was being sent: what is known of its attempt is brought over, and there is one attempt and not two.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { readMessage } from '../../../electron/engine/store/ledger-message';
import { openMended } from '../../../electron/engine/store/mend';
import { migrations } from '../../../electron/engine/store/schema';
import { attemptUnderWay, listAttempts, readStory } from '../../../electron/engine/store/story';
import { temporaryFolder } from '../../support/profile';

const page = 4096;

/** A profile as that version left it, with a letter in the midst of its second attempt; then the first page goes, and those of these tables. */
function openDamaged(version: number, fill: (db: DatabaseSyncInstance) => void, ...tables: readonly string[]) {
  const profile = temporaryFolder();
  const file = join(profile, 'mail.sqlite');
  const db = new DatabaseSync(file);
  for (const migration of migrations.slice(0, version)) db.exec(migration);
  db.exec(`PRAGMA application_id = ${0x42524556}; PRAGMA user_version = ${version};
    INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
      attempts, dot_at, size, sha256) VALUES ('m', 'd', 1, 'a', '<m@x>', '', 'a@x', 'Hello', 1, 20, 'sending', 1, 2, 30, 3, 'h');
    INSERT INTO attempt (message_id, number, started_at, ended_at, outcome, transcript) VALUES ('m', 1, 10, 15, 'not-sent', '[]');
    INSERT INTO recipient (message_id, position, field, name, address, state) VALUES ('m', 0, 'to', '', 'b@x', 'pending')`);
  const content = { accountId: 'a', to: [{ kind: 'good', name: '', address: 'b@x' }], cc: [], bcc: [], subject: 'Hello', html: '' };
  db.prepare("INSERT INTO frozen (message_id, pieces, bcc_header, content) VALUES ('m', ?, '', ?)").run(
    Buffer.from('abc'),
    JSON.stringify({ ...content, inReplyTo: null, references: [] }),
  );
  fill(db);
  const roots = tables.map((name) => Number(db.prepare('SELECT rootpage AS at FROM sqlite_schema WHERE name = ?').get(name)?.at));
  db.close();
  const bytes = readFileSync(file);
  for (const root of [1, ...roots]) bytes.fill(0xff, (root - 1) * page, root * page);
  writeFileSync(file, bytes);
  const opened = openMended(profile, 99);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { store, notice } = opened.value;
  onTestFinished(() => store.close());
  expect(notice).toMatchObject({ kind: 'salvaged', messages: 1 });
  return store;
}

test('an attempt for which an earlier version had begun a row stands in its message alone', () => {
  const store = openDamaged(14, (db) => db.exec("INSERT INTO attempt (message_id, number, started_at) VALUES ('m', 2, 20)"));
  const message = readMessage(store, 'm');
  expect(message === null ? null : attemptUnderWay(message)).toEqual({ number: 2, startedAt: 20, endedAt: null, outcome: null });
  expect(listAttempts(store, 'm')).toEqual([{ number: 1, startedAt: 10, endedAt: 15, outcome: 'not-sent' }]);
});

test('where its recipients are lost it may have been sent, and its attempt and its dot are told', () => {
  const store = openDamaged(migrations.length, () => undefined, 'recipient');
  expect(readMessage(store, 'm')).toMatchObject({ life: { state: 'uncertain', dotAt: 30 }, recipients: [{ address: 'b@x' }] });
  expect(listAttempts(store, 'm')).toContainEqual({ number: 2, startedAt: 20, endedAt: 99, outcome: 'engine-ended' });
  expect(readStory(store, 'm').map(({ at, event }) => [at, event])).toEqual([
    [20, 'attempt'],
    [30, 'dot'],
    [99, 'uncertain'],
  ]);
});
