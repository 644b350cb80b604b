// Starts the engine, keeps it running, gives every page its port, and asks it to stop.
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebFrameMain } from 'electron';
import { portChannel } from '../contract/channels';
import type { Failure, Result } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { Notice, Status } from '../contract/model/status';
import { type FromShell, type ToShell, toShellSchema } from '../contract/parent';
import type { ShellEvent } from '../contract/shell';
import { engineEnvironment } from './engine-environment';
import type { Log } from './log';
import { isOwnPage } from './own-page';
import { decideRestart } from './restart-policy';

export type EngineEvent = Extract<ShellEvent, { kind: 'engine' }>;
type EngineState = EngineEvent['state'];

export type EngineProcess = {
  readonly start: () => void;
  /** Starts one that was given up: the person asked for it, perhaps after mending what kept it from running. */
  readonly startAgain: () => void;
  /** Gives the page a port of its own, now and whenever the engine starts anew. Other frames get nothing. */
  readonly connectPage: (frame: WebFrameMain | null) => void;
  /** Dropped while the engine is down: it gets accounts and network afresh at its start. */
  readonly tell: (message: FromShell) => void;
  /** Resolves when the engine has closed its files, or after the time limit (ms) when it has been ended. */
  readonly stop: (limit: number) => Promise<void>;
  /** How it stands now. */
  readonly state: () => EngineEvent;
  /** What the engine said last; null before it said anything. */
  readonly status: () => Status | null;
  /** How it stands at this moment. From an engine that does not answer within the limit (ms), or ends: what it said last. */
  readonly askStatus: (limit: number) => Promise<Status | null>;
  /** Told of every status; the returned function ends it. */
  readonly watchStatus: (listener: (status: Status) => void) => () => void;
};

export type EngineProcessOptions = {
  /** The built engine, and the profile folder it gets as its argument. */
  readonly file: string;
  readonly profile: string;
  readonly log: Log;
  /** What a starting engine is told first. */
  readonly greeting: () => readonly FromShell[];
  /** A password from the vault: sent only when asked for, and kept nowhere here. */
  readonly secret: (accountId: Account['id']) => Promise<Result<string>>;
  /** The same for the account's proxy. */
  readonly proxyPassword: (accountId: Account['id']) => Promise<Result<string>>;
  /** Through which proxy the computer's own settings lead to a server. */
  readonly systemProxy: (place: { readonly host: string; readonly port: number }) => Promise<string>;
  /** What the engine asks of the vault and the browser for signing in with the browser. */
  readonly signIns: {
    readonly read: (accountId: string) => Promise<Result<string>>;
    readonly keep: (accountId: string, signIn: string | null) => Promise<Result<null>>;
    readonly openPage: (url: string) => Promise<Result<null>>;
  };
  readonly onNotice: (notice: Notice) => void;
  readonly onState: (event: EngineEvent) => void;
};

