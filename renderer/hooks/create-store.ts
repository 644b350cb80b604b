// A value outside the components that they can watch: the few things that every room shares.
import { useSyncExternalStore } from 'react';

export type Store<T> = {
  readonly get: () => T;
  /** Puts in a new value, or makes one from the old. */
  readonly set: (next: T | ((before: T) => T)) => void;
  /** Called after each change; the returned function ends it. */
  readonly watch: (listener: () => void) => () => void;
  /** Watches the value, or a part of it that keeps its identity while it stays the same. */
  readonly use: <P = T>(part?: (value: T) => P) => P;
};

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const watch = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get: () => value,
    set: (next) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of listeners) listener();
    },
    watch,
    use: <P = T>(part?: (value: T) => P): P =>
      useSyncExternalStore(watch, () => (part === undefined ? (value as unknown as P) : part(value))),
  };
}
