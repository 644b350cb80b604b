// What a person reads of a failure: a sentence that says what happened, and one that says what to do.
import type { Failure, FailureCode } from '../../electron/contract/failure';

export type FailureSentences = {
  /** What happened, in one or two short sentences. */
  readonly says: (about: Failure) => string;
  /** What to do about it; empty when there is nothing to do. */
  readonly remedy: (about: Failure) => string;
};
export type FailureWords = Readonly<Record<FailureCode, FailureSentences>>;

/** The two sentences; plain text where they need no facts. */
export function sentences(
  says: string | ((about: Failure) => string),
  remedy: string | ((about: Failure) => string) = '',
): FailureSentences {
  return { says: typeof says === 'string' ? () => says : says, remedy: typeof remedy === 'string' ? () => remedy : remedy };
}
