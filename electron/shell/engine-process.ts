// Starts the engine, keeps it running, hears it, and asks it to stop.
import { type UtilityProcess, utilityProcess, type WebFrameMain } from 'electron';
import type { Failure } from '../contract/failure';
import type { Notice, Status } from '../contract/model/status';
import { type FromShell, type ToShell, toShellSchema } from '../contract/parent';
import type { ShellEvent } from '../contract/shell';
import { answerEngine, type EngineAnswers } from './engine-answers';
import { engineEnvironment } from './engine-environment';
import { createEnginePages } from './engine-pages';
import { createEngineStatus } from './engine-status';
import type { Log } from './log';
import { decideRestart } from './restart-policy';

type EngineEvent = Extract<ShellEvent, { kind: 'engine' }>;
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
  readonly answers: EngineAnswers;
  readonly onNotice: (notice: Notice) => void;
  readonly onState: (event: EngineEvent) => void;
};

export function createEngineProcess(options: EngineProcessOptions): EngineProcess {
  let child: UtilityProcess | null = null;
  let state: EngineState = 'down';
  let failure: Failure | null = null;
  let isStopping = false;
  let whenEnded: (() => void) | null = null;
  const ends: number[] = [];
  const pages = createEnginePages();
  const status = createEngineStatus();

  const stateNow = (): EngineEvent => ({ kind: 'engine', state, ...(failure === null ? {} : { failure }) });
  const enter = (next: EngineState): void => {
    if (state === next) return;
    state = next;
    options.onState(stateNow());
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
    pages.connectAll(started);
  };

  const hear = (from: UtilityProcess, data: unknown): void => {
    const parsed = toShellSchema.safeParse(data);
    if (parsed.success) obey(from, parsed.data);
    else options.log.write('shell', 'the engine sent something that does not fit the contract');
  };

  const obey = (from: UtilityProcess, message: ToShell): void => {
    switch (message.kind) {
      case 'ready':
        return enter('up');
      case 'unusable':
        failure = message.failure;
        return;
      case 'status':
        return status.take(message.status);
      case 'status-now':
        return status.answered(message.id, message.status);
      case 'notice':
        return options.onNotice(message.notice);
      case 'stopped':
        return; // its end follows
      default:
        // The one that asked may have ended meanwhile: the next one asks for itself.
        return void answerEngine(message, options.answers).then((answer) => from === child && from.postMessage(answer));
    }
  };

  const ended = (code: number): void => {
    child = null;
    whenEnded?.();
    status.ended();
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

  const tell = (message: FromShell): void => child?.postMessage(message);
  return {
    start,
    startAgain() {
      if (state !== 'lost') return;
      ends.length = 0;
      failure = null;
      enter('down');
      start();
    },
    connectPage: (frame) => pages.add(frame, child),
    tell,
    async stop(limit) {
      isStopping = true;
      const ending = child;
      if (ending === null) return;
      const end = new Promise<void>((resolve) => {
        whenEnded = resolve;
      });
      tell({ kind: 'stop' });
      // It holds a mail connection that does not end, or was stopped by a debugger: the ledger stands on the disk either way.
      const timer = setTimeout(() => ending.pid !== undefined && process.kill(ending.pid, 'SIGKILL'), limit);
      await end;
      clearTimeout(timer);
    },
    state: stateNow,
    status: status.last,
    askStatus: async (limit) => (child === null ? status.last() : status.ask(limit, (id) => tell({ kind: 'read-status', id }))),
    watchStatus: status.watch,
  };
}
