// A kill run: letters are written and sent while the engine is killed again and again, and in the end every one is accounted for.
import { finish, sendAgain } from './finish';
import { drawPlan, killOnce } from './plan';
import { chanceFor } from './random';
import { openScene, type Scene } from './scene';
import { emptyTally, type Tally, weighEnd, weighUncertain } from './tally';
import { Violation } from './victim';

export type KillRun = {
  readonly kills: number;
  readonly messages: number;
  readonly seed: number;
  /** The built engine. */
  readonly script: string;
  readonly onKill?: (kill: number) => void;
};

/** Letters that wait ahead of the kills, so that few engines die idle. */
const ahead = 10;
const writers = 3;

/** Ends at the first thing that must not be: then the tally has findings. */
export async function runKills({ kills, messages, seed, script, onKill = () => undefined }: KillRun): Promise<Tally> {
  const chance = chanceFor(seed);
  const scene = await openScene({ script, letterChance: chanceFor(seed + 1), serverChance: chanceFor(seed + 2) });
  let killed = 0;
  const write = async (): Promise<void> => {
    while (scene.letters.size < messages) {
      if (scene.letters.size <= ahead + ((killed + 1) * messages) / kills) await scene.write();
      else await new Promise((resolve) => setTimeout(resolve, 5)); // paced by the kills
    }
  };
  try {
    const writing = Promise.all(Array.from({ length: writers }, write));
    writing.catch(() => undefined); // heard in `settleAll`
    while (killed < kills) {
      await killOnce(drawPlan(chance), scene.victim, scene.server);
      killed += 1;
      onKill(killed);
      const findings = scene.findings(false);
      if (findings.length > 0) return { ...emptyTally, kills: killed, messages: scene.acknowledged.size, findings };
    }
    return { ...(await settleAll(scene, writing)), kills };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const findings = [{ kind: 'damaged', about: error.message }] as const;
    return { ...emptyTally, kills: killed, messages: scene.acknowledged.size, findings };
  } finally {
    await scene.close();
  }
}

/** Brings everything to its end, looks, has the uncertain ones sent again, and looks again. */
export async function settleAll(scene: Scene, writing: Promise<unknown>): Promise<Tally> {
  const keptAside = await finish(scene, writing);
  const before = scene.findings(true);
  const uncertain = scene.ledger().messages.filter(({ state }) => state === 'uncertain');
  const found = { ...weighUncertain(scene, uncertain), keptAside };
  if (before.length > 0) return { ...emptyTally, ...weighEnd(scene, []), ...found, findings: before };
  await sendAgain(
    scene,
    uncertain.map(({ id }) => id),
  );
  return { ...emptyTally, ...weighEnd(scene, uncertain), ...found, findings: scene.findings(true) };
}
