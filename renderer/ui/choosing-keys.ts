// Which key chooses what in a list of which several rows can be chosen (ARIA listbox, multiselectable).
import type { KeyboardEvent } from 'react';

export type ChoosingKey = 'toggle' | 'all' | 'none';

/** null: the key chooses nothing. Shift with a key that moves is a range. */
export function choosingKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  hasChosen: boolean,
  hasSingleKeys: boolean,
): ChoosingKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? 'all' : null;
  if (key === ' ' || (key === 'x' && hasSingleKeys)) return 'toggle';
  return key === 'Escape' && hasChosen ? 'none' : null;
}
