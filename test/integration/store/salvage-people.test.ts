// A damaged database: whom one writes to, the groups, the signatures' pictures and one's own words are brought over, and no letter counts twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { PersonCard } from '../../../electron/contract/model/people';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount, send } from '../../support/letters';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';

const page = 4096;
const picture = 'a'.repeat(64);
const anna = 'anna@choir.example';
const bo = 'bo@choir.example';

type Scene = { readonly engine: TestEngine; readonly server: ScriptedSmtp };

async function sendTo(scene: Scene, to: string): Promise<void> {
  const { account } = relayAccount(scene.server.port);
  await scene.engine.settleMessage(await send(scene.engine, { account, to, subject: 'Rehearsal' }), 'accepted');
}
/** What was sent is counted when somebody writes the next letter. */
const count = (engine: TestEngine) => engine.call('people.prepare', { accountId: 'relay' });
async function card(engine: TestEngine, address: string): Promise<PersonCard | null> {
  await count(engine);
  return engine.call('people.card', { address });
}

/** Anna got two letters, Bo one, and another one to Anna was not counted yet; Bo is in a group, and the signature has a picture. */
async function scene(): Promise<Scene> {
  const server = await forThisTest(startScriptedSmtp());
  const all = { server, engine: await forThisTest(startEngine({ accounts: [relayAccount(server.port)] })) };
  for (const to of [`Anna Berg <${anna}>`, anna, bo]) await sendTo(all, to);
  await count(all.engine);
  await all.engine.settle('people.page', { search: '', groupId: null, offset: 0, limit: 10 }, ({ total }) => total === 2);
  const person = await all.engine.call('people.card', { address: bo });
  const { id } = await all.engine.call('people.saveGroup', { id: null, name: 'Tenors' });
  await all.engine.call('people.changeMembers', { groupId: id, add: [person?.id ?? 0], remove: [] });
  await sendTo(all, anna);
  return all;
}

/** The first page goes, and with it the first ones of these tables; before that the story had grown and been cleared for years. */
const damage = ({ engine }: Scene, ...tables: readonly string[]): Promise<void> =>
  engine.restartAfter(() => {
    const file = join(engine.profile, 'mail.sqlite');
    const db = new DatabaseSync(file);
    db.exec("UPDATE journal SET id = id + 500; UPDATE people_mark SET value = value + 500 WHERE name = 'story'");
    db.prepare("INSERT INTO signature_picture VALUES ('relay', ?, 'logo.png', 'image/png', 10, 1)").run(picture);
    db.exec("INSERT INTO own_word VALUES ('duvslag', 1)");
    const roots = tables.map((name) => Number(db.prepare('SELECT rootpage AS at FROM sqlite_schema WHERE name = ?').get(name)?.at));
    db.close();
    const bytes = readFileSync(file);
    for (const root of [1, ...roots]) bytes.fill(0xff, (root - 1) * page, root * page);
    writeFileSync(file, bytes);
  });

/** Looked up while no engine has the profile. */
async function rows(engine: TestEngine, sql: string): Promise<unknown[]> {
  let found: unknown[] = [];
  await engine.restartAfter(() => {
    const db = new DatabaseSync(join(engine.profile, 'mail.sqlite'));
    found = db.prepare(sql).all();
    db.close();
  });
  return found.map((row) => ({ ...(row as object) }));
}

describe('whom one writes to', () => {
  it('is brought over with names, groups and counts, and what was not counted yet is counted once', async () => {
    const all = await scene();
    await damage(all);
    expect(await card(all.engine, anna)).toMatchObject({ name: 'Anna Berg', times: 3, last: { subject: 'Rehearsal' } });
    expect(await card(all.engine, bo)).toMatchObject({ times: 1, groups: [{ name: 'Tenors' }] });
    expect(await rows(all.engine, 'SELECT account_id, sha256, name FROM signature_picture')).toEqual([
      { account_id: 'relay', sha256: picture, name: 'logo.png' },
    ]);
    expect(await all.engine.settle('spelling.words', {}, () => true)).toEqual(['duvslag']);
    await sendTo(all, bo);
    expect(await card(all.engine, bo)).toMatchObject({ times: 2 });
  });

  it('is counted anew from the story where the counts are gone', async () => {
    const all = await scene();
    await damage(all, 'written');
    expect(await card(all.engine, anna)).toMatchObject({ name: 'Anna Berg', times: 3 });
    expect(await card(all.engine, bo)).toMatchObject({ times: 1, groups: [{ name: 'Tenors' }] });
  });

  it('is not counted anew where only the place in the story is gone', async () => {
    const all = await scene();
    await damage(all, 'people_mark');
    expect(await card(all.engine, anna)).toMatchObject({ times: 2 });
    await sendTo(all, anna);
    expect(await card(all.engine, anna)).toMatchObject({ times: 3 });
  });

  it('is learned again where the people are gone, and no group has a stranger in it', async () => {
    const all = await scene();
    await damage(all, 'person');
    expect(await card(all.engine, anna)).toMatchObject({ name: 'Anna Berg', times: 3 });
    const groups = await all.engine.settle('people.groups', {}, () => true);
    expect(groups).toMatchObject([{ name: 'Tenors', members: 0 }]);
  });

  it('and the story are brought over whole, however long they are', async () => {
    const all = await scene();
    await all.engine.restartAfter(() => {
      const db = new DatabaseSync(join(all.engine.profile, 'mail.sqlite'));
      const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450)';
      db.exec(`${numbers} INSERT INTO person (key, address, name, source, folded)
        SELECT 'p' || i || '@x.example', 'p' || i || '@x.example', '', 'typed', 'p' || i || '@x.example' FROM n`);
      db.exec(`${numbers} INSERT INTO journal (message_id, at, event) SELECT (SELECT id FROM message LIMIT 1), i, 'queued' FROM n`);
      db.close();
    });
    const story = 'SELECT message_id, at, event FROM journal ORDER BY id';
    const before = await rows(all.engine, story);
    await damage(all);
    await all.engine.settle('people.page', { search: '', groupId: null, offset: 0, limit: 10 }, ({ total }) => total === 452);
    expect(await rows(all.engine, story)).toEqual(before);
  });
});
