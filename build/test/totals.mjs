// Adds up what the runners report. Nothing executed counts as a failure: an empty stage must not look like a good one.
// A test that was run a second time and passed then has passed, and is counted in the remark: see the decision about it.

/** @typedef {{ passed: number, failed: number, remark?: string }} Totals */

/** @returns {Totals} */
export const countVitest = (report, code) => {
  const states = (report?.testResults ?? []).flatMap((file) => file.assertionResults.map((result) => result.status));
  // A file that fails before its first test (an import that breaks) has no results of its own.
  const brokenFiles = (report?.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return judge(code, {
    passed: count(states, 'passed'),
    failed: count(states, 'failed') + brokenFiles,
    left: states.length - count(states, 'passed') - count(states, 'failed'),
    again: (report?.testResults ?? []).flatMap((file) => file.assertionResults).filter(isPassedAtSecondRun).length,
  });
};

/** @returns {Totals} */
export const countPlaywright = (report, code) => {
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  return judge(code, { passed: stats.expected + stats.flaky, failed: stats.unexpected, left: stats.skipped, again: stats.flaky });
};

/** Vitest leaves the error of the first run with the result of the second. */
export const isPassedAtSecondRun = (result) => result.status === 'passed' && (result.failureMessages?.length ?? 0) > 0;

const count = (states, wanted) => states.filter((state) => state === wanted).length;

/** A stage with no failed test can still have failed: no test at all, a test left out, an error outside of the tests. */
const judge = (code, { passed, failed, left, again }) => {
  if (passed + failed === 0) return { passed: 0, failed: 1, remark: 'no test was executed' };
  if (left > 0) return { passed, failed: failed + left, remark: `${left} left out` };
  if (code !== 0 && failed === 0) return { passed, failed: 1, remark: `the runner ended with code ${code}` };
  return again > 0 ? { passed, failed, remark: `${again} at the second run` } : { passed, failed };
};
