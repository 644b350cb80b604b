// The first thing at a start: nothing is being sent any more, whatever the ledger says. One pass over what was under way.
import { onDisk } from '../store/disk-failure';
import { closeCutAttempt } from '../store/ledger';
import type { Store } from '../store/open';
import { messagesInSending } from '../store/queue';
import type { Transitions } from './transitions';

/**
 * With the mark before the final dot a message may have been sent, without it it waits again; what was being sent in three
 * ends of the engine in a row is kept aside. A disk that refuses leaves a message as it is, and nothing sends it.
 */
export function recover(store: Store, now: number, transitions: Transitions): void {
  const underWay = onDisk(() => messagesInSending(store), store.profile);
  for (const id of underWay.ok ? underWay.value : []) {
    transitions.apply(id, { kind: 'engine-ended', at: now }, () => closeCutAttempt(store, id, now));
  }
}
