// The mark of a final dot that was set with the beginning of its attempt, while the server worked on the message before.
import { type Result, succeed } from '../../contract/failure';
import type { Store } from '../store/open';
import type { Hold } from './held-back';

export type AheadMark = {
  /** Whether its dot has been held back all the time. */
  readonly isHeld: () => boolean;
  /** Whether the mark is on the disk, once that is known. A failure: the dot may not go. */
  readonly isKept: () => Promise<Result<null>>;
  /** The dot goes, at this time. Throws where that can't be noted down: then it must not. */
  readonly letGo: (at: number) => void;
  /** When its dot went; null: it did not. */
  readonly dotAt: () => number | null;
};

export function createAheadMark(hold: Hold, durable: Promise<Result<unknown>>, store: Pick<Store, 'whenSynced'>): AheadMark {
  let dotAt: number | null = null;
  let isDurable = false;
  void durable.then(() => {
    isDurable = true;
  });
  return {
    isHeld: () => dotAt === null,
    async isKept() {
      if (!isDurable) store.whenSynced(() => undefined); // somebody waits now
      const kept = await durable;
      return kept.ok ? succeed(null) : kept;
    },
    letGo(at) {
      hold.release();
      dotAt = at;
    },
    dotAt: () => dotAt,
  };
}

/** Runs `work` in a commit that nobody waits for, and answers when it is written; whoever was told of the same commit has had his turn by then. */
export const committed = (store: Pick<Store, 'commit'>, work: () => void): Promise<Result<null>> =>
  new Promise((resolve) => {
    const onWritten = (written: Result<void>): void =>
      // A tick that a promise's turn asks for comes when no promise has a turn left.
      queueMicrotask(() => process.nextTick(() => resolve(written.ok ? succeed(null) : written)));
    void store.commit(work, { onWritten, isPatient: true });
  });
