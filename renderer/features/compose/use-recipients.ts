// What a field of recipients holds and does: chips, the text being typed at one place among them, and the keys.
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { formatRecipient } from '../../../electron/domain/addresses';
import type { ChipAction } from './recipient-chip';
import { insertRecipients, isBetweenAddresses, isPastedList, readRecipients } from './recipients';

/** As many as the contract takes. */
export const RECIPIENT_LIMIT = 5000;

export type FieldState = {
  readonly chips: readonly Recipient[];
  readonly text: string;
  /** The place of the input among the chips. */
  readonly at: number;
  /** How many of the last ones were there already. */
  readonly merged: number;
  readonly isFull: boolean;
};

/** Everything in the field, what is being typed included. */
const allIn = ({ chips, text, at }: FieldState): Recipient[] =>
  insertRecipients(chips, at, readRecipients(text)).chips.slice(0, RECIPIENT_LIMIT);

const isPlain = (event: KeyboardEvent): boolean => !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;

export function useRecipients(
  initial: readonly Recipient[],
  onChange: (recipients: Recipient[]) => void,
  box: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
) {
  const [field, setField] = useState<FieldState>(() => ({ chips: initial, text: '', at: initial.length, merged: 0, isFull: false }));
  const current = useRef(field);
  const isMoving = useRef(false);
  const wantedChip = useRef<number | null>(null);

  const update = useCallback(
    (change: Partial<FieldState>) => {
      const next = { ...current.current, merged: 0, isFull: false, ...change };
      // A moved input loses the focus to nobody: that is not a person who leaves it.
      isMoving.current = next.at !== current.current.at && document.activeElement === input.current;
      current.current = next;
      setField(next);
      onChange(allIn(next));
    },
    [onChange, input],
  );
  const focusChip = useCallback(
    (index: number) => {
      const chip = index < 0 ? null : box.current?.querySelector<HTMLElement>(`[data-chip="${index}"]`);
      (chip ?? input.current)?.focus();
    },
    [box, input],
  );
  useLayoutEffect(() => {
    if (isMoving.current) input.current?.focus();
    isMoving.current = false;
    if (wantedChip.current !== null) focusChip(wantedChip.current);
    wantedChip.current = null;
  });

  /** Makes chips of text, and goes back to the end. */
  const take = useCallback(
    (text: string) => {
      const { chips, at } = current.current;
      const { chips: all, merged } = insertRecipients(chips, at, readRecipients(text));
      const kept = all.slice(0, RECIPIENT_LIMIT);
      update({ chips: kept, text: '', at: kept.length, merged, isFull: all.length > RECIPIENT_LIMIT });
    },
    [update],
  );
  const remove = useCallback(
    (index: number) => {
      const chips = current.current.chips.filter((_, place) => place !== index);
      update({ chips, at: Math.min(current.current.at, chips.length) });
      return chips.length;
    },
    [update],
  );
  const edit = useCallback(
    (index: number) => {
      const { chips, text } = current.current;
      const chip = chips[index];
      if (chip === undefined) return;
      const all = insertRecipients(chips, chips.length, readRecipients(text)).chips;
      update({ chips: all.filter((_, place) => place !== index), text: formatRecipient(chip), at: index });
      requestAnimationFrame(() => input.current?.select());
    },
    [update, input],
  );

  const onAction = useCallback(
    (action: ChipAction, index: number) => {
      switch (action) {
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
        case 'remove': {
          const left = remove(index);
          wantedChip.current = index < left ? index : -1;
        }
      }
    },
    [focusChip, remove, edit, input],
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

  return { field, onAction, onKeyDown, onPaste, onBlur, onType };
}
