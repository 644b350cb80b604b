// The stages of `npm test`, in the order in which a mistake is cheapest to find.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { at } from '../setup/places.mjs';
import { run } from '../setup/processes.mjs';
import { failuresOfPlaywright, failuresOfVitest, secondRuns, withoutPassed } from './failures.mjs';
import { countPlaywright, countVitest } from './totals.mjs';

const tool = (file, ...args) => ({ program: process.execPath, args: [at('node_modules', file), ...args] });
const typescript = (...args) => tool('typescript/bin/tsc', '--incremental', ...args);
const cache = (name) => at('node_modules/.cache', name);

/** A check has no tests to count: it is one thing that passes or fails. */
const check = (name, command) => ({
  name,
  needsBuild: false,
  run: async (env) => countCheck(await run(command.program, command.args, { cwd: at(), env })),
});
const countCheck = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [], output });

/** A runner leaves a report as JSON; no report, no tests in it or a bad exit code are failures too. */
const runner = (name, count, command, reportVariable = 'UNUSED_REPORT') => ({
  name,
  needsBuild: count === countPlaywright,
  run: async (env) => {
    const report = reportOf(name);
    await mkdir(at('out/test'), { recursive: true });
    await rm(report, { force: true });
    const { code, output } = await run(command.program, command.args, { cwd: at(), env: { ...env, [reportVariable]: report } });
    const told = readReport(report);
    return { ...count(told, code), failures: failuresOf(told), again: secondRuns(told), output: withoutPassed(output) };
  },
});

/** The two runners have reports of different shapes. */
const failuresOf = (report) => [...failuresOfVitest(report), ...failuresOfPlaywright(report)];

const reportOf = (name) => at('out/test', `${name}.json`);
const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

const vitestCommand = (name) =>
  tool('vitest/vitest.mjs', 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`);
const vitest = (name) => runner(name, countVitest, vitestCommand(name));

/** The same, in a network of its own, where the names and ports of real providers are free. */
const inOwnNetwork = (name) => {
  const { program, args } = vitestCommand(name);
  return runner(name, countVitest, { program: at('build/test/in-own-network.sh'), args: [program, ...args] });
};

const playwrightCommand = (name, ...args) => tool('@playwright/test/cli.js', 'test', '--project', name, '--reporter', 'list,json', ...args);
const playwright = (name, ...args) => runner(name, countPlaywright, playwrightCommand(name, ...args), 'PLAYWRIGHT_JSON_OUTPUT_FILE');

/** The same, inside a session bus of its own with an unlocked keyring. */
const withKeyring = (name) => {
  const { program, args } = playwrightCommand(name, '--workers', '1');
  const command = { program: at('build/test/with-keyring.sh'), args: [program, ...args] };
  return runner(name, countPlaywright, command, 'PLAYWRIGHT_JSON_OUTPUT_FILE');
};

export const stages = [
  check('types', typescript('-p', at('tsconfig.json'), '--tsBuildInfoFile', cache('types.tsbuildinfo'))),
  check(
    'types-oldest-electron',
    typescript('-p', at('build/tsconfig.oldest-electron.json'), '--tsBuildInfoFile', cache('types-oldest.tsbuildinfo')),
  ),
  check('format-and-lint', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')),
  check('boundaries', tool('eslint/bin/eslint.js', '--max-warnings', '0', '.')),
  vitest('unit'),
  vitest('integration'),
  inOwnNetwork('providers'),
  withKeyring('vault'),
  playwright('e2e'),
  playwright('package', '--workers', '1'),
];
