// The letter's formatting: at the foot of the sheet, and beside a selection. Each button shows whether it applies here.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBlockquote, IconBold, IconHeading, IconItalic, IconList, IconListNumbers, IconUnderline } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { memo } from 'react';
import { useStrings } from '../../strings/words';
import { keyWords } from '../../ui/keys';
import { session } from '../frame/session';
import classes from './composer.module.css';
import { formatOf, type LetterFormatId } from './letter-formats';
import { LinkButton } from './link-button';
import { MoreFormatting } from './text/more-formatting';

type Style = {
  readonly name: LetterFormatId;
  readonly Icon: typeof IconBold;
  readonly isOn: (editor: Editor) => boolean;
};

const styles: readonly Style[] = [
  { name: 'bold', Icon: IconBold, isOn: (editor) => editor.isActive('bold') },
  { name: 'italic', Icon: IconItalic, isOn: (editor) => editor.isActive('italic') },
  { name: 'underline', Icon: IconUnderline, isOn: (editor) => editor.isActive('underline') },
  { name: 'heading2', Icon: IconHeading, isOn: (editor) => editor.isActive('heading') },
  { name: 'bullets', Icon: IconList, isOn: (editor) => editor.isActive('bulletList') },
  { name: 'numbers', Icon: IconListNumbers, isOn: (editor) => editor.isActive('orderedList') },
  { name: 'quote', Icon: IconBlockquote, isOn: (editor) => editor.isActive('blockquote') },
];
const withSelection: ReadonlySet<Style['name']> = new Set(['bold', 'italic', 'underline', 'quote']);

function StyleButtons({ editor, only }: { readonly editor: Editor; readonly only?: ReadonlySet<Style['name']> }) {
  const strings = useStrings();
  const platform = session.use((value) => value.platform);
  const shown = only === undefined ? styles : styles.filter(({ name }) => only.has(name));
  const on = useEditorState({ editor, selector: ({ editor: now }) => styles.map((style) => style.isOn(now)) });
  // The buttons stand for what they are about, whatever level of it the key makes.
  const nameOf = (name: LetterFormatId): string => (name === 'heading2' ? strings.compose.heading : formatOf(name).label(strings));
  return shown.map((style) => (
    <Tooltip key={style.name} label={`${nameOf(style.name)}  ${keyWords(formatOf(style.name).key, platform, strings.frame.keyNames)}`}>
      <ActionIcon
        variant={on[styles.indexOf(style)] === true ? 'light' : 'subtle'}
        color={on[styles.indexOf(style)] === true ? 'teal' : 'gray'}
        size={32}
        aria-label={nameOf(style.name)}
        aria-pressed={on[styles.indexOf(style)] === true}
        onMouseDown={(event) => event.preventDefault()} // the selection stays where it is
        onClick={() => formatOf(style.name).run(editor)}
      >
        <style.Icon size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ));
}

export const FootToolbar = memo(function FootToolbar({ editor }: { readonly editor: Editor }) {
  const { compose } = useStrings();
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={compose.toolbar}>
      <StyleButtons editor={editor} />
      <LinkButton editor={editor} hearsKey />
      <MoreFormatting editor={editor} />
    </div>
  );
});

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
