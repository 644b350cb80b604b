// Who waits for what, and what wakes them: the network, the accounts, the person. The sending itself is each account's lane.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { isLoopback } from '../../domain/loopback';
import type { Accounts } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { hurryMessages, waitingAccounts, waitingMessages } from '../store/queue';
import type { AttemptNeeds } from './attempt';
import type { Courtesy } from './courtesy';
import { createGate } from './gate';
import { createLane, type Lane } from './lane';
import { doMany } from './many';
import type { Pauses } from './pauses';
import type { Recovery } from './recover';

export type Obstacle = {
  readonly failure: Failure;
  /** When it is tried again, ms since 1970; null: when something changes. */
  readonly until: number | null;
};

export type Runner = {
  /** Looks whether something of this account, or of any, can go now. */
  readonly wake: (accountId?: string) => void;
  /** Forgets why an account's server could not be used: the person asks for a try now. */
  readonly hurry: (accountId: string) => void;
  /** The network came back, or the computer woke: connections are dead, and what waits for them goes now. */
  readonly refresh: () => void;
  readonly setOnline: (isOnline: boolean) => void;
  readonly isOnline: () => boolean;
  /** Why nothing of this account goes at the moment; null: nothing is in the way. */
  readonly obstacle: (accountId: string) => Obstacle | null;
  /** Calls off the message's attempt, up to the final dot; `then` runs when it is over, before anything else can start. */
  readonly callOff: (id: string, then: () => void) => Promise<void>;
  /** Ends everything that can be ended; what is behind its final dot gets some seconds for its answer. */
  readonly stop: () => Promise<void>;
};

/** ms to wait for answers when the engine stops. */
const stopPatience = 10_000;
/** What a new network mends. */
const networkCodes = [
  'offline',
  'dns-failed',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
  'connection-lost',
  'not-mail-server',
] as const;

export type RunnerNeeds = Omit<AttemptNeeds, 'stopping'> & {
  readonly accounts: Accounts;
  readonly recovery: Pick<Recovery, 'isDone' | 'add'>;
  readonly courtesy: Pick<Courtesy, 'turn'>;
  readonly pauses: Pauses /** An attempt was concluded. */;
  readonly onConcluded: (accountId: string) => void;
};

