// Table `command`: one small letter by `brevduva send` from a process that starts cold, beside msmtp and swaks doing the same.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountOf } from '../support/imap-account';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { msmtpVersion, msmtpWords, type Sender } from './msmtp';
import { swaksVersion, swaksWords } from './swaks';
import { median, type Row, type Table } from './table';

const runs = 9;
/** The first of each brings its program into memory. */
const warmUps = 1;

/** ms for the whole process; throws unless it ends with 0. */
async function time(program: string, words: readonly string[], input: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return performance.now() - started;
}

function settle(folder: string, host: MailHost): Sender {
  const { address, password } = host.user('alice@example.test');
  const caFile = path.join(folder, 'ca.pem');
  writeFileSync(caFile, host.ca);
  mkdirSync(path.join(folder, 'profile'), { mode: 0o700 });
  const account = { ...accountOf(host, address), sentPolicy: 'local', imap: null };
  writeFileSync(path.join(folder, 'profile/settings.json'), JSON.stringify({ version: 1, settings: {}, accounts: [account] }));
  return { port: host.ports.submissions, caFile, user: address, password };
}

const letter = 'From: alice@example.test\r\nTo: bob@example.test\r\nSubject: Letter\r\n\r\nHello\r\n';

const measure = async (): Promise<readonly Row[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-bench-'));
  const host = await startMailHost();
  try {
    const sender = settle(folder, host);
    const own = ['send', '--profile', path.join(folder, 'profile'), '--password-stdin', '--to', 'bob@example.test', '--subject', 'Letter'];
    const send = (): Promise<number> =>
      time(process.execPath, [path.resolve('out/main/cli.js'), ...own], `${sender.password}\nHello\n`, {
        NODE_EXTRA_CA_CERTS: sender.caFile,
      });
    const peers = [
      { name: msmtpVersion(), usual: 'msmtp', send: () => time('msmtp', msmtpWords(sender), letter) },
      { name: swaksVersion(), usual: 'swaks', send: () => time('swaks', swaksWords(sender), letter) },
    ];
    const took = { ours: [] as number[], peers: peers.map(() => [] as number[]) };
    // One after the other in each round, so that a disturbance meets all of them.
    for (let run = 0; run < runs + warmUps; run += 1) {
      took.ours.push(await send());
      for (const [index, peer] of peers.entries()) if (peer.name !== null) took.peers[index]?.push(await peer.send());
    }
    const kept = (times: readonly number[]): number | null => (times.length === 0 ? null : median(times.slice(warmUps)));
    return peers.map(({ name, usual }, index) => ({
      name: `brevduva send, cold, until it has ended (median of ${runs})`,
      unit: 'ms',
      ours: median(took.ours.slice(warmUps)),
      peerName: name ?? usual,
      peer: kept(took.peers[index] ?? []),
      // A ledger and a mail library have to be read; half a second is when a person begins to wait.
      targets: index === 0 ? [{ kind: 'most', limit: 500 }] : [],
    }));
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const commandTable: Table = { title: 'command', measure };
