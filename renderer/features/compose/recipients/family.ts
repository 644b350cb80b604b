// To, Cc and Bcc know of each other: an address stands in one of them, and a chip can go from one to another.
import { type Chip, chipKey } from '../recipients';

export const fieldNames = ['to', 'cc', 'bcc'] as const;
export type FieldName = (typeof fieldNames)[number];

export type FieldHandle = {
  readonly chips: () => readonly Chip[];
  readonly takeOut: (key: string) => Chip | null;
  /** At a place, or at the end; the keyboard goes to it. */
  readonly putIn: (chip: Chip, at: number | null, from: FieldName) => void;
};

export type Family = {
  /** The returned function takes the field out again. */
  readonly join: (name: FieldName, handle: FieldHandle) => () => void;
  /** The field that has the address already, other than `not`; null: none has. */
  readonly holder: (chip: Chip, not: FieldName) => FieldName | null;
  /** Moves a chip; a field that is not shown yet appears. Within one field: to another place. */
  readonly move: (key: string, from: FieldName, to: FieldName, at?: number | null) => void;
  /** Whether somebody with this address is in any field. */
  readonly has: (key: string) => boolean;
};

/** @param show makes a field appear that is not on the sheet */
export function createFamily(show: (name: FieldName) => void): Family {
  const fields = new Map<FieldName, FieldHandle>();
  const waiting = new Map<FieldName, () => void>();
  const holds = (handle: FieldHandle | undefined, key: string): boolean => handle?.chips().some((chip) => chipKey(chip) === key) === true;
  return {
    join(name, handle) {
      fields.set(name, handle);
      waiting.get(name)?.();
      waiting.delete(name);
      return () => {
        if (fields.get(name) === handle) fields.delete(name);
      };
    },
    holder: (chip, not) => fieldNames.find((name) => name !== not && holds(fields.get(name), chipKey(chip))) ?? null,
    has: (key) => fieldNames.some((name) => holds(fields.get(name), key)),
    move(key, from, to, at = null) {
      const chip = fields.get(from)?.takeOut(key) ?? null;
      if (chip === null) return; // what is dragged in from elsewhere is nothing of ours
      const target = fields.get(to);
      if (target !== undefined) return target.putIn(chip, at, from);
      waiting.set(to, () => fields.get(to)?.putIn(chip, at, from));
      show(to);
    },
  };
}
