// Work with an end: its own, that of our patience, or the person's.
import { fail, type Result } from '../../contract/failure';

/** Settles with the first of: the work, the end of patience, the calling-off. `stop` ends the work that lost. */
export async function within<T>(
  work: Promise<Result<T>>,
  ms: number,
  late: () => Result<T>,
  signal: AbortSignal,
  stop: () => void = () => undefined,
): Promise<Result<T>> {
  if (signal.aborted) {
    stop();
    return fail('cancelled');
  }
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const other = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms);
    onAbort = () => resolve(fail('cancelled'));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  const first = await Promise.race([work, other]);
  clearTimeout(timer);
  if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  if (!first.ok) stop();
  return first;
}
