// A port from which nothing comes back, as behind a firewall that drops what it does not like: a listener that is stopped, its queue full.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { temporaryRoot } from './temporary-root';

const listener = `
  const server = require('node:net').createServer();
  server.listen({ port: Number(process.argv[2]), host: process.argv[3], backlog: 1 }, () => process.send(server.address().port));
`;
/** ms in which this computer's own kernel would have answered. */
const answersWithin = 500;

/** Whether the kernel took the connection: null when it did not answer at all. */
const fill = (port: number, host: string): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(null);
    }, answersWithin);
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });

export async function startHangingPort({ port = 0, address = '127.0.0.1' } = {}): Promise<{
  readonly port: number;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(temporaryRoot(), 'bd-hanging-'));
  const script = join(folder, 'listener.cjs');
  writeFileSync(script, listener);
  const child = fork(script, [String(port), address]);
  const bound = await new Promise<number>((resolve) => child.once('message', (value) => resolve(Number(value))));
  child.kill('SIGSTOP');
  const waiting: Socket[] = [];
  for (let taken = await fill(bound, address); taken !== null; taken = await fill(bound, address)) waiting.push(taken);
  return {
    port: bound,
    async stop() {
      for (const socket of waiting) socket.destroy();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
