// A thousand messages at once: called back inside their time, kept, sent now. Few waits for the disk, and nothing half.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { succeed } from '../../../electron/contract/failure';
import type { Status } from '../../../electron/contract/model/status';
import { createEngine } from '../../../electron/engine/create-engine';
import { readMessage } from '../../../electron/engine/store/ledger-message';
import { openStore } from '../../../electron/engine/store/open';
import { readStory } from '../../../electron/engine/store/story';
import { countCommits } from '../../support/commits';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { forkEngine } from '../../support/forked-engine';
import { fillQueue } from '../../support/frozen-queue';
import { relayAccount } from '../../support/letters';
import { temporaryFolder } from '../../support/profile';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { createTestClock } from '../../support/test-clock';
import { until } from '../../support/until';

it('none of a thousand messages leaves that are cancelled inside their time', async () => {
  const server = await forThisTest(startScriptedSmtp());
  const { account, password } = relayAccount(server.port, 'tls', { connections: 10 });
  const profile = join(temporaryFolder(), 'profile');
  const ids = fillQueue(profile, 1_000, account.id, account.address, 30_000);
  const clock = createTestClock();
  onTestFinished(clock.stop);
  const host = {
    clock,
    random: (octets: number) => randomBytes(octets),
    secret: async () => succeed(password ?? ''),
    notify: () => undefined,
  };
  const created = createEngine({ profile, host });
  if (!created.ok) throw new Error(created.failure.code);
  const engine = created.value;
  let last: Status | null = null;
  engine.watchStatus((status) => {
    last = status;
  });
  engine.setAccounts([account]);
  expect(last).toMatchObject({ held: 1_000, waiting: 1_000 });
  expect(await engine.call('outbox.cancel', { ids: [...ids] })).toEqual({ ok: true, value: null });
  clock.skip(120_000);
  await engine.stop();
  expect([server.received.length, server.connections()]).toEqual([0, 0]);
  const again = createEngine({ profile, host });
  if (!again.ok) throw new Error(again.failure.code);
  onTestFinished(() => again.value.stop());
  again.value.watchStatus((status) => {
    last = status;
  });
  expect(last).toMatchObject({ held: 0, waiting: 0, sending: 0 });
});

/** A thousand that wait inside their undo time, and an engine in this process. */
function heldThousand() {
  const { account, password } = relayAccount(9, 'tls', {});
  const profile = join(temporaryFolder(), 'profile');
  const ids = [...fillQueue(profile, 1_000, account.id, account.address, 30_000)];
  const clock = createTestClock();
  onTestFinished(clock.stop);
  const created = createEngine({
    profile,
    host: { clock, random: (octets: number) => randomBytes(octets), secret: async () => succeed(password ?? ''), notify: () => undefined },
  });
  if (!created.ok) throw new Error(created.failure.code);
  const engine = created.value;
  onTestFinished(() => engine.stop());
  engine.setOnline(false);
  engine.setAccounts([account, { ...account, id: 'other', address: 'bo@example.test' }]);
  const now: { status: Status | null } = { status: null };
  engine.watchStatus((status) => {
    now.status = status;
  });
  return { engine, ids, now, profile, clock };
}

describe('a thousand messages at once', () => {
  it.each([
    ['outbox.cancel', {}, { held: 0, waiting: 0 }, 8],
    ['outbox.keep', {}, { held: 0, waiting: 0, needsYou: 1_000 }, 8],
    ['outbox.retry', {}, { held: 0, waiting: 1_000 }, 8],
    ['outbox.move', { accountId: 'other' }, { held: 1_000, waiting: 1_000 }, 30],
  ] as const)('%s waits for the disk a few times, and others are answered in between', async (name, more, after, mostCommits) => {
    const { engine, ids, now, profile } = heldThousand();
    expect(now.status).toMatchObject({ held: 1_000 });
    const commits = countCommits(profile);
    let isDone = false;
    const doing = engine.call(name, { ids, ...more }).then((result) => {
      isDone = true;
      return result;
    });
    expect(await engine.call('accounts.waiting', { accountId: 'other' })).toMatchObject({ ok: true });
    expect(isDone).toBe(false);
    expect(await doing).toEqual({ ok: true, value: null });
    expect(commits()).toBeGreaterThan(0);
    expect(commits()).toBeLessThanOrEqual(mostCommits);
    await until(() => Object.entries(after).every(([key, value]) => Reflect.get(now.status ?? {}, key) === value), {
      describe: () => JSON.stringify(now.status),
    });
  });
});

