// Cuts a stream of bytes into lines, and gives them out one after the other, even when the receiver takes its time.

export type LineReader = {
  readonly push: (bytes: Buffer) => void;
  /** Resolves when every line given so far has been dealt with; bytes without a line end are given out then, too. */
  readonly settled: () => Promise<void>;
};

const lineFeed = 10;

/** `onLine` gets each line with its line end; the next one waits until its promise is fulfilled. */
export function createLineReader(onLine: (line: Buffer) => Promise<void> | void): LineReader {
  let rest: Buffer = Buffer.alloc(0);
  // A plain queue, worked off synchronously where the receiver allows it: what happens at one line
  // (an upgrade to TLS) must be in force before the next bytes arrive.
  const queue: Buffer[] = [];
  let isBusy = false;
  let whenIdle: (() => void)[] = [];

  const work = (): void => {
    while (!isBusy) {
      const line = queue.shift();
      if (line === undefined) {
        for (const tell of whenIdle) tell();
        whenIdle = [];
        return;
      }
      const done = onLine(line);
      if (done === undefined) continue;
      isBusy = true;
      const goOn = (): void => {
        isBusy = false;
        work();
      };
      done.then(goOn, goOn);
    }
  };

  return {
    push(bytes) {
      let start = 0;
      for (;;) {
        const end = bytes.indexOf(lineFeed, start);
        if (end < 0) break;
        const line = bytes.subarray(start, end + 1);
        queue.push(rest.length === 0 ? line : Buffer.concat([rest, line]));
        rest = Buffer.alloc(0);
        start = end + 1;
      }
      if (start < bytes.length) rest = rest.length === 0 ? bytes.subarray(start) : Buffer.concat([rest, bytes.subarray(start)]);
      work();
    },
    settled: () =>
      new Promise((resolve) => {
        if (rest.length > 0) queue.push(rest);
        rest = Buffer.alloc(0);
        whenIdle.push(resolve);
        work();
      }),
  };
}
