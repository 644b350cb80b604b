// How the engine says it stands: what it said last, who listens, and who waits for its answer.
import type { Status } from '../contract/model/status';

export type EngineStatus = {
  /** What it said last; null before it said anything. */
  readonly last: () => Status | null;
  /** Told of every status; the returned function ends it. */
  readonly watch: (listener: (status: Status) => void) => () => void;
  /** It said how it stands. */
  readonly take: (status: Status) => void;
  /** It answered question `id`; null: it could not read how it stands. */
  readonly answered: (id: number, status: Status | null) => void;
  /** It ended: nobody else answers those who wait. */
  readonly ended: () => void;
  /** Puts a question by `send` and resolves with how it stands. Without an answer within the limit (ms): what it said last. */
  readonly ask: (limit: number, send: (id: number) => void) => Promise<Status | null>;
};

export function createEngineStatus(): EngineStatus {
  let last: Status | null = null;
  const listeners = new Set<(status: Status) => void>();
  const asking = new Map<number, () => void>();
  let asked = 0;

  const take = (status: Status): void => {
    last = status;
    for (const listener of listeners) listener(status);
  };
  return {
    last: () => last,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take,
    answered(id, status) {
      if (status !== null) take(status);
      asking.get(id)?.();
    },
    ended() {
      for (const answer of [...asking.values()]) answer();
    },
    ask(limit, send) {
      asked += 1;
      const id = asked;
      send(id);
      return new Promise((resolve) => {
        const answer = (): void => {
          clearTimeout(timer);
          asking.delete(id);
          resolve(last);
        };
        const timer = setTimeout(answer, limit);
        asking.set(id, answer);
      });
    },
  };
}
