// What a kill run stands on: a profile, a server, an engine to kill, and what is known of every letter.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryRoot } from '../../support/temporary-root';
import { type Finding, judge } from './judge';
import { type Ledger, readLedger } from './ledger';
import { type Letter, letterOf } from './letters';
import type { Chance } from './random';
import { type Server, startServer } from './server';
import { createVictim, type Victim } from './victim';
import { writeLetter } from './writer';

export type Scene = {
  readonly profile: string;
  readonly server: Server;
  readonly victim: Victim;
  readonly letters: ReadonlyMap<number, Letter>;
  /** Ledger ids that were answered for, with their letters' numbers. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Messages that the person has sent again. */
  readonly sentAgain: Set<string>;
  /** Writes the next letter, or this one, and presses Send, however many engines it takes. */
  readonly write: (letter?: Letter) => Promise<void>;
  readonly ledger: () => Ledger;
  readonly findings: (isFinal: boolean) => readonly Finding[];
  readonly close: () => Promise<void>;
};

export type SceneOptions = {
  /** The built engine. */
  readonly script: string;
  readonly letterChance: Chance;
  readonly serverChance: Chance;
  /** A profile to begin with; left out: none. */
  readonly template?: string;
};

export async function openScene({ script, letterChance, serverChance, template }: SceneOptions): Promise<Scene> {
  const folder = mkdtempSync(path.join(temporaryRoot(), 'bd-kill-'));
  const profile = path.join(folder, 'profile');
  if (template !== undefined) cpSync(template, profile, { recursive: true });
  const server = await startServer(serverChance);
  const victim = createVictim(profile, script, server.port);
  const letters = new Map<number, Letter>();
  const acknowledged = new Map<string, number>();
  const sentAgain = new Set<string>();
  const ledger = (): Ledger => readLedger(profile);
  return {
    profile,
    server,
    victim,
    letters,
    acknowledged,
    sentAgain,
    async write(letter = letterOf(letters.size, letterChance)) {
      letters.set(letter.number, letter);
      acknowledged.set(await writeLetter(letter, victim), letter.number);
    },
    ledger,
    findings: (isFinal) => judge({ ...server, ledger: ledger(), letters, acknowledged, sentAgain, isFinal }),
    async close() {
      await (await Promise.race([victim.working(), Promise.resolve(null)]))?.kill();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
