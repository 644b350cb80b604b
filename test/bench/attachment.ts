// Table `attachment`: a 20 MB file from Send to acceptance, beside msmtp handing the same message to the same server; the engine's peak.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Lab, openLab } from './lab';
import { msmtpVersion, sendWithMsmtp } from './msmtp';
import { statusLine } from './start/memory';
import { median, type Row, type Table } from './table';

const runs = 5;
const megabyte = 1_000_000;

/** A ready message of the same size on the wire, for the peer. */
function readyMessage(folder: string, file: Buffer): string {
  const body = file.toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = 'From: alice@example.test\r\nTo: bob@example.test\r\nSubject: 20 MB\r\nMIME-Version: 1.0\r\n';
  const ready = path.join(folder, 'ready.eml');
  writeFileSync(ready, `${head}Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`);
  return ready;
}

/** From now on VmHWM counts anew (proc(5), clear_refs). */
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

type Run = { readonly attach: number; readonly send: number; readonly peak: number; readonly peer: number | null };

async function once(lab: Lab, file: string, ready: string, hasPeer: boolean): Promise<Run> {
  const peer = hasPeer ? await sendWithMsmtp(lab, ready) : null;
  const idle = statusLine(lab.engine.pid, 'VmRSS');
  forgetPeak(lab.engine.pid);
  const started = performance.now();
  const draft = await lab.write('20 MB', [file]);
  const attach = performance.now() - started;
  const send = await lab.send(draft);
  return { attach, send, peak: statusLine(lab.engine.pid, 'VmHWM') - idle, peer };
}

const measure = async (): Promise<readonly Row[]> => {
  const lab = await openLab();
  try {
    const bytes = randomBytes(20 * megabyte);
    const file = path.join(lab.folder, 'twenty megabytes.bin');
    writeFileSync(file, bytes);
    const ready = readyMessage(lab.folder, bytes);
    const peerName = msmtpVersion();
    await lab.send(await lab.write('a first small one, so that all is loaded', []));
    const results: Run[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await once(lab, file, ready, peerName !== null));
    const peer = peerName === null ? null : median(results.map((one) => one.peer ?? Number.NaN)) / 1000;
    const alone = { peerName: null, peer: null } as const;
    return [
      {
        name: `20 MB: freeze, hash, send (median of ${runs})`,
        unit: 's',
        ours: median(results.map((one) => one.send)) / 1000,
        peerName: peerName ?? 'msmtp',
        peer,
        targets: [{ kind: 'ratio', limit: 1 }],
      },
      { name: '20 MB: attach (copy, hash, sync)', unit: 's', ours: median(results.map((one) => one.attach)) / 1000, ...alone, targets: [] },
      {
        name: 'engine: peak above idle, the worst run',
        unit: 'MB',
        ours: Math.max(...results.map((one) => one.peak)) / 1_048_576,
        ...alone,
        targets: [{ kind: 'most', limit: 32 }],
      },
    ];
  } finally {
    await lab.close();
  }
};

export const attachmentTable: Table = { title: 'attachment', measure };
