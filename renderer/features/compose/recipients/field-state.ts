// What a field of recipients holds: chips, the text being typed at one place among them, and what has just happened.
import type { DraftGroup, Recipient } from '../../../../electron/contract/model/drafts';
import { type Chip, chipKey, chipsOf, type GroupChip, groupsOf, insertRecipients, readRecipients, recipientsOf } from '../recipients';
import type { FieldName } from './family';
import { nothingSelected, type Selection } from './selection';

/** As many as the contract takes. */
export const RECIPIENT_LIMIT = 5000;

/** What the draft keeps of a field. */
export type FieldContent = { readonly recipients: readonly Recipient[]; readonly groups: readonly DraftGroup[] };

/** Some of what was put in stands in another field: these, or so many of a group's members. */
export type Elsewhere = { readonly field: FieldName; readonly chips: readonly Chip[]; readonly group: string | null };

export type FieldState = {
  readonly chips: readonly Chip[];
  readonly text: string;
  /** The place of the input among the chips. */
  readonly at: number;
  /** The first chip that is drawn. */
  readonly from: number;
  /** How many of the last ones were there already. */
  readonly merged: number;
  readonly elsewhere: Elsewhere | null;
  /** The chips that have just come from another field. */
  readonly arrived: readonly Chip[];
  readonly isFull: boolean;
  readonly selection: Selection;
};

/** Nothing has happened. */
export const quiet = { merged: 0, elsewhere: null, arrived: [], isFull: false, selection: nothingSelected } as const;

export const begin = ({ recipients, groups }: FieldContent): FieldState => {
  const chips = chipsOf(recipients, groups);
  return { chips, text: '', at: chips.length, from: 0, ...quiet };
};

/** Everything in the field, what is being typed included. */
export function contentOf({ chips, text, at }: FieldState, name: FieldName): FieldContent {
  const all = insertRecipients(chips, at, readRecipients(text)).chips;
  return { recipients: recipientsOf(all).slice(0, RECIPIENT_LIMIT), groups: groupsOf(all, name) };
}

/** Puts chips in at the place of the input. Whoever stands in another field stays there; of a group's members that is only told. */
export function putInto(state: FieldState, added: readonly Chip[], holders: ReadonlyMap<string, FieldName>): Partial<FieldState> {
  const fresh = added.filter((chip) => chip.kind === 'bad' || !holders.has(chipKey(chip)));
  const { chips: all, merged } = insertRecipients(state.chips, state.at, fresh);
  const chips = all.slice(0, RECIPIENT_LIMIT);
  const elsewhere = elsewhereIn(added, holders);
  return { chips, at: chips.length, merged, elsewhere, isFull: all.length > RECIPIENT_LIMIT };
}

export function elsewhereIn(added: readonly Chip[], holders: ReadonlyMap<string, FieldName>): Elsewhere | null {
  for (const group of added) {
    if (group.kind !== 'group' || holders.has(chipKey(group))) continue;
    const chips = group.members.filter((one) => holders.has(chipKey(one)));
    const field = chips[0] === undefined ? undefined : holders.get(chipKey(chips[0]));
    if (field !== undefined) return { field, chips, group: group.name };
  }
  const chips = added.filter((chip) => chip.kind !== 'bad' && holders.has(chipKey(chip)));
  const field = chips[0] === undefined ? undefined : holders.get(chipKey(chips[0]));
  return field === undefined ? null : { field, chips, group: null };
}

/** Other addresses in the places of chips and of members of groups; one that stands in the field, or in another one, already makes no second chip. */
export function replaceIn(
  { chips: before }: FieldState,
  by: ReadonlyMap<string, Chip>,
  holders: ReadonlyMap<string, FieldName>,
): Partial<FieldState> {
  const wanted = before.flatMap((chip) => {
    if (chip.kind === 'group') return [membersReplaced(chip, by)];
    const next = by.get(chipKey(chip)) ?? chip;
    return next !== chip && holders.has(chipKey(next)) ? [] : [next];
  });
  const { chips } = insertRecipients([], 0, wanted);
  return { chips, at: chips.length, merged: before.length - chips.length };
}

/** In this letter alone: the group of the same name keeps its members. */
function membersReplaced(group: GroupChip, by: ReadonlyMap<string, Chip>): GroupChip {
  if (!group.members.some((one) => by.has(chipKey(one)))) return group;
  const members = group.members.map((one) => by.get(chipKey(one)) ?? one);
  return { ...group, members: recipientsOf(members) };
}
