// Which chips of a field are chosen together, by their keys: with Shift a stretch of them, with Ctrl one more or one less.
import { type Chip, chipKey } from '../recipients';

/** `anchor`: where a stretch begins. */
export type Selection = { readonly keys: ReadonlySet<string>; readonly anchor: string | null };

export const nothingSelected: Selection = { keys: new Set(), anchor: null };

/** From the anchor to this one; without an anchor from `from`. */
export function selectTo(chips: readonly Chip[], { anchor }: Selection, index: number, from: number): Selection {
  const known = anchor === null ? -1 : chips.findIndex((chip) => chipKey(chip) === anchor);
  const start = known < 0 ? from : known;
  const first = chips[start];
  if (first === undefined) return nothingSelected;
  const stretch = chips.slice(Math.min(start, index), Math.max(start, index) + 1);
  return { keys: new Set(stretch.map(chipKey)), anchor: chipKey(first) };
}

export function toggle(chips: readonly Chip[], { keys }: Selection, index: number): Selection {
  const chip = chips[index];
  if (chip === undefined) return { keys, anchor: null };
  const key = chipKey(chip);
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

export const selectAll = (chips: readonly Chip[]): Selection => ({
  keys: new Set(chips.map(chipKey)),
  anchor: chips[0] === undefined ? null : chipKey(chips[0]),
});

/** What is done to this chip is done to all that are chosen with it. */
export const together = ({ keys }: Selection, chip: Chip): ReadonlySet<string> =>
  keys.has(chipKey(chip)) ? keys : new Set([chipKey(chip)]);
