// What the coach says of one kind of failure.
export type AdviceWords = {
  /** A short sentence without its full stop. */
  readonly title: string;
  /** Why it happens, in one or two sentences. */
  readonly cause: string;
  /** What the person can do, in one or two sentences. */
  readonly todo: string;
};

export const advice = (title: string, cause: string, todo: string): AdviceWords => ({ title, cause, todo });
