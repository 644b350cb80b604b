// What a page is told when the disk does not keep what it was read from: nothing of it, and soon what is there instead.
import { beforeEach, expect, it, vi } from 'vitest';
import { fail } from '../../../electron/contract/failure';
import { heldWatch } from '../../../electron/engine/hold-back';
import type { WhenSynced } from '../../../electron/engine/store/group';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A list that is told to whoever begins to watch it and at each change; and a disk that fails so many times. */
function room(failures: number) {
  let left = failures;
  let state = 'queued';
  const watchers = new Set<(value: string) => void>();
  const whenSynced: WhenSynced = (work) => {
    left -= 1;
    work(left < 0 ? null : fail('disk-error'));
  };
  return {
    store: { whenSynced },
    watchers,
    watch(push: (value: string) => void) {
      watchers.add(push);
      push(state);
      return () => void watchers.delete(push);
    },
    change(to: string) {
      state = to;
      for (const push of watchers) push(state);
    },
  };
}

it('is told what is there as soon as the disk is well, without a further change', () => {
  const { store, watch, watchers, change } = room(3);
  const seen: string[] = [];
  const end = heldWatch(store, watch, (value) => void seen.push(value));
  change('sending'); // lost as well: one new beginning is enough for both
  change('queued');
  expect(seen).toEqual([]);
  vi.runAllTimers();
  expect(seen).toEqual(['queued']);
  change('accepted');
  expect(seen).toEqual(['queued', 'accepted']);
  expect(watchers.size).toBe(1);
  end();
  expect(watchers.size).toBe(0);
});

it('asks again as long as the disk fails', () => {
  const { store, watch } = room(5);
  const seen: string[] = [];
  heldWatch(store, watch, (value) => void seen.push(value));
  vi.runAllTimers();
  expect(seen).toEqual(['queued']);
});

it('is told nothing, and asks no more, once it has left', () => {
  const { store, watch, watchers } = room(1);
  const seen: string[] = [];
  heldWatch(store, watch, (value) => void seen.push(value))();
  vi.runAllTimers();
  expect(seen).toEqual([]);
  expect(watchers.size).toBe(0);
});
