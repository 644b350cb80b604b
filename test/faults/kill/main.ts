// npm run test:kill -- --kills N --messages N --seed N [--aimed | --disk]: prints what became of every message; ends with 1 at the first that is wrong.
import { parseArgs } from 'node:util';
import { buildEngine } from '../../support/engine-build';
import { provideTestAuthority } from '../../support/test-ca';
import { runAimed } from './aimed';
import { type DiskFault, runDisk } from './disk';
import { printTally } from './report';
import { runKills } from './run';

const number = { type: 'string' } as const;
const { values } = parseArgs({
  options: { kills: number, messages: number, seed: number, aimed: { type: 'boolean' }, disk: { type: 'boolean' } },
});
const kills = Number(values.kills ?? 1000);
const messages = Number(values.messages ?? kills);
const isAimed = values.aimed === true;
const isDisk = values.disk === true;
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const removeAuthority = await provideTestAuthority();
const built = await buildEngine();
process.stdout.write(`seed ${seed}\n`);
const started = performance.now();
const onKill = (kill: number): void => void (kill % 100 === 0 && process.stderr.write(`${kill} kills\n`));
const onFault = ({ occasion, error, nth, span }: DiskFault): void =>
  void (nth % 20 === 1 && process.stderr.write(`${occasion}, ${error}, ${span} from ${nth} on\n`));
try {
  const { script } = built;
  const tally = isDisk
    ? await runDisk({ script, onFault })
    : isAimed
      ? await runAimed({ seed, script, onKill })
      : await runKills({ kills, messages, seed, script, onKill });
  process.stdout.write(
    `${printTally(tally, isDisk ? 'faults of the disk' : 'kills')}\n${((performance.now() - started) / 1000).toFixed(0)} s\n`,
  );
  if (tally.findings.length > 0) {
    const what = isDisk ? '--disk' : isAimed ? '--aimed' : `--kills ${kills} --messages ${messages}`;
    process.stdout.write(`\nThe same again: npm run test:kill -- ${what} --seed ${seed}\n`);
    process.exitCode = 1;
  }
} finally {
  await built.stop();
  removeAuthority();
}
