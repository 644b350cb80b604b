// Paces what is read anew for whoever watches: the first change at once, then with rests, the last word never left out.
import type { Clock } from './rooms';

/** ms that a rest lasts at least, and at most. */
const most = 1_000;
/** A rest is this many times as long as the work before it took, so that a long list costs no more of the processor than a short one. */
const share = 20;

export type Pace = { readonly ring: () => void; readonly stop: () => void };

/** Runs `work` at the first ring; after that it rests for `least` ms or longer, and runs once more if it was rung meanwhile. */
export function createPace(clock: Clock, least: number, work: () => void): Pace {
  let isResting = false;
  let isRung = false;
  let isStopped = false;
  let callOff: () => void = () => undefined;
  const go = (): void => {
    isResting = true;
    isRung = false;
    const started = performance.now();
    work();
    if (isStopped) return;
    callOff = clock.after(Math.min(most, Math.max(least, (performance.now() - started) * share)), () => {
      isResting = false;
      if (isRung && !isStopped) go();
    });
  };
  return {
    ring() {
      if (isStopped) return;
      if (isResting) isRung = true;
      else go();
    },
    stop() {
      isStopped = true;
      callOff();
    },
  };
}
