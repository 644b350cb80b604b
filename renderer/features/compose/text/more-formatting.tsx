// The formatting that is needed now and then, behind one button: headings, code, a table, colours, emoji, and clearing it all.
import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { IconClearFormatting, IconCode, IconMinus, IconSourceCode, IconStrikethrough, IconTable, IconTextPlus } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { inkNames, paperNames } from '../../../../electron/domain/letter-look';
import { useStrings } from '../../../strings/words';
import { moveByKey } from '../../../ui/row-keys';
import { insertGrid } from './grid';
import classes from './more-formatting.module.css';

const EmojiPicker = lazy(() => import('./emoji-picker').then(({ EmojiPicker: component }) => ({ default: component })));

/** From the focus it came, to the letter it goes. */
export function MoreFormatting({ editor }: { readonly editor: Editor }) {
  const { letterText } = useStrings();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={letterText.more} disabled={isOpen}>
          <ActionIcon
            variant={isOpen ? 'light' : 'subtle'}
            color={isOpen ? 'teal' : 'gray'}
            size={32}
            aria-label={letterText.more}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setOpen((before) => !before)}
          >
            <IconTextPlus size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={letterText.more}>{isOpen && <Choices editor={editor} close={() => setOpen(false)} />}</Popover.Dropdown>
    </Popover>
  );
}

function Choices({ editor, close }: { readonly editor: Editor; readonly close: () => void }) {
  const { letterText } = useStrings();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      level: [1, 2, 3].find((level) => now.isActive('heading', { level })) ?? 0,
      isText: now.isActive('paragraph'),
      strike: now.isActive('strike'),
      code: now.isActive('code'),
      codeBlock: now.isActive('codeBlock'),
      ink: now.getAttributes('ink').ink as unknown,
      paper: now.isActive('highlight') ? (now.getAttributes('highlight').paper as unknown) : null,
    }),
  });
  const run = (work: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () => {
    close();
    work(editor.chain().focus()).run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isInWords = event.target instanceof HTMLInputElement && event.key !== 'ArrowUp';
    if (!isInWords && moveByKey(event.key, event.currentTarget, '[data-choices], search')) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only spare the hand some Tabs
    <div className={classes.choices} onKeyDown={onKeyDown}>
      <fieldset data-choices className={classes.levels} aria-label={letterText.headingLevel(1).replace(/\s*1$/, '')}>
        <Word isOn={on.level === 0 && on.isText} onClick={run((chain) => chain.setParagraph())}>
          {letterText.paragraph}
        </Word>
        {([1, 2, 3] as const).map((level) => (
          <Word key={level} isOn={on.level === level} onClick={run((chain) => chain.setHeading({ level }))}>
            {letterText.headingLevel(level)}
          </Word>
        ))}
      </fieldset>
      <div data-choices className={classes.icons}>
        <Tool
          label={letterText.strike}
          isOn={on.strike}
          onClick={run((chain) => chain.toggleStrike())}
          icon={<IconStrikethrough size={18} stroke={1.75} aria-hidden />}
        />
        <Tool
          label={letterText.code}
          isOn={on.code}
          onClick={run((chain) => chain.toggleCode())}
          icon={<IconCode size={18} stroke={1.75} aria-hidden />}
        />
        <Tool
          label={letterText.codeBlock}
          isOn={on.codeBlock}
          onClick={run((chain) => chain.toggleCodeBlock())}
          icon={<IconSourceCode size={18} stroke={1.75} aria-hidden />}
        />
        <Tool
          label={letterText.table}
          isOn={false}
          onClick={() => {
            close();
            insertGrid(editor);
          }}
          icon={<IconTable size={18} stroke={1.75} aria-hidden />}
        />
        <Tool
          label={letterText.rule}
          isOn={false}
          onClick={run((chain) => chain.setHorizontalRule())}
          icon={<IconMinus size={18} stroke={1.75} aria-hidden />}
        />
        <Tool
          label={letterText.clear}
          isOn={false}
          onClick={run((chain) => chain.unsetAllMarks().clearNodes())}
          icon={<IconClearFormatting size={18} stroke={1.75} aria-hidden />}
        />
      </div>
      <fieldset data-choices className={classes.colours} aria-label={letterText.ink}>
        <Colour label={letterText.noInk} isOn={typeof on.ink !== 'string'} onClick={run((chain) => chain.unsetMark('ink'))} />
        {inkNames.map((name) => (
          <Colour
            key={name}
            ink={name}
            label={letterText.inkOf(name)}
            isOn={on.ink === name}
            onClick={run((chain) => chain.setMark('ink', { ink: name }))}
          />
        ))}
      </fieldset>
      <fieldset data-choices className={classes.colours} aria-label={letterText.paper}>
        <Colour label={letterText.noPaper} isOn={on.paper === null} onClick={run((chain) => chain.unsetMark('highlight'))} isPaper />
        {paperNames.map((name) => (
          <Colour
            key={name}
            paper={name}
            label={letterText.paperOf(name)}
            isOn={on.paper === name}
            onClick={run((chain) => chain.setMark('highlight', { paper: name }))}
            isPaper
          />
        ))}
      </fieldset>
      <Suspense fallback={<div className={classes.emojiRoom} />}>
        <EmojiPicker
          onPick={(emoji) => {
            close();
            editor.chain().focus().insertContent(emoji).run();
          }}
        />
      </Suspense>
    </div>
  );
}

type Press = { readonly isOn: boolean; readonly onClick: () => void };

function Word({ isOn, onClick, children }: Press & { readonly children: ReactNode }) {
  return (
    <UnstyledButton className={classes.word} aria-pressed={isOn} onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}

function Tool({ label, icon, isOn, onClick }: Press & { readonly label: string; readonly icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'teal' : 'gray'}
        size={32}
        aria-label={label}
        aria-pressed={isOn}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

type ColourProps = Press & { readonly label: string; readonly ink?: string; readonly paper?: string; readonly isPaper?: boolean };

function Colour({ label, isOn, onClick, ink, paper, isPaper = false }: ColourProps) {
  const marks = { ...(ink === undefined ? {} : { 'data-ink': ink }), ...(paper === undefined ? {} : { 'data-paper': paper }) };
  return (
    <Tooltip label={label}>
      <UnstyledButton className={classes.colour} aria-label={label} aria-pressed={isOn} onClick={onClick}>
        <span className={isPaper ? classes.paper : undefined} {...marks} aria-hidden>
          A
        </span>
      </UnstyledButton>
    </Tooltip>
  );
}
