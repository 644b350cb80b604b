// What scripted servers have in common: they count what they were told, and end with everybody who is connected.
import type { Server, Socket } from 'node:net';
import { until } from './until';

/** @param commands grows while the server runs */
export function countCommands(commands: readonly string[]) {
  const count = (verb: string): number => commands.filter((line) => line.toUpperCase().startsWith(verb)).length;
  const waitForCommands = async (verb: string, wanted: number): Promise<void> => {
    await until(() => count(verb) >= wanted, { describe: () => `${count(verb)} of ${wanted} ${verb}; ${commands.join(' | ')}` });
  };
  return { count, waitForCommands };
}

export const endServer = (server: Server, sockets: Iterable<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
