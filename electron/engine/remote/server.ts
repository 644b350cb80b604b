// Hears the command line of the same person while the engine runs: what may be asked is in contract/command-socket.ts.
import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { commandCalls, commandQueries, longestLine } from '../../contract/command-socket';
import { commandPlace } from '../../domain/command-place';
import type { Engine } from '../create-engine';
import { type PagePort, servePage } from '../pipe';

/**
 * Listens until the returned function is called. A profile that lies too deep for a socket, or a system that has none, is served
 * without: then the command line waits until the program has ended. The socket lies in the profile, which is its owner's alone.
 */
export function hearCommands(profile: string, engine: Engine): () => void {
  const place = commandPlace(profile, createHash('sha256').update(profile).digest('hex').slice(0, 32), process.platform);
  if (place === null) return () => undefined;
  const isFile = process.platform !== 'win32';
  const open = new Set<Socket>();
  if (isFile) rmSync(place, { force: true }); // of an engine that was killed; this one holds the profile's lock
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    servePage(portOf(socket), onlyCommands(engine));
  });
  server.on('error', () => undefined);
  server.listen(place, () => {
    if (isFile) chmodSync(place, 0o600);
  });
  server.unref();
  return () => {
    for (const socket of open) socket.destroy();
    server.close();
  };
}

/** The engine as the command line may use it. */
const onlyCommands = (engine: Engine): Engine => ({
  ...engine,
  call: (name, input) => engine.call(commandCalls.has(name) ? name : '', input),
  watch: (name, input, push) => engine.watch(commandQueries.has(name) ? name : '', input, push),
});

/** A connection as the port of a page: one JSON text a line. What is no JSON, or has no end, ends the connection. */
function portOf(socket: Socket): PagePort {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  let pieces: string[] = [];
  let length = 0;
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = chunk.split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      hear([...pieces, line].join(''));
      pieces = [];
      length = 0;
    }
    pieces.push(rest);
    length += rest.length;
    if (length > longestLine) socket.destroy();
  });
  const hear = (text: string): void => {
    try {
      const data: unknown = JSON.parse(text);
      for (const listener of listeners) listener({ data });
    } catch {
      socket.destroy();
    }
  };
  return {
    postMessage: (message) => void (socket.destroyed || socket.write(`${JSON.stringify(message)}\n`)),
    on: (event, listener) => (event === 'message' ? listeners.push(listener) : socket.on('close', () => listener({ data: null }))),
  };
}
