// Nothing is told outside of the engine before the state that it was read from is on the disk.
import type { Result } from '../contract/failure';
import type { Store } from './store/open';

type Synced = Pick<Store, 'whenSynced'>;

/** The answer of a call, when what it may speak of is on the disk. */
export const heldAnswer = <T>(store: Synced, answer: Result<T>): Promise<Result<T>> =>
  new Promise((resolve) => store.whenSynced((failure) => resolve(failure ?? answer)));

/** A watch whose values are pushed in their order, each when it is on the disk. One that has ended pushes nothing more. */
export function heldWatch<T>(store: Synced, watch: (push: (value: T) => void) => () => void, push: (value: T) => void): () => void {
  let isOver = false;
  const end = watch((value) => store.whenSynced((failure) => void (failure === null && !isOver && push(value))));
  return () => {
    isOver = true;
    end();
  };
}
