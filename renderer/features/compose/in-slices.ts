// Long work in slices of some milliseconds, done while the page has nothing else to do: a key never waits for it.

/** ms: a page that is never idle goes on all the same. */
const AT_LATEST = 1000;
/** ms at a time: as much as a key may wait in vain. */
const SLICE = 2;

export const idle = (): Promise<void> => new Promise((resolve) => void requestIdleCallback(() => resolve(), { timeout: AT_LATEST }));

/** Does the work for each; false: `isStill` was false after a pause, and the rest was left. */
export async function inSlices<T>(all: Iterable<T>, isStill: () => boolean, work: (one: T) => void): Promise<boolean> {
  let since = performance.now();
  for (const one of all) {
    work(one);
    if (performance.now() - since < SLICE) continue;
    await idle();
    if (!isStill()) return false;
    since = performance.now();
  }
  return true;
}
