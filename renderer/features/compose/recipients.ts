// The chips of one field as a list: reading what was typed, putting it in without doubles, writing it out again for editing.
import type { Recipient } from '../../../electron/contract/model/drafts';
import { parseAddresses } from '../../../electron/domain/addresses';
import { personKey } from '../../../electron/domain/people/keys';
import { readableAddress } from '../../../electron/domain/people/readable';

/** A group as one chip. The draft knows its members only: who gets the letter is never hidden behind a name. */
export type GroupChip = { readonly kind: 'group'; readonly id: number; readonly name: string; readonly members: readonly Recipient[] };
export type Chip = Recipient | GroupChip;

/** Reads typed or pasted text; nothing for text without an address in it. */
export const readRecipients = (text: string): readonly Recipient[] =>
  text.trim() === '' ? [] : parseAddresses(text).filter((recipient) => recipient.kind === 'good' || recipient.problem !== 'empty');

/** A key costs a look at the domain: it is made once for each chip, and not for two thousand of them at each key press. */
const keys = new WeakMap<Chip, string>();

/** What two chips of one recipient share, whatever the case of their letters. */
export function chipKey(chip: Chip): string {
  const known = keys.get(chip);
  if (known !== undefined) return known;
  const key = chip.kind === 'good' ? personKey(chip.address) : chip.kind === 'group' ? `group ${chip.id}` : `bad ${chip.text}`;
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
  const known = new Map(chips.map((chip, index) => [chipKey(chip), index]));
  const kept: Chip[] = [...chips];
  const fresh: Chip[] = [];
  const freshKeys = new Set<string>();
  for (const recipient of added) {
    const key = chipKey(recipient);
    const index = known.get(key);
    if (index === undefined && !freshKeys.has(key)) {
      freshKeys.add(key);
      fresh.push(recipient);
      continue;
    }
    const there = index === undefined ? undefined : kept[index];
    if (index !== undefined && there?.kind === 'good' && recipient.kind === 'good' && there.name === '' && recipient.name !== '')
      kept[index] = { ...there, name: recipient.name };
  }
  return {
    chips: [...kept.slice(0, place), ...fresh, ...kept.slice(place)],
    merged: added.length - fresh.length,
    next: place + fresh.length,
  };
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
