// To, Cc and Bcc know of each other: an address stands in one of them, and chips can go from one to another.
import { type RecipientField, recipientFields } from '../../../../electron/domain/merge-fields';
import { type Chip, chipKey, membersIn } from '../recipients';

export const fieldNames = recipientFields;
export type FieldName = RecipientField;

export type FieldHandle = {
  readonly chips: () => readonly Chip[];
  readonly takeOut: (keys: ReadonlySet<string>) => readonly Chip[];
  /** At a place, or at the end; the keyboard goes to the first of them. */
  readonly putIn: (chips: readonly Chip[], at: number | null) => void;
  /** To another place in the field itself. */
  readonly reorder: (keys: ReadonlySet<string>, at: number | null) => void;
  /** Other addresses in the places of these. */
  readonly replace: (by: ReadonlyMap<string, Chip>) => void;
  readonly focusChip: (key: string) => void;
};

export type Family = {
  /** The returned function takes the field out again. */
  readonly join: (name: FieldName, handle: FieldHandle) => () => void;
  /** Who stands in fields other than `not`, themselves or in a group, by their keys, and where. */
  readonly holders: (not: FieldName) => ReadonlyMap<string, FieldName>;
  /** Moves chips; a field that is not shown yet appears. Within one field: to another place. */
  readonly move: (keys: ReadonlySet<string>, from: FieldName, to: FieldName, at?: number | null) => void;
  /** Whether somebody with this address is in any field. */
  readonly has: (key: string) => boolean;
  readonly replace: (by: ReadonlyMap<string, Chip>) => void;
  /** Takes the keyboard to the chip, in whichever field it stands. */
  readonly focusChip: (key: string) => void;
  /** Everything in all of the fields, but what is still being typed. */
  readonly chips: () => readonly Chip[];
  /** These domains are the ones that were meant, whatever they look like. */
  readonly sayRight: (domains: readonly string[]) => void;
};

/** @param show makes a field appear that is not on the sheet */
export function createFamily(show: (name: FieldName) => void, sayRight: Family['sayRight']): Family {
  const fields = new Map<FieldName, FieldHandle>();
  const waiting = new Map<FieldName, () => void>();
  const keysIn = (name: FieldName): readonly string[] => {
    const chips = fields.get(name)?.chips() ?? [];
    return [...chips.map(chipKey), ...membersIn(chips)];
  };
  /** Kept as long as the field has the same chips: every key asks for a dozen of them. */
  const ownKeys = new WeakMap<readonly Chip[], ReadonlySet<string>>();
  const hasOwn = (chips: readonly Chip[], key: string): boolean => {
    const keys = ownKeys.get(chips) ?? new Set(chips.map(chipKey));
    ownKeys.set(chips, keys);
    return keys.has(key);
  };
  return {
    join(name, handle) {
      fields.set(name, handle);
      waiting.get(name)?.();
      waiting.delete(name);
      return () => {
        if (fields.get(name) === handle) fields.delete(name);
      };
    },
    holders(not) {
      const others = fieldNames.filter((name) => name !== not).reverse(); // the first field of several is the one that counts
      return new Map(others.flatMap((name) => keysIn(name).map((key) => [key, name] as const)));
    },
    has: (key) => fieldNames.some((name) => hasOwn(fields.get(name)?.chips() ?? [], key)),
    move(keys, from, to, at = null) {
      if (from === to) return fields.get(from)?.reorder(keys, at);
      const chips = fields.get(from)?.takeOut(keys) ?? [];
      if (chips.length === 0) return; // what is dragged in from elsewhere is nothing of ours
      const target = fields.get(to);
      if (target !== undefined) return target.putIn(chips, at);
      waiting.set(to, () => fields.get(to)?.putIn(chips, at));
      show(to);
    },
    replace(by) {
      for (const name of fieldNames) fields.get(name)?.replace(by);
    },
    focusChip(key) {
      const holder = fieldNames.find((name) => keysIn(name).includes(key));
      if (holder !== undefined) fields.get(holder)?.focusChip(key);
    },
    chips: () => fieldNames.flatMap((name) => fields.get(name)?.chips() ?? []),
    sayRight,
  };
}
