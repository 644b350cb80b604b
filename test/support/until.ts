// Waits for a state, never for a time: asks again until there is an answer or the deadline passes.

export type UntilOptions = {
  /** ms; how long the state may take at most. */
  readonly deadline?: number;
  /** Said in the error when the state never came, evaluated then. */
  readonly describe?: () => string;
};

const pause = 10;

/** Resolves with the first answer that is neither undefined, null nor false. Rejects when the deadline passes. */
export async function until<T>(
  ask: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  options: UntilOptions = {},
): Promise<T> {
  const { deadline = 10_000, describe } = options;
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`The state did not come within ${deadline} ms${describe ? `: ${describe()}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