describe('a thousand messages that all leave their place at once', () => {
  const account = relayAccount(9, 'tls', {}).account;
  it.each([
    ['their account is removed', 'kept', { needsYou: 1_000, waiting: 0 }],
    ['the person leaves and keeps them', 'kept', { needsYou: 1_000, held: 0 }],
    ['the person leaves and lets them go', 'queued', { waiting: 1_000, held: 0 }],
    ['their time is over', 'queued', { waiting: 1_000, held: 0 }],
  ] as const)('%s: the disk is waited for a few times', async (what, _state, after) => {
    const { engine, now, profile, clock } = heldThousand();
    const commits = countCommits(profile);
    if (what.includes('removed')) engine.setAccounts([{ ...account, id: 'other', address: 'bo@example.test' }]);
    else if (what.includes('over')) clock.skip(40_000);
    else engine.releaseHeld(what.includes('keeps') ? 'keep' : 'send');
    await until(() => Object.entries(after).every(([key, value]) => Reflect.get(now.status ?? {}, key) === value), {
      describe: () => JSON.stringify(now.status),
    });
    expect(commits()).toBeGreaterThan(0);
    expect(commits()).toBeLessThanOrEqual(12);
  });

  it('none of them is forgotten when the engine ends at once', async () => {
    const { engine, profile, ids } = heldThousand();
    engine.releaseHeld('keep');
    await engine.stop();
    const opened = openStore(profile);
    if (!opened.ok) throw new Error(opened.failure.code);
    onTestFinished(() => opened.value.close());
    expect(new Set(ids.map((id) => readMessage(opened.value, id)?.life.state))).toEqual(new Set(['kept']));
  });
});

describe('an engine that is killed amid a thousand', () => {
  let built: BuiltEngine;
  beforeAll(async () => {
    built = await buildEngine();
  });
  afterAll(() => built.stop());

  it('has cancelled each of them, or not, and none by half', async () => {
    const { account, password } = relayAccount(9);
    const profile = join(temporaryFolder(), 'profile');
    const ids = [...fillQueue(profile, 1_000, account.id, account.address, 30_000)];
    const engine = await forkEngine({ profile, accounts: [account], passwords: { [account.id]: password ?? '' }, script: built.script });
    onTestFinished(() => engine.kill());
    const begun = new Promise<void>((resolve) => {
      engine.watch('status', {}, (result) => {
        if (result.ok && result.value.held < 1_000) resolve();
      });
    });
    void engine.call('outbox.cancel', { ids });
    await begun;
    await engine.kill();
    const opened = openStore(profile);
    if (!opened.ok) throw new Error(opened.failure.code);
    onTestFinished(() => opened.value.close());
    const found = ids.map((id) => readMessage(opened.value, id));
    const whole = found.map((message) => ({
      state: message?.life.state,
      recipients: message?.life.recipients.map(({ state }) => state),
      story: message === null ? [] : readStory(opened.value, message.id).map(({ event }) => event),
    }));
    const untouched = whole.filter(({ state }) => state === 'held');
    const cancelled = whole.filter(({ state }) => state === 'cancelled');
    expect(untouched.length + cancelled.length).toBe(1_000);
    expect(cancelled.length).toBeGreaterThan(0);
    expect(untouched.every(({ recipients, story }) => recipients?.join() === 'pending' && !story.includes('cancelled'))).toBe(true);
    expect(cancelled.every(({ recipients, story }) => recipients?.join() === 'refused' && story.at(-1) === 'cancelled')).toBe(true);
  });
});
