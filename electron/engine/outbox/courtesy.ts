// A long queue steps back while somebody types: what is sent and what is typed share the processors, and a key must not wait.
import type { Clock } from '../rooms';

export type Courtesy = {
  /** Somebody types: told again while they do. */
  readonly stepBack: () => void;
  /** Before a message begins: null: at once; else when it may. */
  readonly turn: () => Promise<void> | null;
};

/** ms that somebody who typed is expected to type on, and that each connection rests between two messages meanwhile. */
const typing = 2_000;
const rest = 8;

export function createCourtesy({ now, after }: Clock): Courtesy {
  let typedAt = Number.NEGATIVE_INFINITY;
  return {
    stepBack() {
      typedAt = now();
    },
    turn() {
      const passed = now() - typedAt;
      // A clock that was set back says nothing of who types.
      if (passed < 0 || passed >= typing) return null;
      return new Promise((resolve) => void after(rest, resolve));
    },
  };
}
