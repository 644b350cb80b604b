// The engine as a command uses it: its own, or that of the program which runs already.
import type { CallInput, CallName, CallOutput, QueryInput, QueryName, QueryOutput } from '../contract/api';
import type { Result } from '../contract/failure';

export type Link = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  /** The first value that the predicate accepts, or the failure that ended the query. */
  readonly until: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    isEnough: (value: QueryOutput<N>) => boolean,
  ) => Promise<Result<QueryOutput<N>>>;
  readonly close: () => Promise<void>;
};

type Watch = (push: (result: Result<unknown>) => void) => () => void;

/** Watches until the value is enough. */
export function untilEnough<T>(watch: Watch, isEnough: (value: T) => boolean): Promise<Result<T>> {
  return new Promise((resolve) => {
    let end: (() => void) | null = null;
    let isOver = false;
    const stop = watch((result) => {
      if (isOver) return;
      const typed = result as Result<T>;
      if (typed.ok && !isEnough(typed.value)) return;
      isOver = true;
      end?.();
      resolve(typed);
    });
    end = stop;
    if (isOver) stop();
  });
}
