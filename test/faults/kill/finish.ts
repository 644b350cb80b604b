// Lets everything come to its end, as a person does who presses Retry and Send again where the outbox asks for it.
import type { ForkedEngine } from '../../support/forked-engine';
import type { Scene } from './scene';
import { Violation } from './victim';

/** An engine that nobody killed is gone. */
export class EndedByItself extends Violation {}

const open = ['queued', 'sending', 'deferred', 'kept', 'held', 'scheduled'];

/** The person presses Retry on what was put off or kept. How many were kept. */
export async function settle(engine: ForkedEngine): Promise<number> {
  const kept = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    engine.watch('outbox.list', {}, (result) => {
      if (!result.ok) return reject(new Violation(JSON.stringify(result.failure)));
      const waiting = result.value.filter(({ state }) => open.includes(state));
      if (waiting.length === 0) return resolve();
      for (const { id, state } of waiting) if (state === 'kept') kept.add(id);
      const ids = waiting.filter(({ state }) => state === 'deferred' || state === 'kept').map(({ id }) => id);
      // One of them may have moved on by itself meanwhile: then there is nothing to press.
      if (ids.length > 0) void engine.call('outbox.retry', { ids });
    });
    void engine.ended.then(() => reject(new EndedByItself('the last engine ended by itself')));
  });
  return kept.size;
}

async function lastEngine({ victim }: Scene): Promise<ForkedEngine> {
  const engine = await victim.start();
  if (engine === null) throw new Violation('an engine that nobody killed did not start');
  return engine;
}

/** Starts an engine that lives, waits for `writing` and for the end of every message, and stops it. How many had been kept aside. */
export async function finish(scene: Scene, writing: Promise<unknown>): Promise<number> {
  const engine = await lastEngine(scene);
  await writing;
  const kept = await settle(engine);
  await engine.stop();
  return kept;
}

/** The person has each of these sent again. */
export async function sendAgain(scene: Scene, ids: readonly string[]): Promise<void> {
  const engine = await lastEngine(scene);
  for (const id of ids) {
    scene.sentAgain.add(id);
    await scene.victim.call(engine, 'outbox.settle', { id, as: 'send-again' });
  }
  await settle(engine);
  await engine.stop();
}
