// What `npm test` makes of the runners' reports.
import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../build/test/totals.mjs';

const file = (status: string, ...states: readonly string[]) => ({ status, assertionResults: states.map((state) => ({ status: state })) });
const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

describe('a stage of the tests', () => {
  it('passes with as many tests as were executed', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'passed')] }, 0)).toEqual({ passed: 2, failed: 0 });
    expect(countPlaywright({ stats }, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('fails when no test was executed', () => {
    expect(countVitest({ testResults: [] }, 0)).toMatchObject({ failed: 1 });
    expect(countPlaywright(null, 1)).toMatchObject({ failed: 1 });
  });

  it('fails when a test file could not be read', () => {
    expect(countVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('fails when a test was left out', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'skipped')] }, 0)).toMatchObject({ passed: 1, failed: 1 });
    expect(countPlaywright({ stats: { ...stats, skipped: 2 } }, 0)).toMatchObject({ passed: 3, failed: 2 });
  });

  it('fails when the runner failed without a failed test', () => {
    expect(countPlaywright({ stats }, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('tells how many tests passed only at their second run', () => {
    expect(countPlaywright({ stats: { ...stats, flaky: 1 } }, 0)).toEqual({ passed: 4, failed: 0, remark: '1 at the second run' });
    const again = { status: 'passed', failureMessages: ['not sent'] };
    expect(countVitest({ testResults: [{ status: 'passed', assertionResults: [again, { status: 'passed' }] }] }, 0)).toEqual({
      passed: 2,
      failed: 0,
      remark: '1 at the second run',
    });
  });
});
