// Where a key moves to in a list.
import { isPressed, type Key, type Press } from './keys';

export type Move = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last';

export const moveKeys: readonly { readonly move: Move; readonly keys: readonly Key[] }[] = [
  { move: 'next', keys: [{ key: 'arrowdown' }, { key: 'j', isSingle: true }] },
  { move: 'previous', keys: [{ key: 'arrowup' }, { key: 'k', isSingle: true }] },
  { move: 'page-down', keys: [{ key: 'pagedown' }] },
  { move: 'page-up', keys: [{ key: 'pageup' }] },
  { move: 'first', keys: [{ key: 'home' }] },
  { move: 'last', keys: [{ key: 'end' }] },
];

const bare = (key: string): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });

/**
 * @param active the row that is active now, -1: none yet
 * @param page how many rows are seen at once
 * @returns the row to go to, or null when the key means nothing here
 */
export function rowForKey(key: string, active: number, total: number, page: number, hasSingleKeys: boolean): number | null {
  if (total === 0) return null;
  const clamp = (row: number): number => Math.min(total - 1, Math.max(0, row));
  const means = (one: Key): boolean => isPressed(one, bare(key)) && (hasSingleKeys || one.isSingle !== true);
  switch (moveKeys.find(({ keys }) => keys.some(means))?.move) {
    case 'next':
      return clamp(active + 1);
    case 'previous':
      return clamp(active < 0 ? 0 : active - 1);
    case 'page-down':
      return clamp(active + page);
    case 'page-up':
      return clamp(active - page);
    case 'first':
      return 0;
    case 'last':
      return total - 1;
    case undefined:
      return null;
  }
}
