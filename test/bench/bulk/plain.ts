// For orientation: the same queue in the open to smtp-sink on this computer, beside Postfix's own smtp-source.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startSmtpSink } from '../../support/smtp-sink';
import type { Row } from '../table';
import { ourRate } from './rate';

const run = promisify(execFile);
/** Octets of the body, so that both send as much. */
const body = 3_700;

/** Messages per second. */
async function sourceRate(port: number, count: number, connections: number): Promise<number> {
  const started = performance.now();
  const words = ['-d', '-s', String(connections), '-m', String(count), '-l', String(body)];
  await run('/usr/sbin/smtp-source', [...words, '-f', 'alice@example.test', '-t', 'bob@example.test', `127.0.0.1:${port}`]);
  return (count / (performance.now() - started)) * 1000;
}

/** `folder`: for profiles and logs. */
export async function plainRow(folder: string, count: number, connections: number): Promise<Row> {
  const sink = await startSmtpSink(folder);
  try {
    const peer = await sourceRate(sink.port, count, connections);
    const ours = await ourRate({ folder, host: null, plainPort: sink.port, count, connections });
    const name = `${count} in the open to smtp-sink, ${connections} ${connections === 1 ? 'connection' : 'connections'}, for orientation`;
    return { name, unit: '/s', ours, peerName: 'smtp-source', peer, targets: [] };
  } finally {
    await sink.stop();
  }
}
