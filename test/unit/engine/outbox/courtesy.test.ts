// While somebody types each connection rests between two messages; what was begun is not held up.
import { describe, expect, it } from 'vitest';
import { createCourtesy } from '../../../../electron/engine/outbox/courtesy';

const clock = () => {
  let time = 1_000_000;
  const timers: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => time,
    after(ms: number, work: () => void) {
      timers.push({ at: time + ms, work });
      return () => undefined;
    },
    pass(ms: number) {
      time += ms;
      for (const { at, work } of timers) if (at <= time) work();
    },
  };
};

describe('a message’s turn', () => {
  it('comes at once where nobody types, and has typed for two seconds', () => {
    const time = clock();
    const courtesy = createCourtesy(time);
    expect(courtesy.turn()).toBeNull();
    courtesy.stepBack();
    time.pass(1_999);
    expect(courtesy.turn()).not.toBeNull();
    time.pass(1);
    expect(courtesy.turn()).toBeNull();
  });

  it('comes after a rest while somebody does', async () => {
    const time = clock();
    const courtesy = createCourtesy(time);
    courtesy.stepBack();
    const order: string[] = [];
    const turn = courtesy.turn()?.then(() => order.push('its turn'));
    order.push('a key');
    time.pass(8);
    await turn;
    expect(order).toEqual(['a key', 'its turn']);
  });

  it('is not put off for ever by a clock that was set back', () => {
    const time = clock();
    const courtesy = createCourtesy(time);
    courtesy.stepBack();
    time.pass(-3_600_000);
    expect(courtesy.turn()).toBeNull();
  });
});
