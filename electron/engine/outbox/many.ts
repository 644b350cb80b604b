// What the person does to many messages at once, without holding up the window or the mail that is on its way.
import { type Failure, type Result, succeed } from '../../contract/failure';
import type { LedgerMessage } from '../store/ledger';

/** ms of work between two turns of the event loop: each step waits for the disk. */
const turn = 20;

/**
 * Does it for each. A failure only when none could be done: then the first one's. `doneWith` gets the accounts of those that
 * were done.
 */
export async function doMany(
  ids: readonly string[],
  work: (id: string) => Promise<Result<LedgerMessage>> | Result<LedgerMessage>,
  doneWith: (accountIds: ReadonlySet<string>) => void = () => undefined,
): Promise<Result<null>> {
  const accountIds = new Set<string>();
  let first: Failure | null = null;
  let done = 0;
  let since = performance.now();
  for (const id of ids) {
    if (performance.now() - since > turn) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    const result = await work(id);
    if (result.ok) {
      done += 1;
      accountIds.add(result.value.accountId);
    } else first ??= result.failure;
  }
  doneWith(accountIds);
  return first !== null && done === 0 ? { ok: false, failure: first } : succeed(null);
}
