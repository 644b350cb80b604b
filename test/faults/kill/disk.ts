// A disk that refuses: every call that writes fails once, or is the first of several that do, while a letter is written and sent, and
// while an engine starts after one that was killed in the midst of its letter.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../../electron/contract/api';
import type { FailureCode } from '../../../electron/contract/failure';
import type { ForkedEngine } from '../../support/forked-engine';
import { temporaryRoot } from '../../support/temporary-root';
import { makeProfile } from './aimed';
import { EndedByItself, finish, settle } from './finish';
import { contentOf, type Letter } from './letters';
import { killOnce } from './plan';
import { chanceFor } from './random';
import { settleAll } from './run';
import { openScene, type Scene } from './scene';
import { addTallies, emptyTally, type Tally } from './tally';
import { Violation } from './victim';

export const diskErrors = ['ENOSPC', 'EIO'] as const;
export type DiskError = (typeof diskErrors)[number];
/** What goes on while it refuses. `body`, `dot`: an engine starts after one that was killed in the message, or behind its final dot. */
const occasions = ['writing', 'body', 'dot'] as const;
export type DiskFault = {
  readonly error: DiskError;
  readonly occasion: (typeof occasions)[number];
  /** The first call that fails, from 1, and how many do. */
  readonly nth: number;
  readonly span: number;
};

const calls = 'pwrite64,fdatasync,fsync,ftruncate';
/** SQLite calls a full disk an I/O error where it was only asked to sync. */
export const codesOf: Readonly<Record<DiskError, readonly FailureCode[]>> = { ENOSPC: ['disk-full', 'disk-error'], EIO: ['disk-error'] };
/** ms in which everything comes to its end: a disk that refused is tried again after some seconds. */
const patience = 100_000;
const letter: Letter = { number: 0, subject: 'letter 0', to: ['taken-0-0@example.test', 'taken-0-1@example.test'], attached: 30_000 };

