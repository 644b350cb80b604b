// What the page is told is on the disk: a step that is committed and not yet synced is told to nobody, whoever asks meanwhile.
import { expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { holdSyncs } from '../../support/held-syncs';
import { relayAccount, write } from '../../support/letters';
import { until } from '../../support/until';

it('nothing is shown as it will be before it is on the disk', async () => {
  const { account, password } = relayAccount(9);
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  const wanted = await write(engine, { account, to: 'bob@example.test', subject: 'Hello' });
  const { id } = await engine.call('outbox.enqueue', { ...wanted, when: { kind: 'undo', ms: 60_000 } });
  await engine.settleMessage(id, 'held');

  const disk = holdSyncs();
  const keeping = engine.call('outbox.keep', { ids: [id] });
  await until(() => disk.waiting() === 1);
  // A page that is opened this very moment, one that asks for the whole list, and one that was there before and is told of something else.
  const seen: string[] = [];
  const watching = engine.watch('outbox.entry', { id }, (entry) => void seen.push(entry?.item.state ?? 'gone'));
  const brief = engine.call('outbox.brief', { accountId: null }).then(([item]) => void seen.push(item?.state ?? 'gone'));
  engine.setOnline(false);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([]);

  disk.release();
  await keeping;
  await brief;
  expect(new Set(seen)).toEqual(new Set(['kept']));
  expect(seen.length).toBeGreaterThan(1);
  watching();
});

it('a page that has gone while the disk was slow is told nothing more', async () => {
  const { account, password } = relayAccount(9);
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  const wanted = await write(engine, { account, to: 'bob@example.test', subject: 'Hello' });
  const { id } = await engine.call('outbox.enqueue', { ...wanted, when: { kind: 'undo', ms: 60_000 } });
  const disk = holdSyncs();
  const keeping = engine.call('outbox.keep', { ids: [id] });
  await until(() => disk.waiting() === 1);
  const seen: unknown[] = [];
  engine.watch('outbox.entry', { id }, (entry) => void seen.push(entry))();
  disk.release();
  await keeping;
  expect(seen).toEqual([]);
});
