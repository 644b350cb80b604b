// What a field of recipients holds and does: chips, the text being typed at one place among them, and the keys.
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { formatRecipient } from '../../../electron/domain/addresses';
import type { ChipAction } from './recipient-chip';
import { type Chip, chipKey, insertRecipients, isBetweenAddresses, isPastedList, readRecipients, recipientsOf } from './recipients';
import type { Family, FieldName } from './recipients/family';
import { moved, WINDOW, windowAround } from './recipients/window';

/** As many as the contract takes. */
export const RECIPIENT_LIMIT = 5000;

export type FieldState = {
  readonly chips: readonly Chip[];
  readonly text: string;
  /** The place of the input among the chips. */
  readonly at: number;
  /** The first chip that is drawn. */
  readonly from: number;
  /** How many of the last ones were there already. */
  readonly merged: number;
  /** One of the last ones stands in this other field. */
  readonly elsewhere: { readonly chip: Chip; readonly field: FieldName } | null;
  /** The chip that has just come from another field. */
  readonly arrived: Chip | null;
  readonly isFull: boolean;
};

/** Everything in the field, what is being typed included. */
const allIn = ({ chips, text, at }: FieldState): Recipient[] =>
  recipientsOf(insertRecipients(chips, at, readRecipients(text)).chips).slice(0, RECIPIENT_LIMIT);

const isPlain = (event: KeyboardEvent): boolean => !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;

const begin = (initial: readonly Recipient[]): FieldState => {
  const { chips } = insertRecipients([], 0, initial);
  return { chips, text: '', at: chips.length, from: 0, merged: 0, elsewhere: null, arrived: null, isFull: false };
};

