// The thread with the dictionaries: started when it is needed, ended when it rests, and what becomes of it when it breaks.
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Numbered } from '../../../../electron/engine/spelling/questions';
import { createSpellingThread, patience, restAfter, type Thread } from '../../../../electron/engine/spelling/thread';
import { createTestClock } from '../../../support/test-clock';

type Played = Thread & { readonly asked: Numbered[]; readonly answer: (id: number) => void; readonly crash: () => void; isEnded: boolean };

function playThread(): Played {
  const hearing = { message: (_: Answer): void => undefined, error: (_: Error): void => undefined, exit: (_: number): void => undefined };
  const played: Played = {
    asked: [],
    isEnded: false,
    postMessage: (question) => void played.asked.push(question),
    on: ((name: keyof typeof hearing, hear: never) => Object.assign(hearing, { [name]: hear })) as Thread['on'],
    terminate: async () => {
      played.isEnded = true;
      hearing.exit(1);
    },
    answer: (id) => hearing.message({ id, wrong: [0], suggestions: [], missing: [] }),
    crash: () => {
      hearing.error(new Error('out of memory'));
      hearing.exit(1);
    },
  };
  return played;
}

const clock = createTestClock();
afterEach(() => clock.stop());
const check = { kind: 'check', languages: ['sv'], words: ['hälsnignar'] } as const;

function scene() {
  const started: Played[] = [];
  let broken = 0;
  const thread = createSpellingThread(
    () => {
      const played = playThread();
      started.push(played);
      return played;
    },
    clock,
    () => {
      broken += 1;
    },
  );
  return { thread, started, broken: () => broken };
}

describe('the thread with the dictionaries', () => {
  it('starts with the first question and answers each by its number', async () => {
    const { thread, started } = scene();
    expect(started).toEqual([]);
    const [one, other] = [thread.ask(check), thread.ask(check)];
    expect(started).toHaveLength(1);
    started[0]?.answer(2);
    started[0]?.answer(1);
    expect(await one).toMatchObject({ ok: true, value: { id: 1 } });
    expect(await other).toMatchObject({ ok: true, value: { id: 2 } });
  });

  it('ends when nobody has asked for a while, and starts anew with the next question', async () => {
    const { thread, started, broken } = scene();
    const first = thread.ask(check);
    started[0]?.answer(1);
    await first;
    clock.skip(restAfter);
    await expect.poll(() => started[0]?.isEnded).toBe(true);
    expect(thread.isRunning()).toBe(false);
    void thread.ask(check);
    expect(started).toHaveLength(2);
    expect([thread.isBroken(), broken()]).toEqual([false, 0]);
  });

  it('is started once more when it breaks, and left alone after that', async () => {
    const { thread, started, broken } = scene();
    const first = thread.ask(check);
    started[0]?.crash();
    expect(await first).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    expect([thread.isBroken(), broken()]).toEqual([false, 0]);
    const second = thread.ask(check);
    started[1]?.answer(2);
    expect(await second).toMatchObject({ ok: true });
    const third = thread.ask(check);
    started[1]?.crash();
    expect(await third).toMatchObject({ ok: false });
    expect([thread.isBroken(), broken(), started.length]).toEqual([true, 1, 2]);
    expect(await thread.ask(check)).toMatchObject({ ok: false });
    expect(started).toHaveLength(2);
  });

  it('that does not answer is ended', async () => {
    const { thread, started } = scene();
    const asked = thread.ask(check);
    clock.skip(patience);
    expect(await asked).toMatchObject({ ok: false });
    expect(started[0]?.isEnded).toBe(true);
    expect(thread.isBroken()).toBe(false);
  });

  it('stops for good without being taken for broken', async () => {
    const { thread, started, broken } = scene();
    const asked = thread.ask(check);
    await thread.stop();
    expect(await asked).toMatchObject({ ok: false });
    expect([started[0]?.isEnded, broken()]).toEqual([true, 0]);
  });
});
