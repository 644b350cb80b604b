// What a field of recipients does: the keys, the clipboard, and chips that come, go and change.
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatRecipient } from '../../../electron/domain/addresses';
import type { ChipAction } from './recipient-chip';
import { type Chip, chipKey, insertRecipients, isBetweenAddresses, membersIn, moveChips, readRecipients, recipientsOf } from './recipients';
import type { Family, FieldName } from './recipients/family';
import { begin, contentOf, elsewhereIn, type FieldContent, type FieldState, putInto, quiet, replaceIn } from './recipients/field-state';
import { readPaste } from './recipients/paste';
import { selectAll, selectTo, together, toggle } from './recipients/selection';
import { moved, WINDOW, windowAround } from './recipients/window';

const isPlain = (event: KeyboardEvent): boolean => !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;

type Field = {
  readonly name: FieldName;
  readonly family: Family;
  readonly initial: FieldContent;
  readonly onChange: (content: FieldContent) => void;
};

export function useRecipients(
  { name, family, initial, onChange }: Field,
  box: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
) {
  const [field, setField] = useState<FieldState>(() => begin(initial));
  const current = useRef(field);
  const isMoving = useRef(false);
  const wantedChip = useRef<number | null>(null);

  const update = useCallback(
    (change: Partial<FieldState>, isShownOnly = false) => {
      const next = { ...current.current, ...(isShownOnly ? {} : quiet), ...change };
      // Less than none: the place where one types is wanted, not a chip.
      const wanted = wantedChip.current !== null && wantedChip.current < 0 ? next.at : wantedChip.current;
      const from = windowAround(next.from, wanted ?? (change.from === undefined ? next.at : null), next.chips.length);
      // A moved input loses the focus to nobody: that is not a person who leaves it.
      isMoving.current = (next.at !== current.current.at || from !== current.current.from) && document.activeElement === input.current;
      current.current = { ...next, from };
      setField(current.current);
      if (!isShownOnly) onChange(contentOf(next, name));
    },
    [onChange, input, name],
  );
  const focusChip = useCallback(
    (index: number) => {
      if (index >= 0 && windowAround(current.current.from, index, current.current.chips.length) !== current.current.from) {
        wantedChip.current = index;
        return update({}, true);
      }
      const chip = index < 0 ? null : box.current?.querySelector<HTMLElement>(`[data-chip="${index}"]`);
      // Folded away: it is drawn when the field is gone to.
      if (chip == null && index >= 0 && document.activeElement !== input.current) wantedChip.current = index;
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

  /** Puts chips in, and goes back to the end. */
  const put = useCallback(
    (added: readonly Chip[], text = '') => update({ ...putInto(current.current, added, family.holders(name)), text }),
    [update, family, name],
  );
  const take = useCallback((text: string) => put(readRecipients(text)), [put]);
  /** Answers those that are out. */
  const remove = useCallback(
    (keys: ReadonlySet<string>): readonly Chip[] => {
      const { chips, at } = current.current;
      const gone = chips.filter((chip) => keys.has(chipKey(chip)));
      const before = chips.slice(0, at).filter((chip) => keys.has(chipKey(chip))).length;
      if (gone.length > 0) update({ chips: chips.filter((chip) => !keys.has(chipKey(chip))), at: at - before });
      return gone;
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
        const { chips: apart, merged } = insertRecipients(rest, index, chip.members);
        return update({ chips: apart, at: apart.length, merged });
      }
      const all = insertRecipients(chips, chips.length, readRecipients(text)).chips;
      update({ chips: all.filter((_, place) => place !== index), text: formatRecipient(chip), at: index });
      requestAnimationFrame(() => input.current?.select());
    },
    [update, input],
  );
  const replace = useCallback(
    (by: ReadonlyMap<string, Chip>) => {
      if (recipientsOf(current.current.chips).some((chip) => by.has(chipKey(chip))))
        update(replaceIn(current.current, by, family.holders(name)));
    },
    [update, family, name],
  );

  useEffect(
    () =>
      family.join(name, {
        chips: () => current.current.chips,
        takeOut: remove,
        putIn(added, place) {
          const { chips, at } = current.current;
          const { chips: all, merged } = insertRecipients(chips, place ?? chips.length, added);
          const index = all.findIndex((one) => added.some((chip) => chipKey(chip) === chipKey(one)));
          wantedChip.current = Math.max(0, index);
          const elsewhere = elsewhereIn(
            added.filter(({ kind }) => kind === 'group'),
            family.holders(name),
          );
          update({ chips: all, merged, elsewhere, at: at >= index ? at + all.length - chips.length : at, arrived: added });
        },
        reorder(keys, place) {
          const { chips } = current.current;
          const all = moveChips(chips, keys, place);
          wantedChip.current = all.findIndex((chip) => keys.has(chipKey(chip)));
          update({ chips: all, at: all.length });
        },
        replace,
        focusChip(key) {
          focusChip(current.current.chips.findIndex((chip) => chipKey(chip) === key || membersIn([chip]).has(key)));
        },
      }),
    [family, name, remove, update, replace, focusChip],
  );

  const onAction = useCallback(
    (action: ChipAction, index: number) => {
      const { chips, at, selection } = current.current;
      const chip = chips[index];
      if (chip === undefined) return;
      if (typeof action === 'object') return family.move(together(selection, chip), name, action.to);
      const select = (next: FieldState['selection']): void => update({ selection: next }, true);
      const isGoing = action === 'left' || action === 'right' || action === 'first' || action === 'last' || action === 'card';
      if (isGoing && selection.keys.size > 0) select(quiet.selection);
      switch (action) {
        case 'card':
          return; // the field shows it
        case 'left':
          return focusChip(Math.max(0, index - 1));
        case 'right':
          return focusChip(index + 1 === at ? -1 : index + 1);
        case 'first':
          return focusChip(0);
        case 'last':
          return input.current?.focus();
        case 'edit':
          return edit(index);
        case 'select':
          return select(toggle(chips, selection, index));
        case 'select-to': {
          const focused =
            document.activeElement instanceof HTMLElement ? Number(document.activeElement.dataset.chip ?? Number.NaN) : Number.NaN;
          return select(selectTo(chips, selection, index, Number.isNaN(focused) ? index : focused));
        }
        case 'select-left':
        case 'select-right': {
          const to = index + (action === 'select-left' ? -1 : 1);
          if (to < 0 || to >= chips.length) return;
          wantedChip.current = to;
          return select(selectTo(chips, selection, to, index));
        }
        case 'select-all':
          return select(selectAll(chips));
        case 'select-none':
          return select(quiet.selection);
        case 'earlier':
        case 'later': {
          const to = index + (action === 'earlier' ? -1 : 1);
          if (to < 0 || to >= chips.length) return;
          wantedChip.current = to;
          return update({ chips: moved(chips, index, to) });
        }
        case 'remove': {
          const keys = together(selection, chip);
          const first = chips.findIndex((one) => keys.has(chipKey(one)));
          wantedChip.current = first < chips.length - keys.size ? first : -1;
          remove(keys);
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
    const before = chips[at - 1];
    if (event.key === 'Enter' || isSeparator || (event.key === 'Escape' && text !== '')) take(text);
    else if (event.key === 'Backspace' && text === '' && before !== undefined) remove(new Set([chipKey(before)]));
    else if (event.key === 'ArrowLeft' && isAtStart && at > 0) focusChip(at - 1);
    else if (event.key === 'ArrowRight' && selectionStart === text.length && at < chips.length) focusChip(at);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { clipboardData, currentTarget } = event;
    const { selectionStart, selectionEnd, value } = currentTarget;
    const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    const clipboard = { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    const pasted = readPaste(clipboard, { before: value.slice(0, start), behind: value.slice(end) });
    if (pasted === null) return;
    event.preventDefault();
    put(pasted.recipients, pasted.text);
  };
  const onBlur = (): void => {
    if (!isMoving.current && current.current.text !== '') take(current.current.text);
  };
  const onType = (text: string): void => update({ text });
  const onTurn = (by: 1 | -1): void => update({ from: Math.max(0, current.current.from + by * WINDOW) }, true);

  const onDragged = useCallback((chip: Chip): readonly Chip[] => {
    const keys = together(current.current.selection, chip);
    return current.current.chips.filter((one) => keys.has(chipKey(one)));
  }, []);

  return { field, onDragged, put, take, replace, focusChip, onAction, onKeyDown, onPaste, onBlur, onType, onTurn };
}
