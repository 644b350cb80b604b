// Aimed kills: the engine dies before its first write, before its second, and so on, until a letter is through before the nth.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryRoot } from '../../support/temporary-root';
import type { Letter } from './letters';
import { killOnce, type Plan } from './plan';
import { chanceFor } from './random';
import { settleAll } from './run';
import { openScene, type Scene, type SceneOptions } from './scene';
import { addTallies, emptyTally, type Tally } from './tally';
import { createVictim, Violation } from './victim';

/** `disk`: every way in which SQLite, and the store of attachments, change it. `wire`: what is said to the server, and to the page. */
const calls = { disk: 'pwrite64,fdatasync,fsync,ftruncate,unlink,rename', wire: 'write,writev' } as const;
type Place = keyof typeof calls;
export type Aim = { readonly place: Place; readonly nth: number };

/** Dies on entering the call, which then is not made. */
const dyingAt = ({ place, nth }: Aim): [string, ...string[]] => [
  'strace',
  '-f',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  `trace=${calls[place]}`,
  '-e',
  `inject=${calls[place]}:signal=KILL:when=${nth}`,
];

/** To two who get it and one who is refused, with a file. */
const letter: Letter = {
  number: 0,
  subject: 'letter 0',
  to: ['taken-0-0@example.test', 'refused-0-1@example.test', 'taken-0-2@example.test'],
  attached: 900,
};

const everyStep: readonly Plan[] = [
  ...(['AUTH', 'MAIL', 'RCPT', 'DATA', 'body', 'reply'] as const).map((at): Plan => ({ kind: 'step', at, keeps: true })),
  { kind: 'step', at: 'dot', keeps: true },
  { kind: 'step', at: 'dot', keeps: false },
];

export type AimedRun = {
  readonly seed: number;
  readonly script: string;
  /** Left out: all of them, from the first on, and every step of the conversation. */
  readonly aims?: readonly Aim[];
  readonly onKill?: (kill: number) => void;
};

/** Stops at the first thing that must not be. */
export async function runAimed({ seed, script, aims, onKill = () => undefined }: AimedRun): Promise<Tally> {
  const folder = mkdtempSync(path.join(temporaryRoot(), 'bd-aimed-'));
  const options = (n: number, template?: string): SceneOptions => ({
    script,
    letterChance: chanceFor(seed),
    serverChance: chanceFor(seed + n),
    ...(template === undefined ? {} : { template }),
  });
  let tally = emptyTally;
  try {
    const template = path.join(folder, 'profile');
    await makeProfile(template, script);
    const run = async (salt: number, kill: (scene: Scene) => Promise<boolean>): Promise<boolean> => {
      const one = await inScene(options(salt, template), kill);
      tally = addTallies(tally, one);
      onKill(tally.kills);
      return one.kills > 0 && one.findings.length === 0;
    };
    if (aims !== undefined) {
      for (const aim of aims) if (!(await run(aim.nth, (scene) => dieAt(aim, scene)))) break;
      return tally;
    }
    for (const plan of everyStep) if (!(await run(0, (scene) => killOnce(plan, scene.victim, scene.server).then(() => true)))) return tally;
    for (const place of ['disk', 'wire'] as const) {
      // Until everything was done before the nth call.
      for (let nth = 1; await run(nth, (scene) => dieAt({ place, nth }, scene)); nth += 1);
      if (tally.findings.length > 0) return tally;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether it died: false when everything was done before that call. */
async function dieAt(aim: Aim, { victim, server }: Scene): Promise<boolean> {
  const engine = await victim.start(undefined, dyingAt(aim));
  if (engine === null) return true;
  const isThrough = new Promise<boolean>((resolve) => {
    engine.watch('outbox.list', {}, (result) => {
      const isOver = result.ok && server.accepted.length > 0 && result.value.every(({ state }) => state === 'partly');
      if (isOver) resolve(true);
    });
  });
  const hasDied = !(await Promise.race([isThrough, engine.ended.then(() => false)]));
  if (!hasDied) await engine.stop();
  return hasDied;
}

async function inScene(options: SceneOptions, kill: (scene: Scene) => Promise<boolean>): Promise<Tally> {
  const scene = await openScene(options);
  try {
    const writing = scene.write(letter);
    writing.catch(() => undefined); // heard in `settleAll`
    const kills = (await kill(scene)) ? 1 : 0;
    const findings = scene.findings(false);
    return findings.length > 0 ? { ...emptyTally, kills, findings } : { ...(await settleAll(scene, writing)), kills };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { ...emptyTally, findings: [{ kind: 'damaged', about: error.message }] };
  } finally {
    await scene.close();
  }
}

/** A profile in which nothing has happened yet: the other run kills engines that make theirs. */
export async function makeProfile(profile: string, script: string): Promise<void> {
  const engine = await createVictim(profile, script, 9).start();
  await engine?.stop();
}
