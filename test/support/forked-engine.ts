// The built engine as a child process of plain Node: accounts, secrets, calls and watches over its IPC channel.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { CallInput, CallName, CallOutput, QueryInput, QueryName, QueryOutput } from '../../electron/contract/api';
import type { Failure, Result } from '../../electron/contract/failure';
import type { Account } from '../../electron/contract/model/accounts';
import type { Notice } from '../../electron/contract/model/status';
import type { FromShell } from '../../electron/contract/parent';
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
  /** Resolves when it is gone, however it ended. Calls under way are never answered then. */
  readonly ended: Promise<void>;
};

export type ForkedEngineOptions = {
  readonly profile: string;
  /** null: it is told later, and nothing is sent before. */
  readonly accounts: readonly Account[] | null;
  readonly passwords: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The built engine; out/main/engine.js of the project when not given. */
  readonly script?: string;
  /** Electron's program, which runs it in the place of this Node, as the installed program does. */
  readonly electron?: string;
  /** A program and its arguments that starts Node, e.g. a tracer; it has to pass the IPC channel on. */
  readonly through?: readonly [program: string, ...args: string[]];
  /** After the profile's folder. */
  readonly args?: readonly string[];
  readonly onNotice?: (notice: Notice) => void;
  /** The process is there, long before it is ready. */
  readonly onForked?: (child: ChildProcess) => void;
};

/** The profile can't be used; the engine has said why. */
export class Unusable extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`the profile can't be used: ${failure.code}`);
    this.failure = failure;
  }
}

/** Relative to the project's folder, where every command runs. */
const builtEngine = path.resolve('out/main/engine.js');

/** Starts it and waits until it is ready. Throws when the profile can't be used. */
export async function forkEngine({
  profile,
  accounts,
  passwords,
  env = {},
  script = builtEngine,
  electron,
  through,
  args = [],
  onNotice,
  onForked,
}: ForkedEngineOptions): Promise<ForkedEngine> {
  const child = fork(script, [profile, ...args], {
    serialization: 'advanced',
    env: { ...process.env, ...(electron === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' }), ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(electron === undefined ? {} : { execPath: electron }),
    ...(through === undefined ? {} : { execPath: through[0], execArgv: [...through.slice(1), electron ?? process.execPath] }),
  });
  onForked?.(child);
  // What is said to an engine that is gone already gets no answer, and is no fault of the test's.
  const tell = (message: FromShell | { readonly page: ToEngine }): void => void child.send(message, () => undefined);
  const answers = new Map<number, (result: Result<unknown>) => void>();
  const pushes = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  const toPage = (message: ToPage): void => {
    if (message.kind === 'snapshot') return pushes.get(message.id)?.(message.result as Result<unknown>);
    answers.get(message.id)?.(message.result as Result<unknown>);
    answers.delete(message.id);
  };
  const send = (message: ToEngine): void => tell({ page: message });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
    child.on(
      'message',
      (message: { kind?: string; page?: ToPage; id?: number; accountId?: string; failure?: Failure; notice?: Notice }) => {
        if (message.page !== undefined) return toPage(message.page);
        if (message.kind === 'ready') return resolve();
        if (message.kind === 'unusable') return reject(new Unusable(message.failure ?? { code: 'internal' }));
        if (message.kind === 'secret') {
          const password = passwords[message.accountId ?? ''] ?? null;
          return tell({ kind: 'secret', id: message.id ?? 0, password, failure: null });
        }
        if (message.notice !== undefined) onNotice?.(message.notice);
      },
    );
  });
  tell({ kind: 'page' });
  if (accounts !== null) tell({ kind: 'accounts', accounts: [...accounts] });
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
    setAccounts: (now) => tell({ kind: 'accounts', accounts: [...now] }),
    stop() {
      tell({ kind: 'stop' });
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
    ended,
  };
}
