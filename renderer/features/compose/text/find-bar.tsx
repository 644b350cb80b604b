// Find and replace in the letter: a line above it, from which the keyboard needn't be left.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconX } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useStrings } from '../../../strings/words';
import { say } from '../../frame/notices';
import { askFor, goOn, leaveSearch, replaceAll, replaceHere, searchOf } from './find';
import classes from './find-bar.module.css';

type Props = { readonly editor: Editor /** Counts how often it was asked for. */; readonly round: number; readonly close: () => void };

export function FindBar({ editor, round, close }: Props) {
  const { letterText } = useStrings();
  const [words, setWords] = useState('');
  const [other, setOther] = useState('');
  const [isExact, setExact] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const chosen = round > 0 ? editor.state.doc.textBetween(from, to, '\n').trim() : '';
    if (chosen !== '' && chosen.length <= 200 && !chosen.includes('\n')) setWords(chosen);
    field.current?.focus();
    field.current?.select();
  }, [editor, round]);
  useEffect(() => {
    if (!editor.isDestroyed) askFor(editor, words === '' ? null : { words, isExact });
  }, [editor, words, isExact]);
  useEffect(() => () => void (editor.isDestroyed || askFor(editor, null)), [editor]);
  const end = (): void => {
    leaveSearch(editor);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const onEnter = (run: (step: 1 | -1) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run(event.shiftKey ? -1 : 1);
  };
  return (
    <search className={classes.bar} aria-label={letterText.find} onKeyDown={onKeyDown}>
      <div className={classes.line}>
        <input
          ref={field}
          className={classes.field}
          aria-label={letterText.find}
          placeholder={letterText.find}
          value={words}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onEnter((step) => goOn(editor, step))}
        />
        <Count editor={editor} words={words} />
        <Tool label={letterText.previous} icon={<IconChevronUp size={18} stroke={1.75} aria-hidden />} onClick={() => goOn(editor, -1)} />
        <Tool label={letterText.next} icon={<IconChevronDown size={18} stroke={1.75} aria-hidden />} onClick={() => goOn(editor, 1)} />
        <Tool label={letterText.closeFind} icon={<IconX size={18} stroke={1.75} aria-hidden />} onClick={end} />
      </div>
      <div className={classes.line}>
        <input
          className={classes.field}
          aria-label={letterText.replaceWith}
          placeholder={letterText.replaceWith}
          value={other}
          maxLength={2000}
          spellCheck={false}
          onChange={(event) => setOther(event.currentTarget.value)}
          onKeyDown={onEnter(() => replaceHere(editor, other))}
        />
        <Tool
          label={letterText.matchCase}
          icon={<IconLetterCase size={18} stroke={1.75} aria-hidden />}
          isOn={isExact}
          onClick={() => setExact((before) => !before)}
        />
        <Button size="compact-sm" variant="default" onClick={() => replaceHere(editor, other)}>
          {letterText.replace}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => say({ tone: 'plain', text: letterText.replaced(replaceAll(editor, other)) })}
        >
          {letterText.replaceAll}
        </Button>
      </div>
    </search>
  );
}

function Count({ editor, words }: { readonly editor: Editor; readonly words: string }) {
  const { letterText } = useStrings();
  const number = new Intl.NumberFormat(useLanguage());
  const { at, count } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = searchOf(now);
      return { at: found.at, count: found.places.length };
    },
  });
  return (
    <output className={classes.count}>
      {words === '' ? '' : count === 0 ? letterText.notFound : letterText.found(number.format(at + 1), number.format(count))}
    </output>
  );
}

type ToolProps = { readonly label: string; readonly icon: ReactNode; readonly isOn?: boolean; readonly onClick: () => void };

function Tool({ label, icon, isOn, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn === true ? 'light' : 'subtle'}
        color={isOn === true ? 'teal' : 'gray'}
        size={28}
        aria-label={label}
        aria-pressed={isOn}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
