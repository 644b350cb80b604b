// The profile's database: one engine at a time, durable, and honest about what is wrong with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diskFailure, onDisk } from '../../../electron/engine/store/disk-failure';
import { openStore, type Store } from '../../../electron/engine/store/open';
import { migrations } from '../../../electron/engine/store/schema';
import { temporaryFolder, temporaryStore } from '../../support/profile';

const addDraft = (store: Store, id: string): void =>
  void store.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 0, '{}', 0, 0)").run(id);
const drafts = (store: Store): string[] =>
  store
    .prepare<{ id: string }>('SELECT id FROM draft ORDER BY id')
    .all()
    .map((row) => row.id);
const openedAt = (profile: string): Store => {
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  onTestFinished(() => opened.value.close());
  return opened.value;
};
const codeAt = (profile: string): string => {
  const opened = openStore(profile);
  if (opened.ok) opened.value.close();
  return opened.ok ? 'fine' : opened.failure.code;
};

/** Another program that has the profile's database as an engine has it, and adds a row for each line it prints. */
async function otherProcess(
  profile: string,
): Promise<{ readonly child: ChildProcess; readonly rows: () => readonly number[]; readonly first: Promise<void> }> {
  const script = `
    import { DatabaseSync } from '@photostructure/sqlite';
    const db = new DatabaseSync(${JSON.stringify(join(profile, 'mail.sqlite'))});
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const add = db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 0, '{}', 0, 0)");
    for (let n = 0; ; n += 1) { add.run(String(n).padStart(9, '0')); process.stdout.write(n + '\\n'); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: process.cwd(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const rows: number[] = [];
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (line) => rows.push(Number(line)));
  return { child, rows: () => rows, first: once(lines, 'line').then(() => undefined) };
}

describe('opening a profile', () => {
  test('makes a folder and a database for its owner only', () => {
    const profile = join(temporaryFolder(), 'new', 'profile');
    openedAt(profile);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    expect(statSync(join(profile, 'mail.sqlite')).mode & 0o777).toBe(0o600);
    expect(statSync(join(profile, 'mail.sqlite-wal')).mode & 0o777).toBe(0o600);
  });

  test('shuts a folder of one’s own that others can look into', () => {
    const profile = join(temporaryFolder(), 'open');
    mkdirSync(profile, { mode: 0o755 });
    openedAt(profile);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });

  test('finds what was written before, and the newest tables', () => {
    const profile = join(temporaryFolder(), 'profile');
    const first = openedAt(profile);
    addDraft(first, 'a');
    first.close();
    const second = openedAt(profile);
    expect(drafts(second)).toEqual(['a']);
    expect(second.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
  });

  test('refuses a profile that another engine has, and takes it when that one ends', () => {
    const profile = join(temporaryFolder(), 'profile');
    const first = openedAt(profile);
    expect(codeAt(profile)).toBe('profile-in-use');
    first.close();
    expect(codeAt(profile)).toBe('fine');
  });

  test('after another engine was killed in the middle of its work, nothing that it had confirmed is lost', async () => {
    const profile = join(temporaryFolder(), 'profile');
    openedAt(profile).close();
    const other = await otherProcess(profile);
    await other.first;
    expect(codeAt(profile)).toBe('profile-in-use');
    other.child.kill('SIGKILL');
    await once(other.child, 'close');
    const found = drafts(openedAt(profile)).map(Number);
    expect(found.slice(0, other.rows().length)).toEqual(other.rows());
    expect(found).toEqual(found.map((_, index) => index)); // and no hole
  });

  test('says that a file is damaged, and leaves it alone', () => {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'mail.sqlite'), 'this was a database once '.repeat(500));
    expect(codeAt(profile)).toBe('database-damaged');
    const torn = join(temporaryFolder(), 'profile');
    openedAt(torn).close();
    const file = openSync(join(torn, 'mail.sqlite'), 'r+');
    writeSync(file, Buffer.alloc(3000, 0xff), 0, 3000, 100);
    closeSync(file);
    expect(codeAt(torn)).toBe('database-damaged');
  });

  test('says that a file belongs to another program', () => {
    const profile = temporaryFolder();
    const other = new DatabaseSync(join(profile, 'mail.sqlite'));
    other.exec('CREATE TABLE draft (id); PRAGMA user_version = 1');
    other.close();
    expect(codeAt(profile)).toBe('database-damaged');
  });

  test('refuses a database of a later version', () => {
    const profile = join(temporaryFolder(), 'profile');
    const store = openedAt(profile);
    store.db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    store.close();
    expect(codeAt(profile)).toBe('database-newer');
  });

  test('says where it can not write', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(openStore(join(file, 'profile'))).toMatchObject({ ok: false, failure: { code: 'disk-error' } });
    const taken = temporaryFolder();
    mkdirSync(join(taken, 'mail.sqlite'));
    expect(codeAt(taken)).toBe('disk-error');
  });
});

describe('writing', () => {
  test('is taken back as a whole when a part of it fails', () => {
    const store = temporaryStore();
    expect(() =>
      store.write(() => {
        addDraft(store, 'a');
        store.write(() => addDraft(store, 'b'));
        addDraft(store, 'a');
      }),
    ).toThrow(/UNIQUE/);
    expect(drafts(store)).toEqual([]);
    store.write(() => addDraft(store, 'c'));
    expect(drafts(store)).toEqual(['c']);
  });

  test('onto a full disk is a failure that names it, and the store goes on when there is room again', () => {
    const store = temporaryStore();
    store.db.exec('PRAGMA max_page_count = 40');
    const big = 'x'.repeat(400_000);
    const fill = () =>
      onDisk(
        () =>
          store.write(
            () =>
              void store
                .prepare('INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 0, ?, 0, 0)')
                .run('big', big),
          ),
        '/mail',
      );
    expect(fill()).toMatchObject({ ok: false, failure: { code: 'disk-full', name: '/mail' } });
    store.db.exec('PRAGMA max_page_count = 100000');
    expect(fill().ok).toBe(true);
    expect(drafts(store)).toEqual(['big']);
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EIO', 'disk-error'],
  ])('%s is %s', (code, failure) => {
    expect(diskFailure(Object.assign(new Error('write'), { code }), '/mail')).toEqual({ code: failure, detail: 'write', name: '/mail' });
  });

  test('a fault in the program is not blamed on the disk', () => {
    expect(onDisk(() => Reflect.get({}, 'a').b)).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });
});
