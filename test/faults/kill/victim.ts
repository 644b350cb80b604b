// One profile, and engine processes on it one after the other, each of which is killed.
import type { CallInput, CallName, CallOutput } from '../../../electron/contract/api';
import type { Status } from '../../../electron/contract/model/status';
import { type ForkedEngine, type ForkedEngineOptions, forkEngine, Unusable } from '../../support/forked-engine';
import { relayAccount } from '../../support/letters';

/** The engine ended before it answered. */
export class Gone extends Error {}
/** Something that must never be. */
export class Violation extends Error {}

export type Victim = {
  readonly accountId: string;
  /**
   * Starts an engine and lets it work; null: it was killed before it was ready. `atFork` gets the way to kill it.
   * `mayBeLeft`: its disk refuses, so that what was left in `sending` may still be.
   */
  readonly start: (
    atFork?: (kill: () => void) => void,
    through?: ForkedEngineOptions['through'],
    mayBeLeft?: boolean,
  ) => Promise<ForkedEngine | null>;
  /** The engine that is at work, as soon as there is one. */
  readonly working: () => Promise<ForkedEngine>;
  /** The value of a call to this engine. Throws `Gone` when it ends first, `Violation` when it answers with a failure. */
  readonly call: <N extends CallName>(engine: ForkedEngine, name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Told of each call as it is made. */
  readonly watchCalls: (listener: ((name: CallName) => void) | null) => void;
};

const orGone = <T>(engine: ForkedEngine, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    engine.ended.then((): never => {
      throw new Gone();
    }),
  ]);

const firstStatus = (engine: ForkedEngine): Promise<Status> =>
  new Promise((resolve) => {
    const end = engine.watch('status', {}, (result) => {
      if (result.ok) resolve(result.value);
      queueMicrotask(() => end());
    });
  });

export function createVictim(profile: string, script: string, port: number): Victim {
  const { account, password } = relayAccount(port);
  let waiting: ((engine: ForkedEngine) => void)[] = [];
  let atWork: ForkedEngine | null = null;
  let listener: ((name: CallName) => void) | null = null;

  const fork = (atFork: (kill: () => void) => void, through: ForkedEngineOptions['through']): Promise<ForkedEngine | null> => {
    let isKilled = false;
    return forkEngine({
      profile,
      script,
      accounts: null,
      passwords: { [account.id]: password ?? '' },
      ...(through === undefined ? {} : { through }),
      onForked: (child) =>
        atFork(() => {
          isKilled = true;
          child.kill('SIGKILL');
        }),
    }).catch((error: unknown) => {
      if (error instanceof Unusable) throw new Violation(`the profile can't be opened: ${JSON.stringify(error.failure)}`);
      if (isKilled || through !== undefined) return null;
      throw error;
    });
  };

  return {
    accountId: account.id,
    async start(atFork = () => undefined, through, mayBeLeft = false) {
      const engine = await fork(atFork, through);
      if (engine === null) return null;
      try {
        // Before it is told of an account it can't begin anything: whatever is in `sending` now was left there.
        const { sending } = await orGone(engine, firstStatus(engine));
        if (sending > 0 && !mayBeLeft) throw new Violation(`${sending} messages are in sending after a restart`);
      } catch (error) {
        if (error instanceof Gone) return null;
        throw error;
      }
      engine.setAccounts([account]);
      atWork = engine;
      void engine.ended.then(() => {
        if (atWork === engine) atWork = null;
      });
      for (const tell of waiting.splice(0)) tell(engine);
      return engine;
    },
    working: () => (atWork === null ? new Promise((resolve) => (waiting = [...waiting, resolve])) : Promise.resolve(atWork)),
    async call(engine, name, input) {
      const answer = engine.call(name, input);
      listener?.(name);
      const result = await orGone(engine, answer);
      if (!result.ok) throw new Violation(`${name}: ${JSON.stringify(result.failure)}`);
      return result.value;
    },
    watchCalls(next) {
      listener = next;
    },
  };
}
