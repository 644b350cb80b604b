// A proxy that knows names nobody else does, and keeps what it was asked for: whoever gets to such a name has looked nothing up.
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { ProxyChoice } from '../../electron/contract/model/way';
import { portOf } from './ports';

export type NamingProxy = {
  readonly choice: ProxyChoice;
  /** "name:port", in order. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

const bytesOf = (socket: Socket) => {
  let buffer = Buffer.alloc(0);
  let wake: () => void = () => undefined;
  const hear = (chunk: Buffer): void => {
    buffer = Buffer.concat([buffer, chunk]);
    wake();
  };
  socket.on('data', hear);
  return {
    async take(count: (so: Buffer) => number | null): Promise<Buffer> {
      for (;;) {
        const wanted = count(buffer);
        if (wanted !== null && buffer.length >= wanted) {
          const taken = buffer.subarray(0, wanted);
          buffer = buffer.subarray(wanted);
          return taken;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    release(): void {
      socket.off('data', hear);
      socket.pause();
      if (buffer.length > 0) socket.unshift(buffer);
    },
  };
};

/** `names`: each with the port of this computer that is meant by it, whatever port was asked for. */
export async function startNamingProxy(kind: 'socks5' | 'http', names: Readonly<Record<string, number>>): Promise<NamingProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const lead = (client: Socket, name: string, port: number, answer: (isThere: boolean) => void): void => {
    asked.push(`${name}:${port}`);
    const at = names[name];
    if (at === undefined) return answer(false);
    const server = connect(at, '127.0.0.1');
    sockets.add(server);
    server.once('connect', () => {
      answer(true);
      client.pipe(server).pipe(client);
    });
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
  };
  const serve = async (client: Socket): Promise<void> => {
    const bytes = bytesOf(client);
    if (kind === 'http') {
      const head = await bytes.take((so) => (so.indexOf('\r\n\r\n') < 0 ? null : so.indexOf('\r\n\r\n') + 4));
      bytes.release();
      const [, name = '', port = ''] = /^CONNECT ([^ :]+):(\d+) /.exec(head.toString('latin1')) ?? [];
      return lead(client, name, Number(port), (isThere) => {
        client.write(isThere ? 'HTTP/1.1 200 Connection established\r\n\r\n' : 'HTTP/1.1 502 No such host\r\n\r\n');
      });
    }
    await bytes.take((so) => (so.length < 2 ? null : 2 + (so[1] ?? 0)));
    client.write(Buffer.from([5, 0]));
    const request = await bytes.take((so) => (so.length < 5 ? null : so[3] === 3 ? 7 + (so[4] ?? 0) : so[3] === 1 ? 10 : 22));
    bytes.release();
    const name = request[3] === 3 ? request.subarray(5, 5 + (request[4] ?? 0)).toString('latin1') : 'an address';
    lead(client, name, request.readUInt16BE(request.length - 2), (isThere) => {
      client.write(Buffer.from([5, isThere ? 0 : 4, 0, 1, 0, 0, 0, 0, 0, 0]));
    });
  };
  const server: Server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    void serve(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    choice: { kind, host: '127.0.0.1', port: portOf(server), user: '' },
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
