// A profile of an earlier version of the program is brought up to date with everything that was in it.
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { readContent, readMessage, readPieces } from '../../../electron/engine/store/ledger';
import { openStore } from '../../../electron/engine/store/open';
import { migrations } from '../../../electron/engine/store/schema';
import { temporaryFolder } from '../../support/profile';

const content = { accountId: 'a', to: [], cc: [], bcc: [], subject: 'Hello', html: '<p>Hello</p>', inReplyTo: null, references: [] };

/** A profile as version n left it. */
function profileOf(version: number, fill: (db: DatabaseSyncInstance) => void): string {
  const profile = temporaryFolder();
  const db = new DatabaseSync(join(profile, 'mail.sqlite'));
  for (const migration of migrations.slice(0, version)) db.exec(migration);
  db.exec(`PRAGMA application_id = ${0x42524556}; PRAGMA user_version = ${version}`);
  fill(db);
  db.close();
  return profile;
}

test('from version 2: a message keeps its frozen bytes, its hidden recipients and its draft', () => {
  const profile = profileOf(2, (db) => {
    db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
       size, sha256, pieces, bcc_header, content) VALUES ('m', 'd', 1, 'a', '<m@x>', '', 'a@x', 'Hello', 1, 2, 'queued', 1, 3, 'h', ?, 'Bcc: c@x', ?)`,
    ).run(Buffer.from('abc'), JSON.stringify(content));
    db.exec("INSERT INTO recipient (message_id, position, field, name, address, state) VALUES ('m', 0, 'to', '', 'b@x', 'pending')");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(Buffer.from(readPieces(store, 'm')?.pieces ?? []).toString()).toBe('abc');
  expect(readPieces(store, 'm')?.bccHeader).toBe('Bcc: c@x');
  expect(readContent(store, 'm')).toEqual(content);
  expect(readMessage(store, 'm')).toMatchObject({ id: 'm', size: 3, recipients: [{ address: 'b@x' }], life: { state: 'queued' } });
});
