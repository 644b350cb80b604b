// Nothing is told outside of the engine before the state that it was read from is on the disk.
import type { Result } from '../contract/failure';
import type { Store } from './store/open';

type Synced = Pick<Store, 'whenSynced'>;

/** The answer of a call, when what it may speak of is on the disk. */
export const heldAnswer = <T>(store: Synced, answer: Result<T>): Promise<Result<T>> =>
  new Promise((resolve) => store.whenSynced((failure) => resolve(failure ?? answer)));

/** ms after which a disk that failed is asked again. */
const pause = 1_000;

/**
 * A watch whose values are pushed in their order, each when it is on the disk. One that has ended pushes nothing more. A value that the
 * disk may have lost is told to nobody: the watch begins anew a moment later, with what is there then.
 */
export function heldWatch<T>(store: Synced, watch: (push: (value: T) => void) => () => void, push: (value: T) => void): () => void {
  let isOver = false;
  let again: NodeJS.Timeout | undefined;
  const startAgain = (): void => {
    again = undefined;
    end();
    end = begin();
  };
  const begin = (): (() => void) =>
    watch((value) =>
      store.whenSynced((failure) => {
        if (isOver) return;
        if (failure === null) push(value);
        else again ??= setTimeout(startAgain, pause).unref(); // an engine that ends does not wait for it
      }),
    );
  let end = begin();
  return () => {
    isOver = true;
    clearTimeout(again);
    end();
  };
}
