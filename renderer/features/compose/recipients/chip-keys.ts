// What a key does on a recipient's chip: one table, for the chip and for the list of keys.
import { isPressed, type Key, type Press } from '../../../ui/keys';
import type { ChipAction } from '../recipient-chip';
import { type FieldName, fieldNames } from './family';

/** `up` and `down` lead to the field above and below. */
type Move = Exclude<ChipAction, object> | 'up' | 'down';
type ChipKey = Key & { readonly does: Move };

export const chipKeys: readonly {
  readonly what: 'card' | 'edit' | 'remove' | 'neighbour' | 'order' | 'field' | 'choose';
  readonly keys: readonly ChipKey[];
}[] = [
  { what: 'card', keys: [{ key: ' ', does: 'card' }] },
  {
    what: 'edit',
    keys: [
      { key: 'f2', does: 'edit' },
      { key: 'enter', does: 'edit' },
    ],
  },
  {
    what: 'remove',
    keys: [
      { key: 'backspace', does: 'remove' },
      { key: 'delete', does: 'remove' },
    ],
  },
  {
    what: 'neighbour',
    keys: [
      { key: 'arrowleft', does: 'left' },
      { key: 'arrowright', does: 'right' },
      { key: 'home', does: 'first' },
      { key: 'end', does: 'last' },
    ],
  },
  {
    what: 'order',
    keys: [
      { key: 'arrowleft', hasAlt: true, does: 'earlier' },
      { key: 'arrowright', hasAlt: true, does: 'later' },
    ],
  },
  {
    what: 'field',
    keys: [
      { key: 'arrowup', hasAlt: true, does: 'up' },
      { key: 'arrowdown', hasAlt: true, does: 'down' },
    ],
  },
  {
    what: 'choose',
    keys: [
      { key: 'arrowleft', hasShift: true, does: 'select-left' },
      { key: 'arrowright', hasShift: true, does: 'select-right' },
      { key: ' ', hasControl: true, does: 'select' },
      { key: 'a', hasControl: true, does: 'select-all' },
      { key: 'escape', does: 'select-none' },
    ],
  },
];

const neighbour = (field: FieldName, by: 1 | -1): FieldName | null => fieldNames[fieldNames.indexOf(field) + by] ?? null;

/** null: the key does nothing here. The button's own key opens the card, and so does its click. */
export function chipActionFor(press: Press, field: FieldName, isSelected: boolean): ChipAction | null {
  const find = (pressed: Press): Move | null => chipKeys.flatMap(({ keys }) => keys).find((key) => isPressed(key, pressed))?.does ?? null;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  const does = find({ key, ctrlKey, metaKey, altKey, shiftKey }) ?? find({ key, ctrlKey, metaKey, altKey, shiftKey: false });
  if (does === null || does === 'card' || (does === 'select-none' && !isSelected)) return null;
  if (does !== 'up' && does !== 'down') return does;
  const to = neighbour(field, does === 'up' ? -1 : 1);
  return to === null ? null : { to };
}