export function createEngineProcess(options: EngineProcessOptions): EngineProcess {
  let child: UtilityProcess | null = null;
  /** By the place of each in its window: a page that is loaded anew takes the place of the one before. */
  const pages = new Map<number, WebFrameMain>();
  let state: EngineState = 'down';
  let failure: Failure | null = null;
  let status: Status | null = null;
  let isStopping = false;
  let whenEnded: (() => void) | null = null;
  const ends: number[] = [];
  const statusListeners = new Set<(status: Status) => void>();
  const asking = new Map<number, () => void>();
  let lastAsked = 0;

  const stateNow = (): EngineEvent => ({ kind: 'engine', state, ...(failure === null ? {} : { failure }) });
  const enter = (next: EngineState): void => {
    if (state === next) return;
    state = next;
    options.onState(stateNow());
  };

  const openPort = (page: WebFrameMain): void => {
    if (child === null || page.isDestroyed() || page.detached || !isOwnPage(page)) return;
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ kind: 'page' } satisfies FromShell, [port1]);
    page.postMessage(portChannel, null, [port2]);
  };
  const openPorts = (): void => {
    for (const [place, page] of pages) {
      if (page.isDestroyed()) pages.delete(place);
      else openPort(page);
    }
  };

  const start = (): void => {
    if (isStopping) return;
    const started = utilityProcess.fork(options.file, [options.profile], {
      serviceName: 'brevduva-engine',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: engineEnvironment(process.env),
    });
    child = started;
    options.log.follow('engine', started.stderr);
    started.on('message', (data: unknown) => hear(started, data));
    started.once('exit', (code) => ended(code));
    for (const message of options.greeting()) started.postMessage(message);
    openPorts();
  };

  const hear = (from: UtilityProcess, data: unknown): void => {
    const parsed = toShellSchema.safeParse(data);
    if (parsed.success) obey(from, parsed.data);
    else options.log.write('shell', 'the engine sent something that does not fit the contract');
  };

  const obey = (from: UtilityProcess, message: ToShell): void => {
    switch (message.kind) {
      case 'ready':
        enter('up');
        return;
      case 'unusable':
        failure = message.failure;
        return;
      case 'secret':
        void answerSecret(from, message.id, options.secret(message.accountId));
        return;
      case 'proxy-password':
        void answerSecret(from, message.id, options.proxyPassword(message.accountId));
        return;
      case 'system-proxy':
        void options.systemProxy(message).then((rule) => {
          if (from === child) from.postMessage({ kind: 'system-proxy', id: message.id, rule } satisfies FromShell);
        });
        return;
      case 'read-sign-in':
        void answerSignIn(from, message.id, message.accountId);
        return;
      case 'keep-sign-in':
        void report(from, message.id, options.signIns.keep(message.accountId, message.signIn));
        return;
      case 'open-browser':
        void report(from, message.id, options.signIns.openPage(message.url));
        return;
      case 'status':
        return takeStatus(message.status);
      case 'status-now':
        if (message.status !== null) takeStatus(message.status);
        return asking.get(message.id)?.();
      case 'notice':
        options.onNotice(message.notice);
        return;
      case 'stopped':
        return; // its end follows
    }
  };

  const takeStatus = (said: Status): void => {
    status = said;
    for (const listener of statusListeners) listener(said);
  };

  const answerSecret = async (to: UtilityProcess, id: number, asked: Promise<Result<string>>): Promise<void> => {
    const secret = await asked;
    const answer: FromShell = secret.ok
      ? { kind: 'secret', id, password: secret.value, failure: null }
      : { kind: 'secret', id, password: null, failure: secret.failure };
    if (to === child) to.postMessage(answer);
  };

  const answerSignIn = async (to: UtilityProcess, id: number, accountId: string): Promise<void> => {
    const read = await options.signIns.read(accountId);
    const answer: FromShell = read.ok
      ? { kind: 'sign-in', id, signIn: read.value, failure: null }
      : { kind: 'sign-in', id, signIn: null, failure: read.failure };
    if (to === child) to.postMessage(answer);
  };
  const report = async (to: UtilityProcess, id: number, work: Promise<Result<null>>): Promise<void> => {
    const done = await work;
    const answer: FromShell = { kind: 'obeyed', id, failure: done.ok ? null : done.failure };
    if (to === child) to.postMessage(answer);
  };

  const ended = (code: number): void => {
    child = null;
    whenEnded?.();
    for (const answer of [...asking.values()]) answer(); // nobody else answers them
    if (isStopping) return;
    options.log.write('shell', `the engine ended with ${code}`);
    const now = Date.now();
    ends.push(now);
    const decision = decideRestart(ends, now);
    // A profile that can't be used does not mend itself: the reason is shown instead of five attempts.
    if (failure !== null || decision.kind === 'give-up') {
      enter('lost');
    } else {
      enter('down');
      setTimeout(start, decision.afterMs);
    }
  };

  return {
    start,
    startAgain() {
      if (state !== 'lost') return;
      ends.length = 0;
      failure = null;
      enter('down');
      start();
    },
    connectPage(frame) {
      if (!isOwnPage(frame)) return; // the empty page that every window begins with asks too
      pages.set(frame.frameTreeNodeId, frame);
      openPort(frame);
    },
    tell: (message) => child?.postMessage(message),
    async stop(limit) {
      isStopping = true;
      const ending = child;
      if (ending === null) return;
      const end = new Promise<void>((resolve) => {
        whenEnded = resolve;
      });
      ending.postMessage({ kind: 'stop' } satisfies FromShell);
      // It holds a mail connection that does not end, or was stopped by a debugger: the ledger stands on the disk either way.
      const timer = setTimeout(() => ending.pid !== undefined && process.kill(ending.pid, 'SIGKILL'), limit);
      await end;
      clearTimeout(timer);
    },
    state: stateNow,
    status: () => status,
    askStatus(limit) {
      if (child === null) return Promise.resolve(status);
      lastAsked += 1;
      const id = lastAsked;
      child.postMessage({ kind: 'read-status', id } satisfies FromShell);
      return new Promise((resolve) => {
        const answer = (): void => {
          clearTimeout(timer);
          asking.delete(id);
          resolve(status);
        };
        const timer = setTimeout(answer, limit);
        asking.set(id, answer);
      });
    },
    watchStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
  };
}
