// How the set-up talks: short lines on standard error (standard output belongs to the command itself), and one clear end.

/** A step that could not be done: which one, why, and what a person types next. Ends the command with exit code 1. */
export class StepFailed extends Error {
  constructor(step, why, remedy) {
    super(`${step}: ${why}`);
    this.step = step;
    this.why = why;
    this.remedy = remedy;
  }
}

export const say = (line) => process.stderr.write(`${line}\n`);

/** Runs `work` and says its name and time, so that a long wait has a name. */
export const step = async (name, work) => {
  say(`- ${name} ...`);
  const started = performance.now();
  const value = await work();
  say(`  done in ${seconds(performance.now() - started)}`);
  return value;
};

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`;

/** Runs a whole command; a StepFailed is told in words, anything else with its stack. */
export const runCommand = async (work) => {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (error instanceof StepFailed) {
      say(`\nStopped at: ${error.step}\nWhy:        ${error.why}\nType:       ${error.remedy}`);
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    process.exitCode = 1;
  }
};
