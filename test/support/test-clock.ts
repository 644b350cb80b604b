// A clock that runs as the real one does, and can be moved forward: two days of patience pass in a moment.
import type { Clock } from '../../electron/engine/rooms';

export type TestClock = Clock & {
  /** Moves time forward by so many ms; what falls due is run. */
  readonly skip: (ms: number) => void;
  /** When the next work falls due, ms since 1970; null: nothing waits. */
  readonly nextDue: () => number | null;
  /** Calls off everything that waits. */
  readonly stop: () => void;
};

type Waiting = { readonly due: number; readonly work: () => void; timer: NodeJS.Timeout };

/** The longest time a Node timer can wait; the clock looks again after it. */
const longest = 2 ** 31 - 1;

export function createTestClock(): TestClock {
  let offset = 0;
  const waiting = new Set<Waiting>();
  const now = (): number => Date.now() + offset;
  const arm = (item: Waiting): void => {
    clearTimeout(item.timer);
    item.timer = setTimeout(
      () => {
        if (item.due > now()) return arm(item);
        waiting.delete(item);
        item.work();
      },
      Math.min(Math.max(0, item.due - now()), longest),
    );
  };
  return {
    now,
    after(ms, work) {
      const item: Waiting = { due: now() + ms, work, timer: setTimeout(() => undefined, 0) };
      waiting.add(item);
      arm(item);
      return () => {
        clearTimeout(item.timer);
        waiting.delete(item);
      };
    },
    skip(ms) {
      offset += ms;
      for (const item of waiting) arm(item);
    },
    nextDue: () => (waiting.size === 0 ? null : Math.min(...[...waiting].map(({ due }) => due))),
    stop() {
      for (const item of waiting) clearTimeout(item.timer);
      waiting.clear();
    },
  };
}
