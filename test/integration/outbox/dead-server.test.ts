// A server that is not there, and many messages for it: each is given up when the account's patience is over, however many wait.
import { expect, it } from 'vitest';
import type { MessageState } from '../../../electron/contract/model/outbox';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount, send } from '../../support/letters';
import { listed } from '../../support/outbox';
import { freePorts } from '../../support/ports';
import { until } from '../../support/until';

const minute = 60_000;
const hour = 60 * minute;

async function deadDesk(patienceHours: number) {
  const { port } = await freePorts(['port']);
  const { account, password } = relayAccount(port, 'tls', { patienceHours });
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  return { account, engine };
}

/** Lets time pass in steps that a computer that is on would not notice, and answers after how many hours it came true. */
async function hoursUntil(
  engine: TestEngine,
  isTrue: (counts: { readonly sending: number; readonly needsYou: number }) => boolean,
  most: number,
) {
  let counts = { sending: 0, needsYou: 0 };
  const end = engine.watch('status', {}, (status) => {
    counts = status;
  });
  let passed = 0;
  for (; !isTrue(counts) && passed < most * hour; passed += 5 * minute) {
    engine.clock.skip(5 * minute);
    await until(() => (engine.clock.nextDue() ?? 0) > engine.clock.now() && counts.sending === 0);
  }
  end();
  return passed / hour;
}
const statesOf = async (engine: TestEngine): Promise<ReadonlySet<MessageState>> =>
  new Set((await listed(engine)).map(({ state }) => state));

it('thirty messages are all tried for two days and not for weeks, and then all failed with the whole story', async () => {
  const { account, engine } = await deadDesk(48);
  const ids: string[] = [];
  for (let n = 0; n < 30; n += 1) ids.push(await send(engine, { account, subject: `letter ${n}` }));
  expect(await hoursUntil(engine, ({ needsYou }) => needsYou > 0, 100)).toBeGreaterThan(47.5);
  expect(await hoursUntil(engine, ({ needsYou }) => needsYou === ids.length, 100)).toBeLessThan(1);
  expect(await statesOf(engine)).toEqual(new Set(['failed']));
  const last = await engine.settleMessage(ids[29] ?? '', 'failed');
  expect(last.item.failure).toMatchObject({ code: 'connect-refused', port: account.smtp.port });
  expect(last.story.at(-1)).toMatchObject({ event: 'failed', failure: { code: 'connect-refused' } });
}, 120_000);

it('time in which the program does not run, is offline or sleeps is no time of it', async () => {
  const { account, engine } = await deadDesk(3);
  for (let n = 0; n < 15; n += 1) await send(engine, { account, subject: `letter ${n}` });
  expect(await hoursUntil(engine, () => false, 1)).toBe(1);
  await engine.restart(72 * hour);
  expect(await hoursUntil(engine, ({ needsYou }) => needsYou > 0, 1)).toBe(1);
  engine.clock.skip(72 * hour);
  expect(await hoursUntil(engine, ({ needsYou }) => needsYou > 0, 2)).toBeGreaterThan(0.5);
  expect(await hoursUntil(engine, ({ needsYou }) => needsYou === 15, 2)).toBeLessThan(0.5);
}, 60_000);
