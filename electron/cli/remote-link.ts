// Hands a command over to the program that runs on the same profile.
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fail, type Result } from '../contract/failure';
import { type ToEngine, toPageSchema } from '../contract/pipe';
import { commandPlace } from '../domain/command-place';
import { type Link, untilEnough } from './link';

/** null: nobody runs on this profile. `profile`: its absolute path. */
export async function remoteLink(profile: string): Promise<Link | null> {
  const place = commandPlace(profile, createHash('sha256').update(profile).digest('hex').slice(0, 32), process.platform);
  if (place === null || !isOurs(place)) return null;
  const socket = await new Promise<Socket | null>((resolve) => {
    const trying = connect(place);
    trying.once('connect', () => resolve(trying));
    trying.once('error', () => resolve(null));
  });
  return socket === null ? null : talk(socket);
}

/** A socket that somebody else has put there is not spoken to. */
function isOurs(place: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    return lstatSync(place).uid === process.getuid?.();
  } catch {
    return false;
  }
}

function talk(socket: Socket): Link {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let last = 0;
  let isGone = false;
  createInterface({ input: socket }).on('line', (line) => {
    const parsed = toPageSchema.safeParse(parse(line));
    if (parsed.success) waiting.get(parsed.data.id)?.(parsed.data.result as Result<unknown>);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isGone = true;
    for (const answer of [...waiting.values()]) answer(fail('engine-restarted'));
  });
  const say = (message: ToEngine, answer: (result: Result<unknown>) => void): void => {
    if (isGone) return answer(fail('engine-restarted'));
    waiting.set(message.id, answer);
    socket.write(`${JSON.stringify(message)}\n`);
  };
  const call = (name: string, input: unknown): Promise<Result<unknown>> => {
    last += 1;
    const id = last;
    return new Promise((resolve) =>
      say({ kind: 'call', id, name, input }, (result) => {
        waiting.delete(id);
        resolve(result);
      }),
    );
  };
  return {
    // The engine answers by the contract; the name says which type it is.
    call: call as Link['call'],
    until(name, input, isEnough) {
      last += 1;
      const id = last;
      return untilEnough((push) => {
        say({ kind: 'watch', id, name, input }, push);
        return () => {
          waiting.delete(id);
          if (!isGone) socket.write(`${JSON.stringify({ kind: 'unwatch', id } satisfies ToEngine)}\n`);
        };
      }, isEnough);
    },
    close: () =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        socket.once('close', () => resolve());
        socket.end();
        socket.destroySoon();
      }),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
