// The letters inside the time in which sending can be undone, as the outbox has them: nothing of it is kept in the page.
import { useEffect } from 'react';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { call, watch } from '../../api';
import { createStore } from '../../hooks/create-store';
import { open } from './navigation';
import { sayFailure } from './notices';

/** The newest first. */
const held = createStore<{ readonly items: readonly OutboxItem[] }>({ items: [] });

/** @param count how many the engine says there are: with none, nothing is watched */
export function useHeld(count: number): readonly OutboxItem[] {
  const hasSome = count > 0;
  useEffect(() => {
    if (!hasSome) return;
    const end = watch('outbox.list', {}, (result) => {
      if (!result.ok) return;
      const items = result.value.filter(({ state }) => state === 'held').sort((a, b) => b.createdAt - a.createdAt);
      held.set({ items });
    });
    return () => {
      end();
      held.set({ items: [] });
    };
  }, [hasSome]);
  return held.use(({ items }) => items);
}

/** Back into the composer, as it was. One that has begun to leave can't be called back, and says so. */
export async function takeBack(id: string): Promise<void> {
  forget(id);
  const answer = await call('outbox.edit', { id });
  if (answer.ok) open('drafts', answer.value.draftId);
  else sayFailure(answer.failure);
}

export async function sendAtOnce(id: string): Promise<void> {
  forget(id);
  const answer = await call('outbox.retry', { ids: [id] });
  if (!answer.ok) sayFailure(answer.failure);
}

/** Whether there is one to take back. */
export const hasHeld = (): boolean => held.get().items.length > 0;

/** The key: the last one that was sent. */
export function takeBackLast(): void {
  const [last] = held.get().items;
  if (last !== undefined) void takeBack(last.id);
}

/** Off the screen at the click; where it failed, the engine's next word brings it back. */
const forget = (id: string): void => held.set(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
