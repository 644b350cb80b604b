// A kill run: letters are written and sent while the engine is killed again and again, and in the end every one is accounted for.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ForkedEngine } from '../../support/forked-engine';
import { temporaryRoot } from '../../support/temporary-root';
import { type Finding, judge } from './judge';
import { type Ledger, readLedger } from './ledger';
import { type Letter, letterOf } from './letters';
import { drawPlan, killOnce } from './plan';
import { chanceFor } from './random';
import { type Server, startServer } from './server';
import { createVictim, type Victim, Violation } from './victim';
import { writeLetter } from './writer';

export type KillRun = {
  readonly kills: number;
  readonly messages: number;
  readonly seed: number;
  /** The built engine. */
  readonly script: string;
  readonly onKill?: (kill: number) => void;
};

export type Tally = {
  readonly kills: number;
  readonly messages: number;
  /** Messages that the server took, and recipients of them. */
  readonly accepted: number;
  readonly recipients: number;
  /** Before the person settled anything. */
  readonly uncertain: number;
  readonly uncertainTaken: number;
  readonly uncertainDotSeen: number;
  readonly uncertainDotLost: number;
  /** Send again by the person, and how many of those the server had already. */
  readonly sentAgain: number;
  readonly sentAgainTwice: number;
  /** Set aside after three ends of the engine, until the person said Retry. */
  readonly keptAside: number;
  readonly findings: readonly Finding[];
};

/** Letters that wait ahead of the kills, so that few engines die idle. */
const ahead = 10;
const writers = 3;

export async function runKills({ kills, messages, seed, script, onKill = () => undefined }: KillRun): Promise<Tally> {
  const chance = chanceFor(seed);
  const folder = mkdtempSync(path.join(temporaryRoot(), 'bd-kill-'));
  const profile = path.join(folder, 'profile');
  const server = await startServer(chanceFor(seed + 1));
  const victim = createVictim(profile, script, server.port);
  const letters = new Map<number, Letter>();
  const acknowledged = new Map<string, number>();
  const sentAgain = new Set<string>();
  let killed = 0;

  const write = async (): Promise<void> => {
    while (letters.size < messages) {
      if (letters.size > ahead + ((killed + 1) * messages) / kills) {
        await new Promise((resolve) => setTimeout(resolve, 5)); // paced by the kills, not waiting for a state
        continue;
      }
      const letter = letterOf(letters.size, chance);
      letters.set(letter.number, letter);
      acknowledged.set(await writeLetter(letter, victim), letter.number);
    }
  };
  const look = (ledger: Ledger, isFinal: boolean): readonly Finding[] =>
    judge({ ledger, letters, acknowledged, accepted: server.accepted, dots: server.dots, octets: server.octets, sentAgain, isFinal });

  try {
    const writing = Promise.all(Array.from({ length: writers }, write));
    writing.catch(() => undefined); // told below
    while (killed < kills) {
      await killOnce(drawPlan(chance), victim, server);
      killed += 1;
      onKill(killed);
      const findings = look(readLedger(profile), false);
      if (findings.length > 0) return { ...nothing, kills: killed, messages: acknowledged.size, findings };
    }
    const engine = await victim.start();
    if (engine === null) throw new Violation('the last engine did not start');
    await writing;
    const keptAside = await finish(engine, victim);
    await engine.stop();
    const settled = readLedger(profile);
    const before = look(settled, true);
    if (before.length > 0) return { ...nothing, kills, messages: acknowledged.size, findings: before };
    const uncertain = settled.messages.filter(({ state }) => state === 'uncertain');
    const taken = new Set(server.accepted.map(({ messageId }) => messageId));
    for (const { id } of uncertain) sentAgain.add(id);
    await sendAgain(
      uncertain.map(({ id }) => id),
      victim,
    );
    const end = readLedger(profile);
    return {
      ...count(server),
      kills,
      messages: acknowledged.size,
      uncertain: uncertain.length,
      uncertainTaken: uncertain.filter(({ messageId }) => taken.has(messageId)).length,
      uncertainDotSeen: uncertain.filter(({ messageId }) => !taken.has(messageId) && server.dots.has(messageId)).length,
      uncertainDotLost: uncertain.filter(({ messageId }) => !server.dots.has(messageId)).length,
      sentAgain: uncertain.length,
      sentAgainTwice: uncertain.filter(({ messageId }) => server.accepted.filter((one) => one.messageId === messageId).length > 1).length,
      keptAside,
      findings: look(end, true),
    };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { ...nothing, kills: killed, messages: acknowledged.size, findings: [{ kind: 'damaged', about: error.message }] };
  } finally {
    await (await Promise.race([victim.working(), Promise.resolve(null)]))?.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing: Tally = {
  kills: 0,
  messages: 0,
  accepted: 0,
  recipients: 0,
  uncertain: 0,
  uncertainTaken: 0,
  uncertainDotSeen: 0,
  uncertainDotLost: 0,
  sentAgain: 0,
  sentAgainTwice: 0,
  keptAside: 0,
  findings: [],
};

const count = ({ accepted }: Server): Pick<Tally, 'accepted' | 'recipients'> => ({
  accepted: new Set(accepted.map(({ messageId }) => messageId)).size,
  recipients: new Set(accepted.flatMap(({ messageId, to }) => to.map((address) => `${messageId} ${address}`))).size,
});

/** Lets everything come to its end; the person presses Retry on what was put off or kept. How many were kept. */
export async function finish(engine: ForkedEngine, { call }: Victim): Promise<number> {
  const kept = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    engine.watch('outbox.list', {}, (result) => {
      if (!result.ok) return reject(new Violation(JSON.stringify(result.failure)));
      const open = result.value.filter(({ state }) => ['queued', 'sending', 'deferred', 'kept', 'held', 'scheduled'].includes(state));
      if (open.length === 0) return resolve();
      for (const { id, state } of open) if (state === 'kept') kept.add(id);
      const ids = open.filter(({ state }) => state === 'deferred' || state === 'kept').map(({ id }) => id);
      if (ids.length > 0) call(engine, 'outbox.retry', { ids }).catch(reject);
    });
    void engine.ended.then(() => reject(new Violation('the last engine ended')));
  });
  return kept.size;
}

/** The person has each of these sent again. */
async function sendAgain(ids: readonly string[], victim: Victim): Promise<void> {
  const engine = await victim.start();
  if (engine === null) throw new Violation('the engine did not start');
  for (const id of ids) await victim.call(engine, 'outbox.settle', { id, as: 'send-again' });
  await finish(engine, victim);
  await engine.stop();
}
