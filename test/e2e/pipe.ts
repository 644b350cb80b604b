// Speaks through the page's own pipe, as the page does, and hears what arrives. It takes the place of the page's listeners,
// so tests that look at the page itself don't use it.
import type { Page } from '@playwright/test';
import type { PreloadApi } from '../../electron/contract/preload';
import { type ShellEvent, shellEventSchema } from '../../electron/contract/shell';

declare global {
  interface Window {
    /** Kept by `openPipe`: what has been heard so far. */
    heard?: { readonly answers: Map<number, unknown>; readonly events: unknown[]; resets: number; lastId: number };
  }
}

export type Pipe = {
  /** One call to the engine, answered with its Result. */
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Sends a call and does not wait; answers its id. */
  readonly begin: (name: string, input: unknown) => Promise<number>;
  /** Starts to watch a query; answers its id. */
  readonly watch: (name: string, input: unknown) => Promise<number>;
  /** The answer to a call that was begun, or the newest value of a query; undefined: none yet. */
  readonly answerTo: (id: number) => Promise<unknown>;
  readonly askShell: (name: string, input: unknown) => Promise<unknown>;
  readonly shellEvents: () => Promise<readonly ShellEvent[]>;
  /** How often a new engine has taken the place of the old one. */
  readonly resets: () => Promise<number>;
};

type Preload = { readonly brevduva: PreloadApi };

/** The value of an answer that must be a good one. */
export const valueIn = <T>(result: unknown): T => {
  const answer = result as { readonly ok: boolean; readonly value: T };
  if (!answer.ok) throw new Error(JSON.stringify(result));
  return answer.value;
};

export async function openPipe(page: Page): Promise<Pipe> {
  await page.evaluate(() => {
    const heard = { answers: new Map<number, unknown>(), events: [] as unknown[], resets: 0, lastId: 1_000_000 };
    window.heard = heard;
    const { brevduva } = window as unknown as Preload;
    brevduva.listen(
      (message) => {
        const { kind, id, result } = message as { readonly kind: string; readonly id: number; readonly result: unknown };
        if (kind === 'answer' || kind === 'snapshot') heard.answers.set(id, result);
      },
      () => {
        heard.resets += 1;
      },
    );
    brevduva.listenShell((event) => {
      heard.events.push(event);
      if ((event as ShellEvent).kind === 'flush') void brevduva.askShell('flushed', { isSaved: true, isSent: true }); // there is nothing to save
    });
  });
  const send = (kind: 'call' | 'watch', name: string, input: unknown): Promise<number> =>
    page.evaluate(
      ([messageKind, callName, callInput]) => {
        const heard = window.heard;
        if (heard === undefined) throw new Error('the pipe was opened on a page that is gone');
        heard.lastId += 1;
        (window as unknown as Preload).brevduva.send({ kind: messageKind, id: heard.lastId, name: callName, input: callInput });
        return heard.lastId;
      },
      [kind, name, input] as const,
    );
  const begin: Pipe['begin'] = (name, input) => send('call', name, input);
  const answerTo: Pipe['answerTo'] = (id) => page.evaluate((callId) => window.heard?.answers.get(callId), id);
  return {
    begin,
    watch: (name, input) => send('watch', name, input),
    answerTo,
    async call(name, input) {
      const id = await begin(name, input);
      await page.waitForFunction((callId) => window.heard?.answers.has(callId), id);
      return answerTo(id);
    },
    askShell: (name, input) =>
      page.evaluate(([callName, callInput]) => (window as unknown as Preload).brevduva.askShell(callName, callInput), [
        name,
        input,
      ] as const),
    shellEvents: async () => (await page.evaluate(() => window.heard?.events ?? [])).map((event) => shellEventSchema.parse(event)),
    resets: () => page.evaluate(() => window.heard?.resets ?? 0),
  };
}
