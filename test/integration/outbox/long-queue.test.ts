// An outbox with fifty thousand messages in it: quick to start, to show and to count, and honest about how many there are.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fail, type Result } from '../../../electron/contract/failure';
import type { OutboxBrief, OutboxItem, OutboxPage } from '../../../electron/contract/model/outbox';
import type { Status } from '../../../electron/contract/model/status';
import { createEngine } from '../../../electron/engine/create-engine';
import { openStore } from '../../../electron/engine/store/open';
import { relayAccount } from '../../support/letters';
import { farName } from '../../support/outbox';
import { temporaryFolder } from '../../support/profile';
import { createTestClock } from '../../support/test-clock';

const many = 50_000;
/** ms: a pass over the whole queue takes several times as long, on a busy computer too. */
const quick = 500;

function fill(profile: string, now: number): void {
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(opened.failure.code);
  const { write, prepare, close } = opened.value;
  write(() => {
    const add = prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, not_before,
       failure, patient_from, size, sha256) VALUES (?1, ?1, 0, 'relay', ?1, '', 'a@x', 'Letter', ?2, ?2, ?3, ?4, ?5, ?2, 1, 'h')`,
    );
    const address = prepare(
      "INSERT INTO recipient (message_id, position, field, name, address, state) VALUES (?, 0, 'to', '', 'b@x', 'pending')",
    );
    for (let n = 0; n < many; n += 1) {
      const state = (['queued', 'scheduled', 'kept'] as const)[n % 3] ?? 'queued';
      const failure = state === 'kept' ? JSON.stringify({ code: n === 2 ? 'schedule-missed' : 'account-missing' }) : null;
      add.run(`m${n}`, now - many + n, state, state === 'scheduled' ? now + 86_400_000 + n : null, failure);
      address.run(`m${n}`);
    }
  });
  close();
}

it('fifty thousand messages hold nothing up', async () => {
  const profile = join(temporaryFolder(), 'profile');
  const clock = createTestClock();
  onTestFinished(clock.stop);
  const now = clock.now();
  fill(profile, now);
  const started = performance.now();
  const created = createEngine({
    profile,
    host: { clock, random: (octets) => randomBytes(octets), secret: async () => fail('secret-missing'), notify: () => undefined },
  });
  if (!created.ok) throw new Error(created.failure.code);
  const engine = created.value;
  onTestFinished(() => engine.stop());
  const { account } = relayAccount(1);
  engine.setOnline(false);
  engine.setWhenMissed('ask');
  engine.setAccounts([{ ...account, smtp: { ...account.smtp, host: farName } }]);
  expect(performance.now() - started).toBeLessThan(quick);

  const seen = <T>(name: string, input: object = {}): { readonly value: T; readonly took: number } => {
    const before = performance.now();
    let value: T | undefined;
    engine.watch(name, input, (result) => {
      value ??= (result as Result<T>).ok ? (result as { value: T }).value : undefined;
    })();
    if (value === undefined) throw new Error(`${name} was not answered at once`);
    return { value, took: performance.now() - before };
  };
  const list = seen<readonly OutboxItem[]>('outbox.list');
  expect(list.value).toHaveLength(500);
  expect(list.value[0]?.id).toBe(`m${many - 1}`);
  expect(list.took).toBeLessThan(quick);
  const page = (offset: number) => seen<OutboxPage>('outbox.page', { accountId: null, offset, limit: 100 });
  const first = page(0);
  expect(first.value.total).toBe(many);
  expect(first.value.items.map(({ id }) => id).slice(0, 2)).toEqual([`m${many - 1}`, `m${many - 2}`]);
  expect(first.took).toBeLessThan(quick / 5);
  const last = page(many - 100);
  expect(last.value.items.at(-1)?.id).toBe('m0');
  expect(last.took).toBeLessThan(quick / 5);
  expect(seen<OutboxPage>('outbox.page', { accountId: 'other', offset: 0, limit: 100 }).value).toEqual({ total: 0, offset: 0, items: [] });
  const status = seen<Status>('status');
  expect(status.value).toMatchObject({
    waiting: 33_334,
    scheduled: 16_667,
    needsYou: 16_666,
    missed: 1,
    nextScheduledAt: now + 86_400_001,
  });
  expect(status.took).toBeLessThan(quick / 10);

  // All at once: read in turns between which others get theirs, and done in few.
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 1);
  const briefs = await engine.call('outbox.brief', { accountId: null });
  clearInterval(turn);
  const ids = (briefs.ok ? (briefs.value as OutboxBrief[]) : []).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([many, `m${many - 1}`, 'm0']);
  expect(turns).toBeGreaterThan(3);
  expect(await engine.call('outbox.cancel', { ids })).toMatchObject({ ok: true });
  expect(seen<Status>('status').value).toMatchObject({ waiting: 0, needsYou: 0 });
  expect(page(0).value.total).toBe(0);
}, 120_000);
