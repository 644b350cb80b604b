// Bare keys in the open panel: a number mends that line, with Shift it says that the line is fine, and F says so of the line one is at.
import type { Key } from '../../../ui/keys';

/** As the list of keys shows them. */
export const panelKeys: { readonly mend: readonly Key[]; readonly fine: readonly Key[] } = {
  mend: [
    { key: '1', isSingle: true },
    { key: '9', isSingle: true },
  ],
  fine: [
    { key: '1', hasShift: true, isSingle: true },
    { key: '9', hasShift: true, isSingle: true },
    { key: 'f', isSingle: true },
  ],
};
/** Lines with a number of their own. */
export const NUMBERED = 9;

export type PanelAct = { readonly what: 'mend' | 'fine' /** null: the line the keyboard is at. */; readonly line: number | null };
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** null: the key does nothing here. By the place of the number key: with Shift it types another sign on each keyboard. */
export function panelActFor({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): PanelAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return { what: shiftKey ? 'fine' : 'mend', line: Number(digit) - 1 };
  return key.toLowerCase() === 'f' && !shiftKey ? { what: 'fine', line: null } : null;
}
