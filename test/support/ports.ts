// Loopback ports: finding free ones, and waiting until something answers or nothing does any more.
import { connect, createServer, type Server } from 'node:net';
import { until } from './until';

const listen = (): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/** A free port for each name. All are held until all are known, so that none is given twice. */
export async function freePorts<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const held = await Promise.all(names.map(async (name) => ({ name, server: await listen() })));
  const ports = Object.fromEntries(held.map(({ name, server }) => [name, portOf(server)])) as Record<Name, number>;
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** What a connection attempt meets: 'greeted' (it spoke first), 'open' (it accepted, then ended silently) or 'refused'. */
function knock(port: number): Promise<'greeted' | 'open' | 'refused'> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (met: 'greeted' | 'open' | 'refused'): void => {
      socket.destroy();
      resolve(met);
    };
    socket.setTimeout(2000, () => settle('open'));
    socket.once('data', () => settle('greeted'));
    socket.once('end', () => settle('open'));
    socket.once('error', () => settle('refused'));
  });
}

/** Waits until a server greets on the port; `isAlive` gives up early when its process has ended. */
export async function untilGreeting(port: number, isAlive: () => boolean): Promise<void> {
  await until(
    async () => {
      if (!isAlive()) throw new Error(`The server ended before it answered on port ${port}`);
      return (await knock(port)) === 'greeted';
    },
    { describe: () => `no greeting on port ${port}` },
  );
}

/** Children of a server can listen for some milliseconds after their parent ended. */
export const untilRefused = (port: number): Promise<boolean> =>
  until(async () => (await knock(port)) === 'refused', { describe: () => `port ${port} still answers` });
