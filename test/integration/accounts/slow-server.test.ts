// Servers that answer each step after half a minute: the check waits, shows what it waits for, and can be called off.
// No time passes here: the servers' answers are held back, and the clock is moved.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckReport, Security } from '../../../electron/contract/model/accounts';
import { type CheckBench, openCheckBench, statesOf } from '../../support/check-bench';
import { type HoldingProxy, startHoldingProxy } from '../../support/holding-proxy';
import { accountOf } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';

const halfMinute = 30_000;
const alice = 'alice@example.test';

let host: MailHost;
let checks: CheckBench;
let smtp: HoldingProxy;
let imap: HoldingProxy;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());
beforeEach(() => {
  checks = openCheckBench();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all([smtp.stop(), imap.stop()]);
  await checks.end();
});

async function begin(security: Security) {
  smtp = await startHoldingProxy(security === 'tls' ? host.ports.submissions : host.ports.submission);
  imap = await startHoldingProxy(host.ports.imaps);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const account = accountOf(host, alice);
  const watched = checks.watch(
    { ...account, smtp: { ...account.smtp, port: smtp.port, security }, imap: { ...account.smtp, port: imap.port } },
    { kind: 'typed', password: host.user(alice).password },
  );
  return { watched, last: (): CheckReport | undefined => watched.seen.at(-1) };
}

/** Lets the event loop turn until the state is there; the program's own timers stand still meanwhile. */
async function turnUntil(isThere: () => boolean, describe: () => string = () => ''): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isThere()) {
    if (performance.now() > end) throw new Error(`The state did not come: ${vi.getTimerCount()} timers wait, ${describe()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the check waits for is held back; once it is signed in for sending, that server's goodbye is nobody's concern. */
const isHeldUp = (report: CheckReport | undefined): boolean => (report?.canSend === true ? imap.isHolding() : smtp.isHolding());
const running = (report: CheckReport | undefined): string | undefined => report?.stages.find(({ state }) => state === 'running')?.id;

describe.each(['tls', 'starttls'] as const)('a server with %s that answers each step after 30 s', (security) => {
  it('is waited for at every step, which is shown, and the account works', async () => {
    const { last } = await begin(security);
    const waitedFor = new Set<string>();
    for (let answers = 0; answers < 100; answers += 1) {
      await turnUntil(
        () => isHeldUp(last()) || last()?.isDone === true,
        () => JSON.stringify(last()),
      );
      if (last()?.isDone === true) break;
      waitedFor.add(running(last()) ?? 'nothing');
      await vi.advanceTimersByTimeAsync(halfMinute);
      expect(last()?.stages.filter(({ state }) => state === 'failed')).toEqual([]);
      smtp.release();
      imap.release();
    }
    const states = last();
    expect(states === undefined ? '' : statesOf(states)).not.toMatch(/failed|waiting|running|skipped/);
    expect(last()).toMatchObject({ isDone: true, canSend: true, sentFolder: 'Sent' });
    expect([...waitedFor].sort()).toEqual(['encrypt', 'greeting', 'imap', 'sent-folder', 'sign-in']);
  });

  it('can be left at any step, and says nothing more', async () => {
    const { watched, last } = await begin(security);
    await turnUntil(smtp.isHolding);
    await vi.advanceTimersByTimeAsync(halfMinute);
    const before = watched.seen.length;
    expect(running(last())).toBe(security === 'tls' ? 'encrypt' : 'greeting');
    watched.end();
    smtp.release();
    await turnUntil(() => !smtp.isHolding());
    await vi.advanceTimersByTimeAsync(20 * halfMinute);
    expect(watched.seen.length).toBe(before);
  });
});
