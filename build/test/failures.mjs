// What failed, from the runners' own reports: a name and the first lines of its error, so that the end of a long log need not be read.
import { stripVTControlCharacters } from 'node:util';
import { isPassedAtSecondRun } from './totals.mjs';

const linesOfAnError = 14;

/** @returns {readonly string[]} one text per failed test */
export const failuresOfVitest = (report) =>
  (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => told(`${file.name} › ${result.fullName}`, result.failureMessages?.[0]))
      .concat(file.status === 'failed' && file.assertionResults.length === 0 ? [told(file.name, file.message)] : []),
  );

/** @returns {readonly string[]} one text per failed test */
export const failuresOfPlaywright = (report) => [
  ...(report?.errors ?? []).map((error) => told('outside of the tests', error.message)),
  ...(report?.suites ?? []).flatMap(failuresOfSuite),
];

const failuresOfSuite = (suite) => [
  ...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => told(`${spec.file}:${spec.line} › ${spec.title}`, errorOf(spec))),
  ...(suite.suites ?? []).flatMap(failuresOfSuite),
];

const errorOf = (spec) => spec.tests.flatMap((test) => test.results).find((result) => result.error !== undefined)?.error.message;

const told = (name, message = 'no message', mark = '✗') => {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, linesOfAnError);
  return [`${mark} ${name}`, ...lines.map((line) => `    ${line}`)].join('\n');
};

/** @returns {readonly string[]} one text per test that failed at its first run and passed at its second */
export const secondRuns = (report) => [
  ...(report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter(isPassedAtSecondRun)
      .map((result) => told(`${file.name} › ${result.fullName}`, result.failureMessages[0], '↻')),
  ),
  ...(report?.suites ?? []).flatMap(secondRunsOfSuite),
];

const secondRunsOfSuite = (suite) => [
  ...(suite.specs ?? [])
    .filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
    .map((spec) => told(`${spec.file}:${spec.line} › ${spec.title}`, errorOf(spec), '↻')),
  ...(suite.suites ?? []).flatMap(secondRunsOfSuite),
];

/** A runner's output without the lines of the tests that passed. */
export const withoutPassed = (output) =>
  output
    .split('\n')
    .filter((line) => !/^\s*[✓✔]/u.test(stripVTControlCharacters(line)))
    .join('\n');
