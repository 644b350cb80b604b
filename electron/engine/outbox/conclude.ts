// How an attempt is brought to its end in the ledger, for as long as that takes.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { TranscriptLine } from '../../contract/model/outbox';
import { copyKnowledge, copyTask } from '../../domain/sent-copy';
import type { Host } from '../rooms';
import { readFilesItself } from '../store/account-state';
import { saveCopy } from '../store/ledger';
import type { LedgerMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import type { Ending } from './outcome';
import { isDiskFailure, type Transitions } from './transitions';

/** ms between two tries to write down how an attempt ended. */
const diskPause = 2_000;

/** Somebody else has brought it to an end, or it is gone. */
const settledOtherwise: ReadonlySet<Failure['code']> = new Set(['not-possible-now', 'not-found']);

/** How an attempt ends in the ledger, which may be written together with the beginning of the next. */
export type Conclusion = {
  /** Whether it is written in the transaction that is under way, or was before. */
  readonly isWritten: () => boolean;
  /** It is durable, or the engine stops. Never rejects. */
  readonly done: Promise<void>;
};
export const nothingToConclude: Conclusion = { isWritten: () => true, done: Promise.resolve() };

export function mustBeWritten(before: Conclusion): void {
  if (!before.isWritten()) throw new Error('the outcome of the attempt before is not written');
}

/** An attempt that is over. */
type Concluded = {
  /** As it was when the attempt began. */
  readonly message: LedgerMessage;
  readonly account: Account;
  readonly transcript: () => readonly TranscriptLine[];
  /** Whether the next message went out with its dot: whose own mark then brings this outcome to the disk. */
  readonly isFollowed: () => boolean;
  /** Runs in the same transaction. `isPutOff`: it will be tried again. */
  readonly keepPatience: (isPutOff: boolean) => void;
  /** `stopping`: the engine stops and waits no longer. */
  readonly needs: { readonly store: Store; readonly host: Host; readonly transitions: Transitions; readonly stopping: AbortSignal };
};

/**
 * Writes down how it ended, and tries again until that is done: without this line an accepted message would only be known as one
 * that may have been sent. Where it is not the disk that refuses, something in what is written beside it is wrong, and it goes without.
 */
export function conclude({ message, account, transcript, isFollowed, keepPatience, needs }: Concluded, event: Ending): Conclusion {
  const { store, host, transitions, stopping } = needs;
  let isWritten = false;
  const notYet = (): void => {
    isWritten = false;
  };
  const write = async (): Promise<void> => {
    for (let isBare = false; ; ) {
      const applied = await transitions.applySoon(
        message.id,
        event,
        (after) => {
          if (!isBare) keepPatience(after.life.state === 'deferred');
          if (message.life.acceptedAt === null && after.life.acceptedAt !== null) requestCopy(after, account, store);
          isWritten = true;
        },
        { isPatient: isFollowed(), onRun: notYet, transcript: isBare ? null : transcript() },
      );
      if (applied.ok || settledOtherwise.has(applied.failure.code) || stopping.aborted) return;
      notYet();
      isBare ||= !isDiskFailure(applied.failure);
      await pause(diskPause, host, stopping);
    }
  };
  return { isWritten: () => isWritten, done: write() };
}

function pause(ms: number, { clock }: Host, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      callOff();
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.after(ms, end);
    stopping.addEventListener('abort', end, { once: true });
  });
}

/** The copy for Sent is a job of its own from here on. Runs in the caller's transaction. */
export function requestCopy({ id, life }: LedgerMessage, account: Account, store: Store): void {
  const acceptedAt = life.acceptedAt ?? 0;
  const task = copyTask(copyKnowledge(account, readFilesItself(store, account.id)), acceptedAt, acceptedAt);
  if (task !== 'none') saveCopy(store, id, { state: 'pending', failure: null, attempts: 0, notBefore: null });
}
