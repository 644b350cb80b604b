// Letters that are dragged out of the window: what the other program finds, and for how long.
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEngine } from '../support/engine';

async function engineWithDraft() {
  const engine = await startEngine();
  onTestFinished(engine.stop);
  const draft = await engine.call('drafts.create', {
    accountId: null,
    start: { kind: 'mailto', url: 'mailto:anna@example.org?subject=Lent' },
  });
  return { engine, letter: { kind: 'draft', draftId: draft.id } as const, folder: path.join(engine.profile, 'lent') };
}

test('a draft that is dragged out lies in the profile, for its owner only, as the letter it is', async () => {
  const { engine, letter, folder } = await engineWithDraft();
  const { id } = await engine.call('letters.lend', letter);
  const file = path.join(folder, id, 'letter.eml');
  const source = await readFile(file, 'utf8');
  expect(source).toMatch(/^X-Unsent: 1\r\n/);
  expect(source).toContain('Subject: Lent\r\n');
  const modes = await Promise.all([folder, path.dirname(file), file].map(async (place) => ((await stat(place)).mode & 0o777).toString(8)));
  expect(modes).toEqual(['700', '700', '600']);
});

test('an hour later it is gone when the next one is dragged out, and all are gone when the engine stops', async () => {
  const { engine, letter, folder } = await engineWithDraft();
  const { id: old } = await engine.call('letters.lend', letter);
  const longAgo = (engine.clock.now() - 2 * 60 * 60_000) / 1000;
  await utimes(path.join(folder, old), longAgo, longAgo);
  const { id: young } = await engine.call('letters.lend', letter);
  expect(await readdir(folder)).toEqual([young]);
  await engine.restart();
  expect(existsSync(folder)).toBe(false);
});

test('a letter that is gone is told', async () => {
  const { engine, letter } = await engineWithDraft();
  await engine.call('drafts.discard', { draftId: letter.draftId });
  expect(await engine.ask('letters.lend', letter)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});
