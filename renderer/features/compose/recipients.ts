// The chips of one field as a list: reading what was typed, putting it in without doubles, writing it out again for editing.
import type { Recipient } from '../../../electron/contract/model/drafts';
import { parseAddresses, recipientKey } from '../../../electron/domain/addresses';

/** Reads typed or pasted text; nothing for text without an address in it. */
export const readRecipients = (text: string): readonly Recipient[] =>
  text.trim() === '' ? [] : parseAddresses(text).filter((recipient) => recipient.kind === 'good' || recipient.problem !== 'empty');

/** What two chips of one recipient share. */
export const chipKey = (recipient: Recipient): string =>
  recipient.kind === 'good' ? recipientKey(recipient.address) : `bad ${recipient.text}`;

export type Inserted = {
  readonly chips: readonly Recipient[];
  /** How many were there already. */
  readonly merged: number;
  /** Where the next one goes. */
  readonly next: number;
};

/** Puts recipients in at a place. One that is there already is not put in again; it lends its name where none was known. */
export function insertRecipients(chips: readonly Recipient[], at: number, added: readonly Recipient[]): Inserted {
  const known = new Map(chips.map((chip, index) => [chipKey(chip), index]));
  const kept: Recipient[] = [...chips];
  const fresh: Recipient[] = [];
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
    if (index !== undefined && there?.kind === 'good' && recipient.kind === 'good' && there.name === '')
      kept[index] = { ...there, name: recipient.name };
  }
  const place = Math.min(Math.max(at, 0), chips.length);
  return {
    chips: [...kept.slice(0, place), ...fresh, ...kept.slice(place)],
    merged: added.length - fresh.length,
    next: place + fresh.length,
  };
}

/** What a chip shows first. */
export const recipientLabel = (recipient: Recipient): string => {
  if (recipient.kind === 'bad') return recipient.text;
  return recipient.name === '' ? recipient.address : recipient.name;
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
