// A server that takes its time, without anybody waiting: what it says is held back until the test lets it through.
import { connect, createServer, type Socket } from 'node:net';
import { portOf } from './ports';

export type HoldingProxy = {
  readonly port: number;
  /** Something that the server said on its oldest connection waits here. */
  readonly isHolding: () => boolean;
  /** Lets through what waits. */
  readonly release: () => void;
  readonly stop: () => Promise<void>;
};

/** @param target the server's port on 127.0.0.1 */
export async function startHoldingProxy(target: number): Promise<HoldingProxy> {
  const clients = new Set<Socket>();
  const held: { readonly client: Socket; readonly bytes: Buffer }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    clients.add(client);
    client.pipe(upstream);
    upstream.on('data', (bytes) => void held.push({ client, bytes }));
    client.on('close', () => {
      clients.delete(client);
      upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    isHolding() {
      const [oldest] = clients;
      return held.some(({ client }) => client === oldest && !client.destroyed);
    },
    release() {
      for (const { client, bytes } of held.splice(0)) if (!client.destroyed) client.write(bytes);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
