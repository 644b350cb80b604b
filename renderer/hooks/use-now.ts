// The present moment for things that say "in 3 minutes": one clock for the whole page, at rest when nobody looks.
import { useSyncExternalStore } from 'react';

const STEP = 1000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, STEP);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** ms since 1970, whole steps. @param step how often it may change, ms: 1000 for a countdown, 60000 for "yesterday" */
export function useNow(step = 60_000): number {
  return useSyncExternalStore(watch, () => Math.floor((timer === undefined ? Date.now() : now) / step) * step);
}
