// Lets the program's patience run out without waiting for it.
import { Socket } from 'node:net';
import { onTestFinished, vi } from 'vitest';

export type Patience = {
  /** The longest that a socket was given since the last call, ms. */
  readonly longest: () => number;
  /** All that the program waits for has taken too long. */
  readonly runsOut: () => void;
};

/** Longer than any single wait that the program sets itself with a timer. */
const aLot = 2 * 60_000;

/** To be called before the program starts: from here on its timers can be moved, and its sockets' limits are known. */
export function holdPatience(): Patience {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 5 });
  onTestFinished(() => void vi.useRealTimers());
  const limits = new Map<Socket, number>();
  const set = Socket.prototype.setTimeout;
  vi.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function (this: Socket, ms: number, work?: () => void) {
    limits.set(this, ms);
    return set.call(this, ms, work);
  });
  return {
    longest: () => Math.max(0, ...limits.values()),
    runsOut() {
      vi.advanceTimersByTime(aLot);
      for (const [socket, ms] of limits) if (ms > 0 && !socket.destroyed) socket.emit('timeout');
    },
  };
}
