// The built engine as a child process of plain Node: accounts, secrets, calls and watches over its IPC channel.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { CallInput, CallName, CallOutput, QueryInput, QueryName, QueryOutput } from '../../electron/contract/api';
import type { Result } from '../../electron/contract/failure';
import type { Account } from '../../electron/contract/model/accounts';
import type { ToEngine, ToPage } from '../../electron/contract/pipe';

export type ForkedEngine = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  readonly watch: <N extends QueryName>(name: N, input: QueryInput<N>, push: (result: Result<QueryOutput<N>>) => void) => () => void;
  readonly setAccounts: (accounts: readonly Account[]) => void;
  /** Asks it to stop and waits until it has. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
};

export type ForkedEngineOptions = {
  readonly profile: string;
  readonly accounts: readonly Account[];
  readonly passwords: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The built engine; out/main/engine.js of the project when not given. */
  readonly script?: string;
};

/** Relative to the project's folder, where every command runs. */
const builtEngine = path.resolve('out/main/engine.js');

/** Starts it and waits until it is ready. Throws when the profile can't be used. */
export async function forkEngine({
  profile,
  accounts,
  passwords,
  env = {},
  script = builtEngine,
}: ForkedEngineOptions): Promise<ForkedEngine> {
  const child = fork(script, [profile], {
    serialization: 'advanced',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answers = new Map<number, (result: Result<unknown>) => void>();
  const pushes = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  const toPage = (message: ToPage): void => {
    if (message.kind === 'snapshot') return pushes.get(message.id)?.(message.result as Result<unknown>);
    answers.get(message.id)?.(message.result as Result<unknown>);
    answers.delete(message.id);
  };
  const send = (message: ToEngine): void => void child.send({ page: message });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
    child.on('message', (message: { kind?: string; page?: ToPage; id?: number; accountId?: string; failure?: { code: string } }) => {
      if (message.page !== undefined) return toPage(message.page);
      if (message.kind === 'ready') return resolve();
      if (message.kind === 'unusable') return reject(new Error(`the profile can't be used: ${message.failure?.code}`));
      if (message.kind === 'secret') {
        const password = passwords[message.accountId ?? ''] ?? null;
        child.send({ kind: 'secret', id: message.id, password, failure: null });
      }
    });
  });
  child.send({ kind: 'accounts', accounts });
  child.send({ kind: 'page' });
  return {
    child,
    pid: child.pid ?? 0,
    call(name, input) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        answers.set(id, resolve as (result: Result<unknown>) => void);
        send({ kind: 'call', id, name, input });
      });
    },
    watch(name, input, push) {
      lastId += 1;
      const id = lastId;
      pushes.set(id, push as (result: Result<unknown>) => void);
      send({ kind: 'watch', id, name, input });
      return () => {
        pushes.delete(id);
        if (child.connected) send({ kind: 'unwatch', id });
      };
    },
    setAccounts: (now) => void child.send({ kind: 'accounts', accounts: now }),
    stop() {
      child.send({ kind: 'stop' });
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
