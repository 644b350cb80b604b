// What is shown stands still while a pointer is down on it: in a list that changes between press and release another row would be
// under the pointer than the one that was meant.
import { useEffect, useState } from 'react';

/** @returns what to show, and what holds it: to be called when a pointer goes down on it */
export function useHeldWhilePressed<T>(now: T): readonly [T, () => void] {
  const [held, setHeld] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    if (held === null) return;
    const letGo = (): void => void setTimeout(() => setHeld(null)); // behind the click that the release makes
    const ends = ['pointerup', 'pointercancel', 'blur'] as const;
    for (const end of ends) window.addEventListener(end, letGo);
    return () => {
      for (const end of ends) window.removeEventListener(end, letGo);
    };
  }, [held]);
  return [held === null ? now : held.value, () => setHeld((before) => before ?? { value: now })];
}