export function useRecipients(
  {
    name,
    family,
    initial,
    onChange,
  }: {
    readonly name: FieldName;
    readonly family: Family;
    readonly initial: readonly Recipient[];
    readonly onChange: (recipients: Recipient[]) => void;
  },
  box: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
) {
  const [field, setField] = useState<FieldState>(() => begin(initial));
  const current = useRef(field);
  const isMoving = useRef(false);
  const wantedChip = useRef<number | null>(null);

  const update = useCallback(
    (change: Partial<FieldState>, isShownOnly = false) => {
      const quiet = isShownOnly ? {} : { merged: 0, elsewhere: null, arrived: null, isFull: false };
      const next = { ...current.current, ...quiet, ...change };
      const from = windowAround(next.from, wantedChip.current ?? (change.from === undefined ? next.at : null), next.chips.length);
      // A moved input loses the focus to nobody: that is not a person who leaves it.
      isMoving.current = (next.at !== current.current.at || from !== current.current.from) && document.activeElement === input.current;
      current.current = { ...next, from };
      setField(current.current);
      if (!isShownOnly) onChange(allIn(next));
    },
    [onChange, input],
  );
  const focusChip = useCallback(
    (index: number) => {
      if (index >= 0 && windowAround(current.current.from, index, current.current.chips.length) !== current.current.from) {
        wantedChip.current = index;
        return update({}, true);
      }
      const chip = index < 0 ? null : box.current?.querySelector<HTMLElement>(`[data-chip="${index}"]`);
      (chip ?? input.current)?.focus();
    },
    [box, input, update],
  );
  useLayoutEffect(() => {
    if (isMoving.current) input.current?.focus();
    isMoving.current = false;
    const wanted = wantedChip.current;
    wantedChip.current = null;
    if (wanted !== null) focusChip(wanted);
  });

  /** Puts chips in, and goes back to the end. Whoever stands in another field stays there. */
  const put = useCallback(
    (added: readonly Chip[]) => {
      const { chips, at } = current.current;
      let elsewhere: FieldState['elsewhere'] = null;
      const fresh = added.filter((chip) => {
        const holder = chip.kind === 'bad' ? null : family.holder(chip, name);
        if (holder !== null) elsewhere = { chip, field: holder };
        return holder === null;
      });
      const { chips: all, merged } = insertRecipients(chips, at, fresh);
      const kept = all.slice(0, RECIPIENT_LIMIT);
      update({ chips: kept, text: '', at: kept.length, merged, elsewhere, isFull: all.length > RECIPIENT_LIMIT });
    },
    [update, family, name],
  );
  const take = useCallback((text: string) => put(readRecipients(text)), [put]);
  const remove = useCallback(
    (index: number) => {
      const chips = current.current.chips.filter((_, place) => place !== index);
      const { at } = current.current;
      update({ chips, at: at > index ? at - 1 : at });
      return chips.length;
    },
    [update],
  );
  const edit = useCallback(
    (index: number) => {
      const { chips, text } = current.current;
      const chip = chips[index];
      if (chip === undefined) return;
      const rest = chips.filter((_, place) => place !== index);
      if (chip.kind === 'group') {
        // The group is taken apart: from now on each of its members is a chip.
        wantedChip.current = index;
        return update({ chips: insertRecipients(rest, index, chip.members).chips, at: rest.length + chip.members.length });
      }
      const all = insertRecipients(chips, chips.length, readRecipients(text)).chips;
      update({ chips: all.filter((_, place) => place !== index), text: formatRecipient(chip), at: index });
      requestAnimationFrame(() => input.current?.select());
    },
    [update, input],
  );
  /** Another address in the place of one. */
  const replace = useCallback(
    (key: string, by: Chip) => {
      const index = current.current.chips.findIndex((chip) => chipKey(chip) === key);
      if (index < 0) return;
      const rest = current.current.chips.filter((_, place) => place !== index);
      const { chips, merged } = insertRecipients(rest, index, [by]);
      update({ chips, merged, at: chips.length });
    },
    [update],
  );

  useEffect(
    () =>
      family.join(name, {
        chips: () => current.current.chips,
        takeOut(key) {
          const index = current.current.chips.findIndex((chip) => chipKey(chip) === key);
          const chip = current.current.chips[index] ?? null;
          if (chip !== null) remove(index);
          return chip;
        },
        putIn(chip, place, from) {
          const { chips, at } = current.current;
          const { chips: all, merged } = insertRecipients(chips, place ?? chips.length, [chip]);
          const index = all.findIndex((one) => chipKey(one) === chipKey(chip));
          wantedChip.current = index;
          update({ chips: all, merged, at: at >= index ? at + 1 - merged : at, arrived: from === name ? null : chip });
        },
      }),
    [family, name, remove, update],
  );

  const onAction = useCallback(
    (action: ChipAction, index: number) => {
      const chip = current.current.chips[index];
      if (typeof action === 'object') {
        if (chip !== undefined) family.move(chipKey(chip), name, action.to);
        return;
      }
      switch (action) {
        case 'card':
          return; // the field shows it
        case 'left':
          focusChip(Math.max(0, index - 1));
          return;
        case 'right':
          focusChip(index + 1 === current.current.at ? -1 : index + 1);
          return;
        case 'first':
          focusChip(0);
          return;
        case 'last':
          input.current?.focus();
          return;
        case 'edit':
          edit(index);
          return;
        case 'earlier':
        case 'later': {
          const to = index + (action === 'earlier' ? -1 : 1);
          if (to < 0 || to >= current.current.chips.length) return;
          wantedChip.current = to;
          update({ chips: moved(current.current.chips, index, to) });
          return;
        }
        case 'remove': {
          const left = remove(index);
          wantedChip.current = index < left ? index : -1;
        }
      }
    },
    [focusChip, remove, edit, update, input, family, name],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (!isPlain(event)) return;
    const { chips, text, at } = current.current;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const isSeparator = (event.key === ',' || event.key === ';') && isBetweenAddresses(text);
    if (event.key === 'Enter' || isSeparator || (event.key === 'Escape' && text !== '')) take(text);
    else if (event.key === 'Backspace' && text === '' && at > 0) remove(at - 1);
    else if (event.key === 'ArrowLeft' && isAtStart && at > 0) focusChip(at - 1);
    else if (event.key === 'ArrowRight' && selectionStart === text.length && at < chips.length) focusChip(at);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!isPastedList(pasted)) return;
    event.preventDefault();
    take(`${current.current.text}${pasted}`);
  };
  const onBlur = (): void => {
    if (!isMoving.current && current.current.text !== '') take(current.current.text);
  };
  const onType = (text: string): void => update({ text });
  const onTurn = (by: 1 | -1): void => update({ from: Math.max(0, current.current.from + by * WINDOW) }, true);

  return { field, put, take, replace, onAction, onKeyDown, onPaste, onBlur, onType, onTurn };
}
