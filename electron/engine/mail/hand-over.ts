// Hands a connection that is there already to a library that only knows how to make its own: by a door that opens once.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Door = {
  /** A Unix socket in a folder of our own, or a named pipe: nobody else's to find. */
  readonly path: string;
  readonly close: () => void;
};

/** Whoever comes first gets the connection, and the door is shut behind them. */
export async function openDoor(socket: Socket): Promise<Door> {
  const folder = process.platform === 'win32' ? null : await mkdtemp(path.join(tmpdir(), 'brevduva-')); // made with mode 0700
  const at = folder === null ? `\\\\.\\pipe\\brevduva-${randomBytes(16).toString('hex')}` : path.join(folder, 'door');
  const tidy = (): void => {
    server.close();
    if (folder !== null) void rm(folder, { recursive: true, force: true });
  };
  const server = createServer((guest) => {
    tidy();
    // Either end that goes takes the other with it.
    guest.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('error', () => guest.destroy()).on('close', () => guest.destroy());
    guest.setNoDelay?.(true);
    guest.pipe(socket).pipe(guest);
  });
  server.on('error', () => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(at, resolve);
    server.once('error', () => resolve());
  });
  return {
    path: at,
    close() {
      tidy();
      socket.destroy();
    },
  };
}
