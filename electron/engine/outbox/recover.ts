// The first thing at a start: nothing is being sent any more, whatever the ledger says. One pass over what was under way.
import { longestHold } from '../../domain/leaving';
import { onDisk } from '../store/disk-failure';
import { closeCutAttempt } from '../store/ledger';
import type { Store } from '../store/open';
import { messagesInSending } from '../store/queue';
import { timedBetween } from '../store/timed';
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
  // Nobody could call back what was inside its undo time when the program ended: the time begins anew.
  const held = onDisk(() => timedBetween(store, 'held', 0, Number.MAX_SAFE_INTEGER, mostHeld), store.profile);
  for (const { id, hold } of held.ok ? held.value : []) {
    transitions.apply(id, { kind: 'hold-again', at: now, until: now + (hold ?? longestHold) });
  }
}

/** A person has a few letters inside their undo time; more than this are left to their old time. */
const mostHeld = 1000;
