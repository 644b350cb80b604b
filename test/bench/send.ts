// Table `send`: one small message to a local server, from the call to acceptance, beside msmtp.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, openLab } from './lab';
import { msmtpVersion, sendWithMsmtp } from './msmtp';
import type { Row, Table } from './table';
export const sendTable: Table = { title: 'send', measure: async (): Promise<readonly Row[]> => {
  const lab = await openLab();
  try {
    const ready = path.join(lab.folder, 'small.eml');
    writeFileSync(ready, 'From: alice@example.test\r\nTo: bob@example.test\r\nSubject: small\r\n\r\nhere\r\n');
    const ours: number[] = []; const peers: number[] = [];
    const peerName = msmtpVersion();
    for (let i = 0; i < 12; i += 1) { ours.push(await lab.send(await lab.write(`n ${i}`, []))); if (peerName !== null) peers.push(await sendWithMsmtp(lab, ready)); }
    return [{ name: 'engine: Send to accepted', unit: 'ms', ours: median(ours.slice(2)), peerName: peerName ?? 'msmtp', peer: peerName === null ? null : median(peers), targets: [] }];
  } finally { await lab.close(); }
} };
