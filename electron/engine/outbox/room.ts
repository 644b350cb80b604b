// The outbox room: puts the ledger, the runner, the copies and the person's calls together.

import { succeed } from '../../contract/failure';
import type { Settings, Status } from '../../contract/model/status';
import { accountOfLane } from '../../domain/identities/identity';
import type { Features } from '../../domain/smtp-reply';
import type { Announced } from '../accounts/announced';
import { withLanes } from '../accounts/book';
import type { SizeLimits } from '../accounts/size-limits';
import type { ComposeRoom } from '../compose/room';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import type { SentCopies } from '../sent/copies';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { countWaiting } from '../store/queue';
import { readTranscript } from '../store/story';
import { countMissed, nextTimeOf } from '../store/timed';
import { createCopyRunner } from './copy';
import { createCourtesy } from './courtesy';
import { createEnqueue } from './enqueue';
import { createHeldBack } from './held-back';
import { createHousekeeping } from './housekeeping';
import { createLive } from './live';
import { withLostWays } from './lost-ways';
import { createMoving } from './move';
import { createPauses } from './pauses';
import { createPersonCalls } from './person';
import { createRecovery } from './recover';
import { createRunner } from './runner';
import { createSendToRefused } from './send-to-refused';
import { createSessions } from './sessions';
import { createSettling } from './settle';
import { createStopFirst } from './stop-first';
import { createTimetable } from './timetable';
import { createTimingCalls } from './timing-calls';
import { createTransitions } from './transitions';
import { createViews } from './views';

export type OutboxRoom = {
  readonly calls: Pick<
    CallHandlers,
    | 'outbox.enqueue'
    | 'outbox.retry'
    | 'outbox.cancel'
    | 'outbox.edit'
    | 'outbox.settle'
    | 'outbox.checkSent'
    | 'outbox.retryCopy'
    | 'outbox.schedule'
    | 'outbox.keep'
    | 'outbox.stepBack'
    | 'outbox.move'
    | 'outbox.sendToRefused'
    | 'outbox.transcript'
    | 'outbox.brief'
    | 'outbox.missed'
    | 'accounts.waiting'
    | 'accounts.resume'
  >;
  readonly queries: Pick<QueryHandlers, 'outbox.list' | 'outbox.page' | 'outbox.accounts' | 'outbox.entry'>;
  readonly counts: () => Omit<Status, 'drafts'>;
  readonly setOnline: (isOnline: boolean) => void;
  readonly setWhenMissed: (what: Settings['whenMissed']) => void;
  readonly releaseHeld: (as: 'send' | 'keep') => void;
  /** The computer woke up. */
  readonly resumed: () => void;
  readonly stop: () => Promise<void>;
};

export type OutboxNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly compose: Pick<ComposeRoom, 'freeze' | 'closeDraft' | 'takeBack'>;
  readonly practice: Pick<PracticeRoom, 'server'>;
  readonly sizeLimits: Pick<SizeLimits, 'of' | 'remember'>;
  readonly announced: Pick<Announced, 'remember'>;
};

