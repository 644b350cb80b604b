// The letter's formatting: at the foot of the sheet, and beside a selection. Each button shows whether it applies here.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBlockquote, IconBold, IconHeading, IconItalic, IconList, IconListNumbers, IconUnderline } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { useStrings } from '../../strings/words';
import classes from './composer.module.css';
import { LinkButton } from './link-button';
import { useKeyName } from './use-key-name';

type Style = {
  readonly name: 'bold' | 'italic' | 'underline' | 'bullets' | 'numbers' | 'quote' | 'heading';
  readonly Icon: typeof IconBold;
  readonly keys: string;
  readonly isOn: (editor: Editor) => boolean;
  readonly toggle: (editor: Editor) => void;
};

const styles: readonly Style[] = [
  {
    name: 'bold',
    Icon: IconBold,
    keys: 'B',
    isOn: (editor) => editor.isActive('bold'),
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    Icon: IconItalic,
    keys: 'I',
    isOn: (editor) => editor.isActive('italic'),
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'underline',
    Icon: IconUnderline,
    keys: 'U',
    isOn: (editor) => editor.isActive('underline'),
    toggle: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'heading',
    Icon: IconHeading,
    keys: 'Alt 2',
    isOn: (editor) => editor.isActive('heading'),
    toggle: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'bullets',
    Icon: IconList,
    keys: 'Shift 8',
    isOn: (editor) => editor.isActive('bulletList'),
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    Icon: IconListNumbers,
    keys: 'Shift 7',
    isOn: (editor) => editor.isActive('orderedList'),
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    Icon: IconBlockquote,
    keys: 'Shift 9',
    isOn: (editor) => editor.isActive('blockquote'),
    toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];
const withSelection: ReadonlySet<Style['name']> = new Set(['bold', 'italic', 'underline', 'quote']);

function StyleButtons({ editor, only }: { readonly editor: Editor; readonly only?: ReadonlySet<Style['name']> }) {
  const { compose } = useStrings();
  const key = useKeyName();
  const shown = only === undefined ? styles : styles.filter(({ name }) => only.has(name));
  const on = useEditorState({ editor, selector: ({ editor: now }) => styles.map((style) => style.isOn(now)) });
  return shown.map((style) => (
    <Tooltip key={style.name} label={`${compose[style.name]}  ${key(style.keys)}`}>
      <ActionIcon
        variant={on[styles.indexOf(style)] === true ? 'light' : 'subtle'}
        color={on[styles.indexOf(style)] === true ? 'teal' : 'gray'}
        size={32}
        aria-label={compose[style.name]}
        aria-pressed={on[styles.indexOf(style)] === true}
        onMouseDown={(event) => event.preventDefault()} // the selection stays where it is
        onClick={() => style.toggle(editor)}
      >
        <style.Icon size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ));
}

export function FootToolbar({ editor }: { readonly editor: Editor }) {
  const { compose } = useStrings();
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={compose.toolbar}>
      <StyleButtons editor={editor} />
      <LinkButton editor={editor} />
    </div>
  );
}

/** Appears above selected text. The keyboard has the same keys, so it is not in the tab order's way. */
export function SelectionToolbar({ editor }: { readonly editor: Editor }) {
  const { compose } = useStrings();
  return (
    <BubbleMenu
      editor={editor}
      className={classes.bubble}
      role="toolbar"
      aria-label={compose.toolbar}
      options={{ placement: 'top-start', offset: 8 }}
      shouldShow={hasTextSelected}
    >
      <StyleButtons editor={editor} only={withSelection} />
      <LinkButton editor={editor} />
    </BubbleMenu>
  );
}

const hasTextSelected = ({ editor, from, to }: { readonly editor: Editor; readonly from: number; readonly to: number }): boolean =>
  editor.isEditable && editor.isFocused && editor.state.doc.textBetween(from, to, ' ').trim() !== '';
