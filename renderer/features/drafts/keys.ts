// The keys of the list of drafts, besides those of every list.
import { isPressed, type Key, type Press } from '../../ui/keys';

export type DraftKey = 'throw-away' | 'search' | 'own-window';

export const draftKeys: Readonly<Record<DraftKey, Key>> = {
  'throw-away': { key: 'delete' },
  search: { key: '/', isSingle: true },
  'own-window': { key: 'o', isSingle: true },
};

/** null: the key does nothing here. */
export function draftKeyFor(press: Press, hasSingleKeys: boolean): DraftKey | null {
  const means = (key: Key): boolean => isPressed(key, press) && (hasSingleKeys || key.isSingle !== true);
  return (['throw-away', 'search', 'own-window'] as const).find((what) => means(draftKeys[what])) ?? null;
}
