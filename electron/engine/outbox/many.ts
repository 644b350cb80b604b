// What the person does to many messages at once, without holding up the window or the mail that is on its way.
import { type Failure, type Result, succeed } from '../../contract/failure';
import type { LedgerMessage } from '../store/ledger-message';

/** Messages that are done in one turn of the event loop, and so in one commit: the window and the mail get theirs in between. */
const together = 200;

type Work = (id: string) => Promise<Result<LedgerMessage>>;

/**
 * Does it for each. `work` writes with `Transitions.applySoon` or `Store.commit`: what is begun in the same turn is one commit.
 * A failure only when none could be done: then the first one's. `doneWith` gets the accounts of those that were done.
 */
export async function doMany(
  ids: readonly string[],
  work: Work,
  doneWith: (accountIds: ReadonlySet<string>) => void = () => undefined,
  most = together,
): Promise<Result<null>> {
  const accountIds = new Set<string>();
  let first: Failure | null = null;
  let done = 0;
  for (let begin = 0; begin < ids.length; begin += most) {
    for (const result of await Promise.all(ids.slice(begin, begin + most).map(work))) {
      if (result.ok) {
        done += 1;
        accountIds.add(result.value.accountId);
      } else first ??= result.failure;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  doneWith(accountIds);
  return first !== null && done === 0 ? { ok: false, failure: first } : succeed(null);
}
