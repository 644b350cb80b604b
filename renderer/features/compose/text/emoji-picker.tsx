// Finds an emoji by its word, in the language of the window, or by its name between colons, and hands it over.
import { TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLanguage, useStrings } from '../../../strings/words';
import { type Emoji, loadEmoji, searchEmoji } from './emoji';
import classes from './emoji-picker.module.css';

const COLUMNS = 8;
const MOST = 96;

export function EmojiPicker({ onPick }: { readonly onPick: (sign: string) => void }) {
  const { letterText } = useStrings();
  const language = useLanguage();
  const [all, setAll] = useState<readonly Emoji[] | 'failed' | null>(null);
  const [query, setQuery] = useState('');
  const grid = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    let isGone = false;
    loadEmoji(language).then(
      (emoji) => !isGone && setAll(emoji),
      () => !isGone && setAll('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [language]);
  const shown = all === null || all === 'failed' ? [] : searchEmoji(all, query, MOST);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };
    const step = steps[event.key];
    if (at === -1 ? event.key !== 'ArrowDown' : step === undefined) return;
    event.preventDefault();
    const next = at === -1 ? 0 : at + (step ?? 0);
    if (next < 0) grid.current?.parentElement?.querySelector('input')?.focus();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  };
  return (
    <search className={classes.picker} onKeyDown={onKeyDown}>
      <TextInput
        aria-label={letterText.emojiSearch}
        placeholder={letterText.emojiSearch}
        value={query}
        spellCheck={false}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const best = shown[0];
          if (best !== undefined && query.trim() !== '') onPick(best.sign);
        }}
      />
      <fieldset ref={grid} className={classes.grid} aria-label={letterText.emoji}>
        {shown.map(({ sign, label }, index) => (
          <UnstyledButton
            key={sign}
            className={classes.emoji}
            aria-label={label}
            title={label}
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => onPick(sign)}
          >
            {sign}
          </UnstyledButton>
        ))}
      </fieldset>
      {all === 'failed' && <p className={classes.none}>{letterText.emojiFailed}</p>}
      {all !== null && all !== 'failed' && shown.length === 0 && <p className={classes.none}>{letterText.emojiNone}</p>}
    </search>
  );
}
