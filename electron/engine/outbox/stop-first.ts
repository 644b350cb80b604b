// Steps that a message can only take while nothing of it is under way: the attempt is called off first.
import { fail, type Result } from '../../contract/failure';
import type { OutboxEvent } from '../../domain/outbox/events';
import type { Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import type { HeldBack } from './held-back';
import type { Runner } from './runner';
import type { Transitions } from './transitions';

/**
 * Applies an event, in one commit with others of this turn. What is being sent is called off, which succeeds up to its final
 * dot: behind it the answer is `not-possible-now`. `also` runs in the same transaction. Failures: those of `Transitions.apply`.
 */
export type StopFirst = (
  id: string,
  event: (at: number) => OutboxEvent,
  also?: (after: LedgerMessage) => void,
) => Promise<Result<LedgerMessage>>;

export type StopFirstNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'callOff'>;
  readonly heldBack: Pick<HeldBack, 'dotOf'>;
};

export function createStopFirst({ store, host, transitions, runner, heldBack }: StopFirstNeeds): StopFirst {
  return async (id, event, also) => {
    const apply = (): Promise<Result<LedgerMessage>> => transitions.applySoon(id, event(host.clock.now()), also);
    const first = await apply();
    if (first.ok || first.failure.code !== 'not-possible-now') return first;
    const read = onDisk(() => readMessage(store, id), store.profile);
    if (!read.ok) return read;
    if (read.value === null) return fail('not-found');
    const { state, dotAt } = read.value.life;
    if (state !== 'sending') return apply(); // its attempt may have ended while we waited for the disk
    // Behind its final dot a message can't be called off, and the server's answer may take ten minutes.
    if (heldBack.dotOf({ id, dotAt }) !== null) return first;
    let applied: Result<LedgerMessage> | null = null;
    await runner.callOff(id, () => {
      applied = transitions.apply(id, event(host.clock.now()), also); // at once: the next attempt would be as quick
    });
    return applied ?? apply();
  };
}
