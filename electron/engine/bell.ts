// Who wants to hear that a topic changed, and telling them: once per turn of the event loop, however often it rang.
import type { Bell, Topic } from './rooms';

/** `silence`: nobody is told anything any more, because what they would read is about to be closed. */
export function createBell(): Bell & { readonly silence: () => void } {
  const listeners = new Map<Topic, Set<() => void>>();
  const rung = new Set<Topic>();
  let isSilent = false;
  const tell = (): void => {
    if (isSilent) return;
    const topics = [...rung];
    rung.clear();
    for (const topic of topics) for (const listener of [...(listeners.get(topic) ?? [])]) listener();
  };
  return {
    ring(topic) {
      if (rung.size === 0) setImmediate(tell);
      rung.add(topic);
    },
    listen(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
      };
    },
    // Not by forgetting the listeners: a page may begin to watch while the engine is stopping.
    silence() {
      isSilent = true;
    },
  };
}
