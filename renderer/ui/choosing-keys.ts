// Which key chooses what in a list of which several rows can be chosen (ARIA listbox, multiselectable).
import { control, isPressed, type Key, type Press } from './keys';

export type ChoosingKey = 'toggle' | 'all' | 'none';

export const choosingKeys: Readonly<Record<ChoosingKey, readonly Key[]>> = {
  toggle: [{ key: ' ' }, { key: 'x', isSingle: true }],
  all: [control('a')],
  none: [{ key: 'escape' }],
};

/** null: the key chooses nothing. Shift with a key that moves is a range. */
export function choosingKey(press: Press, hasChosen: boolean, hasSingleKeys: boolean): ChoosingKey | null {
  const means = (what: ChoosingKey): boolean =>
    choosingKeys[what].some((key) => isPressed(key, press) && (hasSingleKeys || key.isSingle !== true));
  if (means('toggle')) return 'toggle';
  if (means('all')) return 'all';
  return hasChosen && means('none') ? 'none' : null;
}
