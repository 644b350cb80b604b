// The computer's own clock.
import type { Clock } from './rooms';

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    // Node's timers hold 31 bits; anything longer is looked at again after that.
    const timer = setTimeout(work, Math.min(ms, 2_147_483_647));
    return () => clearTimeout(timer);
  },
};
