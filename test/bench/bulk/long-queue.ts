// What a long queue costs: the engine's memory while it sends from it, and how long Send takes to be safe meanwhile.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ForkedEngine } from '../../support/forked-engine';
import { fillQueue } from '../../support/frozen-queue';
import { unwrap } from '../lab';
import { forkOwnEngine } from '../own-runtime';
import { statusLine } from '../start/memory';
import { median } from '../table';
import { accountId, accountOn, type Wishes } from './rate';

/** Messages after which memory has settled, and until which it is looked at. */
const from = 500;
const until = 2_000;
const clicks = 60;

export type LongQueue = {
  /** Octets, the median while it sends. */ readonly memory: number /** ms, 95th percentile. */;
  readonly click: number;
};

/** Drafts ready to be sent, so that only the click itself is measured. */
async function writeDrafts(engine: ForkedEngine): Promise<readonly { readonly draftId: string; readonly revision: number }[]> {
  const drafts: { draftId: string; revision: number }[] = [];
  for (let n = 0; n < clicks; n += 1) {
    const draft = unwrap(await engine.call('drafts.create', { accountId, start: { kind: 'empty' } }));
    const content = {
      ...draft.content,
      to: [{ kind: 'good' as const, name: 'Bob', address: 'bob@example.test' }],
      subject: `Click ${n}`,
      html: '<p>Dear Bob,</p><p>one more.</p>',
    };
    const saved = unwrap(await engine.call('drafts.save', { draftId: draft.id, revision: draft.revision + 1, content }));
    drafts.push({ draftId: draft.id, revision: saved.revision });
  }
  return drafts;
}

/** Starts an engine on a queue of that length, lets it send for a while, and clicks on Send meanwhile. */
export async function measureLongQueue({ folder, host, caFile, count, connections }: Wishes): Promise<LongQueue> {
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const { address, password } = host.user('alice@example.test');
  fillQueue(profile, count, accountId, address);
  const account = accountOn(host.ports.submissions, address, connections);
  const engine = await forkOwnEngine({
    profile,
    accounts: null,
    passwords: { [accountId]: password },
    env: { NODE_EXTRA_CA_CERTS: caFile },
  });
  const memory: number[] = [];
  const times: number[] = [];
  try {
    // Written first, on an account whose server is not there yet.
    const drafts = await prepare(engine, { ...account, smtp: { ...account.smtp, port: 1 } });
    const isEnough = new Promise<void>((resolve) => {
      const end = engine.watch('status', {}, (result) => {
        const sent = result.ok ? count - result.value.waiting - result.value.sending : 0;
        if (sent >= from) memory.push(statusLine(engine.pid, 'VmRSS'));
        if (sent < until || times.length < clicks) return;
        end();
        resolve();
      });
    });
    engine.setAccounts([account]);
    for (const draft of drafts) {
      const started = performance.now();
      unwrap(await engine.call('outbox.enqueue', { ...draft, when: { kind: 'now' } }));
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await isEnough;
  } finally {
    await engine.stop();
    rmSync(profile, { recursive: true, force: true });
  }
  const slowest = [...times].sort((a, b) => a - b);
  return { memory: median(memory), click: slowest[Math.ceil(slowest.length * 0.95) - 1] ?? Number.NaN };
}

async function prepare(engine: ForkedEngine, account: Parameters<ForkedEngine['setAccounts']>[0][number]) {
  engine.setAccounts([account]);
  return writeDrafts(engine);
}
