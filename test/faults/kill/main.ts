// npm run test:kill -- --kills N --messages N --seed N [--aimed]: prints what became of every message; ends with 1 at the first that is wrong.
import { parseArgs } from 'node:util';
import { buildEngine } from '../../support/engine-build';
import { provideTestAuthority } from '../../support/test-ca';
import { runAimed } from './aimed';
import { printTally } from './report';
import { runKills } from './run';

const number = { type: 'string' } as const;
const { values } = parseArgs({ options: { kills: number, messages: number, seed: number, aimed: { type: 'boolean' } } });
const kills = Number(values.kills ?? 1000);
const messages = Number(values.messages ?? kills);
const isAimed = values.aimed === true;
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const removeAuthority = await provideTestAuthority();
const built = await buildEngine();
process.stdout.write(`seed ${seed}\n`);
const started = performance.now();
const onKill = (kill: number): void => void (kill % 100 === 0 && process.stderr.write(`${kill} kills\n`));
try {
  const tally = isAimed
    ? await runAimed({ seed, script: built.script, onKill })
    : await runKills({ kills, messages, seed, script: built.script, onKill });
  process.stdout.write(`${printTally(tally)}\n${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  if (tally.findings.length > 0) {
    const what = isAimed ? '--aimed' : `--kills ${kills} --messages ${messages}`;
    process.stdout.write(`\nThe same again: npm run test:kill -- ${what} --seed ${seed}\n`);
    process.exitCode = 1;
  }
} finally {
  await built.stop();
  removeAuthority();
}
