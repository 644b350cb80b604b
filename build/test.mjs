// npm test [-- STAGE ...]: everything that checks the project, each stage with its name and time, and one closing line with the totals.

import { withDisplay } from './setup/display.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand, StepFailed, seconds } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';
import { stages } from './test/stages.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

const test = async () => {
  const chosen = choose(process.argv.slice(2));
  const runtime = await setUp('test');
  print(`Electron ${runtime.version} (${runtime.kind}), Node ${process.versions.node}`);
  const totals = await withDisplay({ ...environmentFor(runtime), NO_COLOR: '1' }, (env) => runAll(chosen, env));
  print(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
};

const choose = (names) => {
  const unknown = names.find((name) => stages.every((stage) => stage.name !== name));
  if (unknown !== undefined)
    throw new StepFailed('choose stages', `there is no stage ${unknown}`, `npm test -- ${stages.map((stage) => stage.name).join(' ')}`);
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
};

/** Goes on after a failure: one run tells everything that is wrong. */
const runAll = async (chosen, env) => {
  const totals = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    const started = performance.now();
    const result = await runStage(stage, env);
    totals.passed += result.passed;
    totals.failed += result.failed;
    const time = seconds(performance.now() - started);
    print(
      `${result.failed === 0 ? 'ok    ' : 'FAILED'} ${stage.name.padEnd(22)} ${time.padStart(7)}  ${result.passed} passed, ${result.failed} failed${result.remark ? ` (${result.remark})` : ''}`,
    );
    if (result.again?.length > 0) print(result.again.join('\n'));
    if (result.failed > 0) print(`${[...result.failures, result.output.trim()].join('\n')}\n`);
  }
  return totals;
};

/** A build that failed for one stage has failed for the next one too: it is not tried, and not told, twice. */
let isBuildBroken = false;
const buildOnce = async () => {
  if (isBuildBroken) throw new StepFailed('electron-vite build', 'not run: the build failed above', 'npx electron-vite build');
  isBuildBroken = true;
  await ensureBuilt();
  isBuildBroken = false;
};

const runStage = async (stage, env) => {
  try {
    if (stage.needsBuild) await buildOnce();
    return await stage.run(env);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { passed: 0, failed: 1, remark: error.step, failures: [], output: error.why };
  }
};

await runCommand(test);