export function createRunner(needs: RunnerNeeds): Runner {
  const { store, host, accounts, pauses, transitions, sessions } = needs;
  const { clock } = host;
  const lanes = new Map<string, Lane>();
  /** Accounts whose waiting messages are being kept right now. */
  const orphaned = new Set<string>();
  const gate = createGate();
  const stopping = new AbortController();
  let isOnline = true;
  let isStopped = false;

  const laneOf = (accountId: string): Lane => {
    const known = lanes.get(accountId);
    if (known !== undefined) return known;
    const lane = createLane(accountId, { ...needs, stopping: stopping.signal, gate, mayGo, onConcluded, isOutdated, onOutdated });
    lanes.set(accountId, lane);
    return lane;
  };
  const isCutOff = (account: Account): boolean => !isOnline && !isLocal(account);
  /** The account as it is now, if anything of it may be tried. */
  const mayGo = (accountId: string): Account | null => {
    const account = accounts.find(accountId);
    return isStopped || !needs.recovery.isDone() || account === null || pauses.of(accountId) !== null || isCutOff(account) ? null : account;
  };
  const onConcluded = (accountId: string): void => {
    needs.onConcluded(accountId);
    if (accounts.find(accountId) === null) orphan(accountId);
  };

  const isOutdated = (used: Account): boolean => {
    const now = accounts.find(used.id);
    return now !== null && settingsOf(now) !== settingsOf(used);
  };
  const onOutdated = (accountId: string): void => {
    ease(accountId);
    laneOf(accountId).pump();
  };

  /** The account is gone: what waits on it is kept for the person to decide. */
  const orphan = (accountId: string): void => {
    if (orphaned.has(accountId)) return;
    const waiting = onDisk(() => waitingMessages(store, accountId), store.profile);
    if (!waiting.ok || waiting.value.length === 0) return;
    orphaned.add(accountId);
    void doMany(waiting.value, (id) => transitions.applySoon(id, { kind: 'account-gone', at: clock.now() })).then(() =>
      orphaned.delete(accountId),
    );
  };

  const ease = (accountId: string): void => {
    laneOf(accountId).ease();
    onDisk(() => store.write(() => hurryMessages(store, accountId, networkCodes)), store.profile);
  };

  const wakeAll = (): void => {
    for (const { id } of accounts.all()) laneOf(id).pump();
  };

  const refresh = (): void => {
    sessions.drop();
    for (const account of accounts.all()) if (!isLocal(account)) ease(account.id);
    // What hangs on a dead connection begins anew; this computer's own servers have not gone anywhere.
    for (const [accountId, lane] of lanes) {
      const account = accounts.find(accountId);
      if (account === null || !isLocal(account)) lane.abort();
    }
    wakeAll();
  };

  watchAccounts(accounts, {
    onChanged(accountId) {
      sessions.drop(accountId);
      pauses.lift(accountId);
      laneOf(accountId).abort(); // what hangs on the old settings goes with the new ones
      ease(accountId);
    },
    onGone(accountId) {
      sessions.drop(accountId);
      pauses.forget(accountId);
      laneOf(accountId).ease(); // an account put back later starts afresh
      laneOf(accountId).abort();
    },
    onSettled() {
      const waiting = onDisk(() => waitingAccounts(store), store.profile);
      for (const accountId of waiting.ok ? waiting.value : []) if (accounts.find(accountId) === null) orphan(accountId);
      wakeAll();
    },
  });

  return {
    wake: (accountId) => (accountId === undefined ? wakeAll() : laneOf(accountId).pump()),
    hurry: (accountId) => laneOf(accountId).ease(),
    refresh,
    setOnline(next) {
      const isBack = next && !isOnline;
      isOnline = next;
      if (isBack) refresh();
    },
    isOnline: () => isOnline,
    obstacle(accountId) {
      const account = accounts.find(accountId);
      if (account === null) return { failure: { code: 'account-missing' }, until: null };
      const paused = pauses.of(accountId);
      if (paused !== null) return { failure: paused, until: null };
      if (isCutOff(account)) return { failure: { code: 'offline', host: account.smtp.host, port: account.smtp.port }, until: null };
      return laneOf(accountId).obstacle();
    },
    async callOff(id, then) {
      for (const lane of lanes.values()) if (lane.isHandling(id)) return lane.callOff(id, then);
    },
    async stop() {
      isStopped = true;
      const all = [...lanes.values()];
      for (const lane of all) lane.abort();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        Promise.all(all.map((lane) => lane.stop())),
        new Promise((resolve) => (timer = setTimeout(resolve, stopPatience))),
      ]);
      clearTimeout(timer);
      stopping.abort();
      await sessions.stop();
    },
  };
}

/** What another server, or another sign-in, is told by. */
const settingsOf = ({ address, smtp, imap, provider }: Account): string => JSON.stringify([address, smtp, imap, provider]);

const isLocal = (account: Account): boolean => account.provider === 'practice' || isLoopback(account.smtp.host);

type AccountEvents = {
  readonly onChanged: (accountId: string) => void;
  readonly onGone: (accountId: string) => void;
  readonly onSettled: () => void;
};

/** Tells what became of each account. Before the shell has told the accounts for the first time, none of them is gone. */
function watchAccounts(accounts: Accounts, events: AccountEvents): void {
  let known = new Map<string, string>();
  accounts.watch(() => {
    const now = new Map(accounts.all().map((account) => [account.id, settingsOf(account)]));
    for (const [id, text] of now) if (known.has(id) && known.get(id) !== text) events.onChanged(id);
    for (const id of known.keys()) if (!now.has(id)) events.onGone(id);
    known = now;
    events.onSettled();
  });
}
