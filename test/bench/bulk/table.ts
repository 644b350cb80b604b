// Table `bulk`: a long queue over TLS with sign-in to a Postfix that throws everything away, beside nodemailer's own pool: each in the Node
// that people run it in (decision 032), and the pool once more in ours, for orientation. Typing has its target at a key every 55 ms; a held
// key's 35 ms are there for orientation (decision 030 tells what Chromium does with these).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMailHost } from '../../support/mail-host/mail-host';
import { median, type Row, type Table } from '../table';
import { measureLongQueue } from './long-queue';
import { plainRow } from './plain';
import { ourRate, poolRate, type Wishes } from './rate';
import { typingLatency } from './typing';

const messages = 5_000;
const long = 50_000;
const rounds = 3;
const peerName = 'nodemailer 10.6.0, pool';
const alone = { peerName: null, peer: null } as const;

/** One after the other, in turns: whatever else the computer does meets all. */
async function rateRows(wishes: Wishes): Promise<readonly Row[]> {
  const [ours, pool, poolInElectron]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    pool.push(await poolRate(wishes, false));
    ours.push(await ourRate(wishes));
    poolInElectron.push(await poolRate(wishes, true));
  }
  const { connections } = wishes;
  const name = `${messages} messages of 4 KB, ${connections === 1 ? 'one connection' : `${connections} connections`}`;
  const row = { unit: '/s', ours: median(ours) } as const;
  return [
    {
      ...row,
      name: `${name} (median of ${rounds})`,
      peerName,
      peer: median(pool),
      targets: connections === 1 ? [] : [{ kind: 'least-ratio', limit: 0.9 }],
    },
    {
      ...row,
      name: `${name}, beside the pool in Electron's Node, for orientation`,
      peerName: `${peerName} in Electron`,
      peer: median(poolInElectron),
      targets: [],
    },
  ];
}

const measure = async (): Promise<readonly Row[]> => {
  const host = await startMailHost({ isSink: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-bulk-'));
  const caFile = path.join(folder, 'ca.pem');
  writeFileSync(caFile, host.ca);
  const rows: Row[] = [];
  try {
    for (const connections of [1, 4, 10]) rows.push(...(await rateRows({ folder, host, caFile, count: messages, connections })));
    for (const connections of [1, 4, 10]) rows.push(await plainRow(folder, messages, connections));
    const short = await measureLongQueue({ folder, host, caFile, count: messages, connections: 4 });
    const full = await measureLongQueue({ folder, host, caFile, count: long, connections: 4 });
    rows.push(
      {
        name: `engine's memory: ${long} queued against ${messages}`,
        unit: 'MB',
        ours: (full.memory - short.memory) / 1_048_576,
        ...alone,
        targets: [{ kind: 'most', limit: 10 }],
      },
      {
        name: `click on Send to durable, ${long} queued and being sent (95th percentile)`,
        unit: 'ms',
        ours: full.click,
        ...alone,
        targets: [{ kind: 'most', limit: 50 }],
      },
    );
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const idle = await typingLatency(0, 55);
  rows.push(
    { name: 'typing, nothing queued (99th percentile)', unit: 'ms', ours: idle, ...alone, targets: [] },
    {
      name: `typing while ${long} are being sent (99th percentile)`,
      unit: 'ms',
      ours: await typingLatency(long, 55),
      peerName: 'nothing queued',
      peer: idle,
      targets: [{ kind: 'most', limit: 16 }],
    },
    {
      name: 'the same, as a held key repeats (99th percentile)',
      unit: 'ms',
      ours: await typingLatency(long, 35),
      ...alone,
      targets: [],
    },
  );
  return rows;
};

export const bulkTable: Table = { title: 'bulk', measure };
