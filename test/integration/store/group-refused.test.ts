// A group that can't even begin leaves the database as careful as it was: what is written outside of groups waits for the disk.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createGroup } from '../../../electron/engine/store/group';
import { temporaryFolder } from '../../support/profile';

test('one that is refused its transaction does not leave later writes without a sync', async () => {
  const profile = temporaryFolder();
  const [db, other] = [new DatabaseSync(join(profile, 'mail.sqlite')), new DatabaseSync(join(profile, 'mail.sqlite'))];
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x)');
  const group = createGroup(db, profile);
  onTestFinished(() => {
    group.close();
    db.close();
    other.close();
  });
  other.exec('BEGIN IMMEDIATE');
  expect(await group.commit(() => db.exec('INSERT INTO t VALUES (1)'))).toMatchObject({ ok: false });
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  other.exec('ROLLBACK');
  expect(await group.commit(() => db.exec('INSERT INTO t VALUES (2)'))).toMatchObject({ ok: true });
});
