// A program started as a person starts it, with nothing of a test driver in it. What its page knows is asked for over Chromium's
// debugging pipe, which is attached to the page for the question alone, and never while keys are measured.
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { until } from '../../support/until';
import { family } from '../start/memory';
import { ended } from '../start/screen';

export type Observed = {
  /** The value of an expression in the page; it must be plain. Throws what the page throws. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** Resolves when the expression is true in the page. */
  readonly waitFor: (expression: string) => Promise<void>;
  readonly quit: () => Promise<void>;
};

type Message = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };
type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
};

/** ms */
const patience = 60_000;

/** One JSON text after the other, each ended by a NUL. */
function talkOver(to: Writable, from: Readable) {
  const answers = new Map<number, (message: Message) => void>();
  let [lastId, heard] = [0, ''];
  from.setEncoding('utf8').on('data', (data: string) => {
    const parts = `${heard}${data}`.split('\0');
    heard = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id !== undefined) answers.get(message.id)?.(message);
    }
  });
  to.on('error', () => undefined); // the program has ended
  return async <T>(method: string, params: object = {}, sessionId?: string): Promise<T> => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<Message>((resolve) => answers.set(id, resolve));
    to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    const { result, error } = await answer;
    answers.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  };
}

/** `page`: the beginning of the address of the page that is observed. */
export async function startObserved(command: string, words: readonly string[], display: string, page: string): Promise<Observed> {
  const child = spawn(command, ['--remote-debugging-pipe', ...words], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: '' },
  });
  const [, , , to, from] = child.stdio;
  const say = talkOver(to as Writable, from as Readable);
  const find = async (): Promise<string | null> => {
    const { targetInfos } = await say<{ readonly targetInfos: readonly { readonly targetId: string; readonly url: string }[] }>(
      'Target.getTargets',
    );
    return targetInfos.find(({ url }) => url.startsWith(page))?.targetId ?? null;
  };
  const evaluate = async <T>(expression: string): Promise<T> => {
    const targetId = await until(find, { deadline: patience });
    const { sessionId } = await say<{ readonly sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    try {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await say<Evaluated>('Runtime.evaluate', asked, sessionId);
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    } finally {
      await say('Target.detachFromTarget', { sessionId });
    }
  };
  const waitFor = async (expression: string): Promise<void> => {
    const isTrue = async (): Promise<boolean> => {
      try {
        return await evaluate<boolean>(`Boolean(${expression})`);
      } catch (error) {
        if (String(error).includes('execution context')) return false; // the page is only being loaded
        throw error;
      }
    };
    await until(isTrue, { deadline: patience });
  };
  const quit = async (): Promise<void> => {
    const all = family(child.pid ?? 0);
    await ended(child, 'SIGTERM');
    for (const pid of all) await until(() => Promise.resolve(isGone(pid) ? true : null), { deadline: patience });
  };
  return { evaluate, waitFor, quit };
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
