// The chips of one field as a list: reading what was typed, putting it in without doubles, writing it out again for editing.
import type { DraftGroup, Recipient } from '../../../electron/contract/model/drafts';
import { recipientKey } from '../../../electron/domain/addresses';
import type { RecipientField } from '../../../electron/domain/merge-fields';
import { readPasted } from '../../../electron/domain/pasted/read-pasted';
import { readableAddress } from '../../../electron/domain/people/readable';

/** A group as one chip. The draft knows its members only: who gets the letter is never hidden behind a name. */
export type GroupChip = { readonly kind: 'group'; readonly id: number; readonly name: string; readonly members: readonly Recipient[] };
export type Chip = Recipient | GroupChip;

/** Reads typed or pasted text; nothing for text in which nothing is written. */
export const readRecipients = (text: string): readonly Recipient[] => readPasted(text);

/** A key costs a look at the domain: it is made once for each chip, and not for two thousand of them at each key press. */
const keys = new WeakMap<Chip, string>();

/** What two chips of one recipient share, whatever the case of their letters. */
export function chipKey(chip: Chip): string {
  const known = keys.get(chip);
  if (known !== undefined) return known;
  const key = chip.kind === 'good' ? recipientKey(chip.address) : chip.kind === 'group' ? `group ${chip.id}` : `bad ${chip.text}`;
  keys.set(chip, key);
  return key;
}

export type Inserted = {
  readonly chips: readonly Chip[];
  /** How many were there already. */
  readonly merged: number;
  /** Where the next one goes. */
  readonly next: number;
};

/** Puts recipients in at a place. One that is there already is not put in again; it lends its name where none was known. */
export function insertRecipients(chips: readonly Chip[], at: number, added: readonly Chip[]): Inserted {
  const place = Math.min(Math.max(at, 0), chips.length);
  if (added.length === 0) return { chips, merged: 0, next: place };
  const grouped = membersIn(chips);
  const known = new Map(chips.map((chip, index) => [chipKey(chip), index]));
  const kept: Chip[] = [...chips];
  const fresh: Chip[] = [];
  const freshPlaces = new Map<string, number>();
  let merged = 0;
  for (const recipient of added) {
    const key = chipKey(recipient);
    const there = known.get(key) ?? freshPlaces.get(key);
    if (there !== undefined) {
      merged += 1;
      lendName(known.has(key) ? kept : fresh, there, recipient);
    } else if (grouped.has(key)) merged += 1;
    else {
      freshPlaces.set(key, fresh.length);
      fresh.push(recipient);
      if (recipient.kind === 'group')
        merged += recipient.members.filter((one) => known.has(chipKey(one)) || grouped.has(chipKey(one))).length;
    }
  }
  return { chips: [...kept.slice(0, place), ...fresh, ...kept.slice(place)], merged, next: place + fresh.length };
}

function lendName(chips: Chip[], index: number, from: Chip): void {
  const there = chips[index];
  if (there?.kind === 'good' && from.kind === 'good' && there.name === '' && from.name !== '') chips[index] = { ...there, name: from.name };
}

/** Those who stand in groups among these chips, by their keys. */
export const membersIn = (chips: readonly Chip[]): ReadonlySet<string> =>
  new Set(chips.flatMap((chip) => (chip.kind === 'group' ? chip.members.map(chipKey) : [])));

/** Chips taken to another place in their own field: before the chip that stood at `at`; null: to the end. */
export function moveChips(chips: readonly Chip[], keys: ReadonlySet<string>, at: number | null): Chip[] {
  const isMoving = (chip: Chip): boolean => keys.has(chipKey(chip));
  const place = chips.slice(0, at ?? chips.length).filter((chip) => !isMoving(chip)).length;
  const rest = chips.filter((chip) => !isMoving(chip));
  return [...rest.slice(0, place), ...chips.filter(isMoving), ...rest.slice(place)];
}

/** Everybody behind the chips, each once. */
export function recipientsOf(chips: readonly Chip[]): Recipient[] {
  if (!chips.some(({ kind }) => kind === 'group')) return chips.filter((chip) => chip.kind !== 'group');
  const all = new Map<string, Recipient>();
  for (const chip of chips.flatMap((one) => (one.kind === 'group' ? one.members : [one]))) {
    if (!all.has(chipKey(chip))) all.set(chipKey(chip), chip);
  }
  return [...all.values()];
}

/** The groups among the chips, as the draft keeps them. */
export const groupsOf = (chips: readonly Chip[], field: RecipientField): DraftGroup[] =>
  chips.flatMap((chip) =>
    chip.kind === 'group'
      ? [{ field, id: chip.id, name: chip.name, addresses: chip.members.flatMap((one) => (one.kind === 'good' ? [one.address] : [])) }]
      : [],
  );

/** The chips of a field of a draft. A group has those of its members who stand in the field: who gets the letter, the field alone says. */
export function chipsOf(recipients: readonly Recipient[], groups: readonly DraftGroup[]): readonly Chip[] {
  const { chips } = insertRecipients([], 0, recipients);
  return groups.reduce<readonly Chip[]>((all, { id, name, addresses }) => {
    const keys = new Set(addresses.map(recipientKey));
    const isMember = (chip: Chip): chip is Recipient => chip.kind === 'good' && keys.has(chipKey(chip));
    const members = all.filter(isMember);
    const first = all.findIndex(isMember);
    if (first < 0 || all.some((chip) => chipKey(chip) === `group ${id}`)) return all;
    const group: Chip = { kind: 'group', id, name, members };
    return [...all.slice(0, first), group, ...all.slice(first).filter((chip) => !isMember(chip))];
  }, chips);
}

/** What a chip shows first. */
export const recipientLabel = (chip: Chip): string => {
  if (chip.kind === 'bad') return chip.text;
  if (chip.kind === 'group') return chip.name;
  return chip.name === '' ? readableAddress(chip.address) : chip.name;
};

/** Whether a comma or semicolon typed after this text ends an address, or stands inside a quoted name or a comment. */
export function isBetweenAddresses(text: string): boolean {
  let isQuoted = false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '\\' && isQuoted) index += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === '(') depth += 1;
    else if (!isQuoted && letter === ')') depth -= 1;
  }
  return !isQuoted && depth <= 0;
}

/** Whether pasted text is to become chips at once: several entries, or one whole address. */
export function isPastedList(text: string): boolean {
  if (/[\r\n,;\t]/.test(text.trim())) return true;
  const read = readRecipients(text);
  return read.length > 0 && read.every(({ kind }) => kind === 'good');
}