export function createOutboxRoom(needs: OutboxNeeds): OutboxRoom {
  const { store, bell, host, accounts, compose, practice, sizeLimits, announced } = needs;
  // Each server that letters go through has a queue, a sign-in and a pause of its own.
  const waysOut = withLanes(accounts);
  const everSentBy = withLostWays(waysOut, store);
  const transitions = createTransitions({ store, bell, host });
  const heldBack = createHeldBack(store.profile);
  const courtesy = createCourtesy(host.clock);
  const recovery = createRecovery({
    store,
    clock: host.clock,
    transitions,
    heldBack,
    onDone() {
      timetable.look();
      runner.wake();
    },
  });
  const pauses = createPauses({ store, bell, host, accounts: waysOut });
  const live = createLive(host.clock, transitions.touched);
  const onFeatures = (accountId: string, features: Features): void => {
    sizeLimits.remember(accountId, features.sizeLimit);
    announced.remember(accountId, features);
  };
  const sessions = createSessions({ host, practice, onFeatures });
  const copies = createLazyCopies(host);
  const runner = createRunner({
    store,
    host,
    accounts: waysOut,
    transitions,
    pauses,
    live,
    sessions,
    recovery,
    heldBack,
    courtesy,
    onConcluded(accountId) {
      copyRunner.wake(accountId);
      if (transitions.count('uncertain') > 0) settling.wake();
    },
  });
  const copyRunner = createCopyRunner({
    store,
    host,
    bell,
    accounts: everSentBy,
    transitions,
    copies: copies.get,
    isOnline: runner.isOnline,
  });
  const settling = createSettling({ store, host, accounts: everSentBy, transitions, runner, copyRunner, copies: copies.get });
  const timetable = createTimetable({ store, host, transitions, runner, recovery });
  const enqueue = createEnqueue({ store, host, accounts, compose, transitions, sizeLimits });
  const stopFirst = createStopFirst({ store, host, transitions, runner, heldBack });
  timetable.look();
  const housekeeping = createHousekeeping({ store, clock: host.clock, accounts, isBusy: () => transitions.count('sending') > 0 });

  const views = createViews({ store, bell, clock: host.clock, live, heldBack, runner, accounts: waysOut });

  /** Nothing when the disk refuses: the status line is no place to fail. */
  const timed = (): Pick<Status, 'nextScheduledAt' | 'missed'> => {
    const isScheduled = transitions.count('scheduled') > 0;
    const hasKept = transitions.count('kept') > 0;
    const read = onDisk(
      () => ({
        nextScheduledAt: isScheduled ? nextTimeOf(store, 'scheduled', 0) : null,
        missed: hasKept ? countMissed(store) : 0,
      }),
      store.profile,
    );
    return read.ok ? read.value : { nextScheduledAt: null, missed: 0 };
  };

  return {
    calls: {
      ...views.calls,
      ...createPersonCalls({ store, host, compose, transitions, runner, pauses, copyRunner, settling, stopFirst }),
      ...createTimingCalls({ store, host, transitions, runner, pauses, timetable, stopFirst }),
      ...createMoving({ store, host, accounts, transitions, runner, timetable, stopFirst, sizeLimits }),
      'outbox.sendToRefused': createSendToRefused({ store, host, accounts, transitions, runner, pauses }),
      async 'outbox.enqueue'(input) {
        const entered = await enqueue(input);
        if (!entered.ok) return entered;
        runner.wake(entered.value.accountId);
        if (input.when !== undefined && input.when.kind !== 'now') timetable.look();
        return succeed({ id: entered.value.id });
      },
      'outbox.stepBack'() {
        courtesy.stepBack();
        return succeed(null);
      },
      'outbox.transcript': ({ id, number }) => onDisk(() => readTranscript(store, id, number), store.profile),
      'accounts.waiting'({ accountId }) {
        const ways = waysOut.all().filter(({ id }) => accountOfLane(id) === accountId);
        return onDisk(() => ({ waiting: ways.reduce((sum, { id }) => sum + countWaiting(store, id), 0) }), store.profile);
      },
      'accounts.resume'({ accountId }) {
        pauses.lift(accountId);
        sessions.drop(accountId);
        runner.hurry(accountId);
        runner.wake(accountId);
        copyRunner.hurry(accountId);
        return succeed(null);
      },
    },
    queries: views.queries,
    counts: () => ({
      isOnline: runner.isOnline(),
      waiting: transitions.count('held', 'scheduled', 'queued', 'deferred'),
      sending: transitions.count('sending'),
      held: transitions.count('held'),
      scheduled: transitions.count('scheduled'),
      ...timed(),
      needsYou: transitions.count('failed', 'uncertain', 'kept'),
      paused: pauses.all(),
    }),
    setOnline(isOnline) {
      runner.setOnline(isOnline);
      copyRunner.wake();
      settling.wake();
      bell.ring('network');
    },
    setWhenMissed: timetable.setWhenMissed,
    releaseHeld: timetable.releaseHeld,
    resumed() {
      runner.refresh();
      timetable.look();
      copyRunner.wake();
      settling.wake();
    },
    async stop() {
      recovery.stop();
      housekeeping.stop();
      const releasing = timetable.stop();
      settling.stop();
      copyRunner.stop();
      await Promise.all([releasing, runner.stop(), copies.stop()]);
      heldBack.close();
    },
  };
}

/** IMAP is read when the first copy or search needs it. */
function createLazyCopies(host: Host): { readonly get: () => Promise<SentCopies>; readonly stop: () => Promise<void> } {
  let made: Promise<SentCopies> | null = null;
  const make = async (): Promise<SentCopies> => (await import('../sent/copies')).createSentCopies({ host });
  return {
    get() {
      made ??= make();
      return made;
    },
    stop: async () => (await made)?.stop(),
  };
}
