// Things that listen on a port and are no mail server.
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { portOf } from './ports';

export type OddServer = {
  readonly port: number;
  /** Everything that clients have sent. */
  readonly heard: () => Buffer;
  readonly stop: () => Promise<void>;
};

/**
 * `http`: a web server, which waits for a request. `http-first`: says "HTTP/1.1 400 Bad Request" at once.
 * `garbage`: says bytes that are no text. `silent`: accepts and says nothing. `hangs-up`: accepts and closes.
 */
export type OddKind = 'http' | 'http-first' | 'garbage' | 'silent' | 'hangs-up';

function behave(kind: OddKind, socket: Socket): void {
  if (kind === 'http-first') socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  if (kind === 'garbage') socket.end(Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, octet) => octet)), Buffer.from('\r\n')]));
  if (kind === 'hangs-up') socket.end();
}

export async function startOddServer(kind: OddKind): Promise<OddServer> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server =
    kind === 'http' ? createHttpServer((_request, response) => response.end('hello')) : createServer((socket) => behave(kind, socket));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (kind !== 'http') socket.on('data', (bytes) => void heard.push(Buffer.from(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    heard: () => Buffer.concat(heard),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
