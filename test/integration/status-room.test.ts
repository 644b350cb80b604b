// How often the page is told of the whole.
import { expect, it } from 'vitest';
import { createBell } from '../../electron/engine/bell';
import type { OutboxRoom } from '../../electron/engine/outbox/room';
import { createStatusRoom } from '../../electron/engine/status';
import { temporaryStore } from '../support/profile';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('tells at once what has changed, and nothing where it is as it was: a letter is saved while it is written', async () => {
  const still = { isOnline: true, sending: 0, held: 0, scheduled: 0, nextScheduledAt: null, missed: 0, needsYou: 0, paused: [] };
  let waiting = 0;
  const rests: (() => void)[] = [];
  const after = (_ms: number, work: () => void) => {
    rests.push(work);
    return () => undefined;
  };
  const bell = createBell();
  const outbox = { counts: () => ({ ...still, waiting }) } as unknown as OutboxRoom;
  const told: number[] = [];
  createStatusRoom({ store: temporaryStore(), bell, clock: { now: () => 0, after }, outbox }).watch((status) => told.push(status.waiting));
  for (let saves = 0; saves < 3; saves += 1) {
    bell.ring('drafts');
    await turn();
    rests.pop()?.();
  }
  expect(told).toEqual([0]);
  waiting = 1;
  bell.ring('outbox');
  await turn();
  rests.pop()?.();
  expect(told).toEqual([0, 1]);
});
