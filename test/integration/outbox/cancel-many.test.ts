// A thousand messages called back inside their time.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { succeed } from '../../../electron/contract/failure';
import type { Status } from '../../../electron/contract/model/status';
import { createEngine } from '../../../electron/engine/create-engine';
import { forThisTest } from '../../support/for-this-test';
import { fillQueue } from '../../support/frozen-queue';
import { relayAccount } from '../../support/letters';
import { temporaryFolder } from '../../support/profile';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { createTestClock } from '../../support/test-clock';

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