const failing = ({ error, nth, span }: DiskFault, trace: string): [string, ...string[]] => [
  ...(['strace', '-f', '-qq', '-o', trace, '--seccomp-bpf'] as const),
  ...['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${nth}..${nth + span - 1}`],
];

export type DiskRun = {
  readonly script: string;
  /** Left out: each call, once and as the first of eight, until everything was done before the nth. */
  readonly faults?: readonly DiskFault[];
  readonly onFault?: (fault: DiskFault) => void;
};

/** Sequences of faults that run side by side: a disk that refused is mostly waited for. */
const sideBySide = 4;
type Sequence = Omit<DiskFault, 'nth'>;
const sequences: readonly Sequence[] = occasions.flatMap((occasion) =>
  diskErrors.flatMap((error) => [1, 8].map((span) => ({ occasion, error, span }))),
);

/** Stops at the first thing that must not be. `kills` of the tally: faults that were met. */
export async function runDisk({ script, faults, onFault = () => undefined }: DiskRun): Promise<Tally> {
  const folder = mkdtempSync(path.join(temporaryRoot(), 'bd-disk-'));
  let tally = emptyTally;
  const run = async (fault: DiskFault): Promise<boolean> => {
    onFault(fault);
    const one = await meet(fault, script, folder);
    tally = addTallies(tally, one);
    return one.kills > 0 && one.findings.length === 0;
  };
  try {
    await makeProfile(path.join(folder, 'profile'), script);
    if (faults !== undefined) {
      for (const fault of faults) if (!(await run(fault)) && tally.findings.length > 0) break;
      return tally;
    }
    const left = [...sequences];
    const lane = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined && tally.findings.length === 0; next = left.shift())
        for (let nth = 1; tally.findings.length === 0 && (await run({ ...next, nth })); nth += 1);
    };
    await Promise.all(Array.from({ length: sideBySide }, lane));
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function meet(fault: DiskFault, script: string, folder: string): Promise<Tally> {
  const chances = { letterChance: chanceFor(0), serverChance: chanceFor(0) };
  const scene = await openScene({ script, ...chances, template: path.join(folder, 'profile') });
  const trace = path.join(folder, `trace-${fault.occasion}-${fault.error}-${fault.span}`);
  const wasMet = (): number => (readFileSync(trace, 'utf8').includes('(INJECTED)') ? 1 : 0);
  try {
    if (fault.occasion !== 'writing') {
      let isWritten = false;
      const writing = scene.write(letter).then(() => {
        isWritten = true;
      });
      // Where the computer is busy an engine dies before it has answered for the letter.
      do await killOnce({ kind: 'step', at: fault.occasion, keeps: true }, scene.victim, scene.server);
      while (!isWritten);
      await writing;
    } else (scene.letters as Map<number, Letter>).set(letter.number, letter);
    await within(patience, throughIt(fault, scene, trace));
    return { ...(await within(patience, settleAll(scene, Promise.resolve()))), kills: wasMet() };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const { occasion, error: code, nth, span } = fault;
    const about = `${occasion}, ${code} from call ${nth} on, ${span} times: ${error.message}`;
    return { ...emptyTally, kills: 1, findings: [{ kind: 'damaged', about }] };
  } finally {
    await scene.close();
  }
}

/** The engine that meets it, and brings everything to its end when the disk works again. */
async function throughIt(fault: DiskFault, scene: Scene, trace: string): Promise<void> {
  // An engine that could not open its profile says so; there is room by the time it is started again.
  const first = await scene.victim.start(undefined, failing(fault, trace), true).catch((error: unknown) => {
    if (codesOf[fault.error].some((code) => String(error).includes(`"${code}"`))) return null;
    throw error;
  });
  const engine = first ?? (await scene.victim.start());
  if (engine === null) throw new Violation('the engine does not start');
  if (fault.occasion === 'writing')
    (scene.acknowledged as Map<string, number>).set(await sendThrough(engine, scene, codesOf[fault.error]), letter.number);
  // A disk that does not keep what was written, ten times in a row, ends an engine; the program starts the next.
  const isOver = await settle(engine).then(
    () => false,
    (error: unknown) => {
      if (error instanceof EndedByItself && fault.span > 1) return true;
      throw error;
    },
  );
  if (!isOver) await engine.stop();
  await finish(scene, Promise.resolve());
}

/** Presses until it works, as a person does who makes room; each refusal has to be the disk's, and to name it. */
async function insist<N extends CallName>(
  engine: ForkedEngine,
  name: N,
  input: CallInput<N>,
  { profile }: Scene,
  expected: readonly FailureCode[],
): Promise<CallOutput<N>> {
  for (;;) {
    const result = await engine.call(name, input);
    if (result.ok) return result.value;
    const { failure } = result;
    if (!expected.includes(failure.code)) throw new Violation(`${name}: ${JSON.stringify(failure)}`);
    if (failure.name !== undefined && failure.name !== profile) throw new Violation(`${name} names ${failure.name}`);
    if (failure.name === undefined) throw new Violation(`${name} does not name the disk`);
    const draftId = 'draftId' in input ? String(input.draftId) : null;
    if (draftId !== null && !(await engine.call('drafts.open', { draftId })).ok) throw new Violation(`${name}: the draft is gone`);
  }
}

/** Writes the letter and presses Send; the ledger's id of it. */
export async function sendThrough(engine: ForkedEngine, scene: Scene, expected: readonly FailureCode[]): Promise<string> {
  const { accountId } = scene.victim;
  const { id: draftId } = await insist(engine, 'drafts.create', { accountId, start: { kind: 'empty' } }, scene, expected);
  const bytes = new Uint8Array(letter.attached ?? 0).fill(7);
  await insist(engine, 'drafts.attachBytes', { draftId, name: 'data.bin', type: 'x/y', bytes, isInline: false }, scene, expected);
  const revision = 50;
  await insist(engine, 'drafts.save', { draftId, revision, content: contentOf(letter, accountId) }, scene, expected);
  return (await insist(engine, 'outbox.enqueue', { draftId, revision }, scene, expected)).id;
}
export const letterOnDisk = letter;

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Violation('it came to no end')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
