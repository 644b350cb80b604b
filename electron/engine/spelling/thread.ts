// Keeps the thread with the dictionaries: started by the first question, ended when nobody has asked for a while, so that its memory is
// free again. One that ends by itself, or does not answer, is started once more; after that it is left alone.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Clock } from '../rooms';
import type { Answer, Numbered, Question } from './questions';

/** As a worker of `node:worker_threads` has it. */
export type Thread = {
  readonly postMessage: (question: Numbered) => void;
  readonly on: ((name: 'message', hear: (answer: Answer) => void) => unknown) &
    ((name: 'error', hear: (error: Error) => void) => unknown) &
    ((name: 'exit', hear: (code: number) => void) => unknown);
  readonly terminate: () => Promise<unknown>;
};

export type SpellingThread = {
  /** `not-possible-now`: it has just ended, or is broken. */
  readonly ask: (question: Question) => Promise<Result<Answer>>;
  readonly isBroken: () => boolean;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
};

/** ms without a question after which it ends. */
export const restAfter = 90_000;
/** ms for an answer: a question takes a tenth of a second, the first one of a language as much again. */
export const patience = 15_000;
const starts = 2;

type Waiting = { readonly resolve: (answer: Result<Answer>) => void; readonly callOff: () => void };

export function createSpellingThread(start: () => Thread, clock: Clock, onBroken: () => void): SpellingThread {
  let thread: Thread | null = null;
  let faults = 0;
  let lastId = 0;
  let callOffRest = (): void => undefined;
  const waiting = new Map<number, Waiting>();

  const end = async (): Promise<void> => {
    callOffRest();
    const ended = thread;
    thread = null;
    for (const { resolve, callOff } of waiting.values()) {
      callOff();
      resolve(fail('not-possible-now', { detail: 'the thread with the dictionaries ended' }));
    }
    waiting.clear();
    await ended?.terminate();
  };
  const fault = (of: Thread): void => {
    if (of !== thread) return; // ended on purpose, or told twice
    faults += 1;
    void end();
    if (faults >= starts) onBroken();
  };
  const begin = (): Thread => {
    const begun = start();
    begun.on('message', (answer) => {
      const question = waiting.get(answer.id);
      waiting.delete(answer.id);
      question?.callOff();
      question?.resolve(succeed(answer));
    });
    begun.on('error', () => fault(begun));
    begun.on('exit', () => fault(begun));
    return begun;
  };
  const isBroken = (): boolean => faults >= starts;

  return {
    ask(question) {
      if (isBroken()) return Promise.resolve(fail('not-possible-now', { detail: 'the dictionaries are left alone' }));
      thread ??= begin();
      const asked = thread;
      callOffRest();
      callOffRest = clock.after(restAfter, () => void end());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, { resolve, callOff: clock.after(patience, () => fault(asked)) });
        asked.postMessage({ ...question, id });
      });
    },
    isBroken,
    isRunning: () => thread !== null,
    stop: end,
  };
}
