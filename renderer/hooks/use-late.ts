// Whether something has taken long enough to be worth a word: nothing is shown for what is over in a blink.
import { useEffect, useState } from 'react';

/** ms */
const BLINK = 300;

/** True from 300 ms after `isWaiting` began until it ends. */
export function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), BLINK);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
