// What `npm test` prints of a stage that failed.
import { describe, expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest, secondRuns, withoutPassed } from '../../../build/test/failures.mjs';

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

describe('the failures of a stage', () => {
  it('are named with the first lines of their error, without colours', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'good' },
            {
              status: 'failed',
              fullName: 'bad',
              failureMessages: [red(Array.from({ length: 99 }, (_, line) => `line ${line}`).join('\n'))],
            },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] },
      ],
    };
    const [bad, unread] = failuresOfVitest(report);
    expect(bad).toMatch(/^✗ a\.test\.ts › bad\n {4}line 0\n/u);
    expect(bad).not.toContain('line 20');
    expect(unread).toBe('✗ b.test.ts\n    cannot be read');
  });

  it('are found in the groups of a file, and outside of the tests', () => {
    const spec = { ok: false, file: 'c.spec.ts', line: 7, title: 'sent', tests: [{ results: [{ error: { message: 'not sent' } }] }] };
    const report = { errors: [{ message: 'no display' }], suites: [{ specs: [], suites: [{ specs: [spec, { ...spec, ok: true }] }] }] };
    expect(failuresOfPlaywright(report)).toEqual(['✗ outside of the tests\n    no display', '✗ c.spec.ts:7 › sent\n    not sent']);
  });

  it('that a second run did not show again are named too', () => {
    const result = { status: 'passed', fullName: 'shaky', failureMessages: ['not yet'] };
    const shaky = {
      name: 'a.test.ts',
      status: 'passed',
      assertionResults: [result, { status: 'passed', fullName: 'good', failureMessages: [] }],
    };
    expect(secondRuns({ testResults: [shaky] })).toEqual(['↻ a.test.ts › shaky\n    not yet']);
    const tests = [{ status: 'flaky', results: [{ error: { message: 'not sent' } }, {}] }];
    const spec = { ok: true, file: 'c.spec.ts', line: 7, title: 'sent', tests };
    expect(secondRuns({ suites: [{ specs: [spec] }] })).toEqual(['↻ c.spec.ts:7 › sent\n    not sent']);
    expect(secondRuns(null)).toEqual([]);
  });

  it('of a runner that left no report are none', () => {
    expect([...failuresOfVitest(null), ...failuresOfPlaywright(null)]).toEqual([]);
  });

  it('are followed by what the runner said, without the tests that passed', () => {
    expect(withoutPassed(`  ${red('✓')}  1 good\n  ✘  2 bad\nwhy`)).toBe('  ✘  2 bad\nwhy');
  });
});
