// Messages per second: the engine emptying its queue, and nodemailer's pool sending as many, over the same server.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Account } from '../../../electron/contract/model/accounts';
import type { ForkedEngine } from '../../support/forked-engine';
import { fillQueue, letterOf, readLedger } from '../../support/frozen-queue';
import type { MailHost } from '../../support/mail-host/mail-host';
import { electronProgram, forkOwnEngine } from '../own-runtime';

export const accountId = 'bulk';

export const accountOn = (port: number, address: string, connections: number): Account => ({
  id: accountId,
  provider: 'other',
  name: '',
  address,
  smtp: { host: '127.0.0.1', port, security: 'tls', user: address },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
  connections,
});

type Amount = { readonly folder: string; readonly count: number; readonly connections: number };
export type Wishes = Amount & { readonly host: MailHost; readonly caFile: string };
/** Without TLS and sign-in, to a port on this computer. */
type Plain = Amount & { readonly host: null; readonly plainPort: number };

/** ms; a table that never ends says less than one that fails. */
const patience = 5 * 60_000;

function emptied(engine: ForkedEngine): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the queue did not become empty')), patience);
    const end = engine.watch('status', {}, (result) => {
      if (!result.ok || result.value.waiting + result.value.sending > 0) return;
      clearTimeout(timer);
      end();
      resolve();
    });
  });
}

/** Sends a queue of its own to the end; messages per second from the first attempt to the last acceptance. */
export async function ourRate(wishes: Wishes | Plain): Promise<number> {
  const { folder, host, count, connections } = wishes;
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  const { address, password } = host?.user('alice@example.test') ?? { address: 'alice@example.test', password: '' };
  const port = wishes.host === null ? wishes.plainPort : wishes.host.ports.submissions;
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  fillQueue(profile, count, accountId, address);
  const engine = await forkOwnEngine({
    profile,
    accounts: null,
    passwords: { [accountId]: password },
    ...(wishes.host === null ? { args: ['--plain-on-loopback'] } : { env: { NODE_EXTRA_CA_CERTS: wishes.caFile } }),
  });
  try {
    engine.setAccounts([accountOn(port, address, connections)]);
    await emptied(engine);
  } finally {
    await engine.stop();
  }
  const { firstAt, lastAt, accepted, twice } = readLedger(profile);
  rmSync(profile, { recursive: true, force: true });
  if (accepted !== count || twice > 0) throw new Error(`${accepted} of ${count} messages were accepted, ${twice} tried more than once`);
  return (count / (lastAt - firstAt)) * 1000;
}

/** The same number of messages by nodemailer's pool, in this Node or, `isInElectron`, in Electron's. */
export async function poolRate({ host, count, connections }: Wishes, isInElectron: boolean): Promise<number> {
  const { address, password } = host.user('alice@example.test');
  const child = spawn(isInElectron ? electronProgram() : process.execPath, [path.resolve('test/bench/bulk/nodemailer-pool.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(isInElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {}) },
  });
  const letters = { count, text: letterOf(0, address).text };
  child.stdin.end(
    JSON.stringify({ host: '127.0.0.1', port: host.ports.submissions, user: address, pass: password, ca: host.ca, connections, letters }),
  );
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  if (Number.isNaN(Number.parseFloat(said))) throw new Error('the pool did not send everything');
  return (count / Number.parseFloat(said)) * 1000;
}
