// The demo's voice: one line per step with its time, and what went wrong where something did.
import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(8);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

export default class StepReporter implements Reporter {
  #tests = 0;

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    const isOwn = step.category === 'test.step' && step.parent?.category !== 'test.step';
    if (isOwn) print(`${step.error ? 'FAILED' : '    ok'} ${seconds(step.duration)}  ${step.title}`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#tests += 1;
    if (result.status !== test.expectedStatus)
      for (const error of result.errors) print(`\n${test.title}\n${error.stack ?? error.message ?? ''}`);
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (this.#tests > 0) return undefined;
    print('No demo ran.');
    return { status: result.status === 'passed' ? 'failed' : result.status };
  }
}
