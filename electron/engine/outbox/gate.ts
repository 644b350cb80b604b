// What was being sent when the engine ended goes alone the next time: what brings it down again is then known, and takes nobody along.

export type Gate = {
  /** Lets one in; `isSuspect`: when nobody else is inside, and nobody before it has left. The function is called when it leaves. */
  readonly enter: (isSuspect: boolean) => Promise<() => void>;
};

type Waiting = { readonly isSuspect: boolean; readonly enter: () => void };

/** For all accounts of an engine: they end together. Whoever comes first goes first, so that nobody waits for ever. */
export function createGate(): Gate {
  const waiting: Waiting[] = [];
  let inside = 0;
  let isAlone = false;
  const open = (): void => {
    for (let first = waiting[0]; first !== undefined && (first.isSuspect ? inside === 0 : !isAlone); first = waiting[0]) {
      waiting.shift();
      inside += 1;
      isAlone = first.isSuspect;
      first.enter();
    }
  };
  const leave = (): void => {
    inside -= 1;
    isAlone = false;
    open();
  };
  return {
    enter: (isSuspect) =>
      new Promise((resolve) => {
        waiting.push({ isSuspect, enter: () => resolve(leave) });
        open();
      }),
  };
}
