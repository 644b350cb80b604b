// While somebody types, what is being sent makes room for the keys.
import { call } from '../../api';
import { writes } from '../../hooks/aside';

/** ms between two tellings; the engine expects more for two seconds. */
const AGAIN = 1000;

/** Tells the engine from now on whenever somebody types in this window. */
export function stepBackWhileTyping(): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const onKey = (event: KeyboardEvent): void => {
    const now = performance.now();
    if (!writes(event) || now - toldAt < AGAIN) return;
    toldAt = now;
    void call('outbox.stepBack', {});
  };
  window.addEventListener('keydown', onKey, { capture: true, passive: true });
}
