// When it leaves, as the person says: now, at a time, or not before they say so.
import { fail } from '../../contract/failure';
import { isTimeToLeave } from '../../domain/leaving';
import type { CallHandlers, Host } from '../rooms';
import type { Store } from '../store/open';
import { saveZone } from '../store/timed';
import { doMany } from './many';
import type { Pauses } from './pauses';
import type { Runner } from './runner';
import type { StopFirst } from './stop-first';
import type { Timetable } from './timetable';
import type { Transitions } from './transitions';

export type TimingNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'hurry' | 'wake'>;
  readonly pauses: Pick<Pauses, 'lift'>;
  readonly timetable: Pick<Timetable, 'look'>;
  readonly stopFirst: StopFirst;
};

export function createTimingCalls(needs: TimingNeeds): Pick<CallHandlers, 'outbox.retry' | 'outbox.schedule' | 'outbox.keep'> {
  const { store, host, transitions, runner, pauses, timetable, stopFirst } = needs;
  return {
    'outbox.retry': ({ ids }) =>
      doMany(
        ids,
        (id) => transitions.applySoon(id, { kind: 'retry', at: host.clock.now() }),
        (accountIds) => {
          for (const accountId of accountIds) goNow(accountId, { runner, pauses });
        },
      ),
    'outbox.schedule'({ ids, at, zone }) {
      if (!isTimeToLeave(at, zone, host.clock.now())) return fail('invalid-input', { detail: 'no such time' });
      return doMany(
        ids,
        (id) =>
          stopFirst(
            id,
            (now) => ({ kind: 'schedule', at: now, until: at }),
            (after) => saveZone(store, after.id, zone),
          ),
        timetable.look,
      );
    },
    'outbox.keep': ({ ids }) => doMany(ids, (id) => stopFirst(id, (at) => ({ kind: 'keep', at }))),
  };
}

/** Whoever asks for a try now has a reason to: what stood in the account's way is forgotten. */
export function goNow(accountId: string, { runner, pauses }: Pick<TimingNeeds, 'runner' | 'pauses'>): void {
  pauses.lift(accountId);
  runner.hurry(accountId);
  runner.wake(accountId);
}
