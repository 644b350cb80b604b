// A damaged database: drafts come over with what can be undone, their versions and their copies; a copy without its draft is left alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { until } from '../../support/until';

const page = 4096;
const place = { field: 'text', subject: null, text: { anchor: 3, head: 3, isNode: false }, scroll: 0 } as const;

it('a draft is brought over as it was left', async () => {
  const engine = await forThisTest(startEngine());
  const { id, content } = await engine.call('drafts.create', { accountId: null, start: { kind: 'empty' } });
  const session = { place, history: 'steps' };
  await engine.call('drafts.save', { draftId: id, revision: 1, content: { ...content, html: '<p>Hej</p>' }, session });
  let copies: unknown[] = [];
  await engine.restartAfter(() => {
    const file = join(engine.profile, 'mail.sqlite');
    const db = new DatabaseSync(file);
    const add = db.prepare("INSERT INTO draft_copy (draft_id, account_id, ids) VALUES (?, 'a', '[]')");
    add.run(id);
    add.run('lost');
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 0, page);
    writeFileSync(file, bytes);
  });
  expect((await engine.call('drafts.open', { draftId: id })).content.html).toBe('<p>Hej</p>');
  expect(await engine.call('drafts.session', { draftId: id })).toEqual({ revision: 1, ...session });
  expect((await engine.call('drafts.versions', { draftId: id })).map(({ revision }) => revision)).toEqual([0]);
  await engine.restartAfter(() => {
    const db = new DatabaseSync(join(engine.profile, 'mail.sqlite'));
    copies = db.prepare('SELECT draft_id FROM draft_copy').all();
    db.close();
  });
  expect(copies.map((row) => ({ ...(row as object) }))).toEqual([{ draft_id: id }]);
  await until(() => engine.notices.length > 0);
});
