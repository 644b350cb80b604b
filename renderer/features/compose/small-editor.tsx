// The letter's own editor in small, for texts that letters begin with: signatures, templates, snippets. Its pictures are kept by whoever shows it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconPhoto, IconUnderline } from '@tabler/icons-react';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import { useStrings } from '../../strings/words';
import editorClasses from './letter-editor.module.css';
import { letterExtensions } from './letter-extensions';
import { LinkButton } from './link-button';
import { PICTURE_ADDRESS, PICTURE_TYPES, picturesIn, shownWidth } from './pictures';
import classes from './small-editor.module.css';

type Picture = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
type Props = {
  /** Another one is another text. */
  readonly id: string;
  readonly label: string;
  /** Stands where nothing is written yet. */
  readonly hint: string;
  readonly html: string;
  readonly onChange: (html: string) => void;
  readonly keepPicture: (picture: Picture) => Promise<Result<{ readonly sha256: string }>>;
  readonly pictureFailed: string;
  readonly isTall?: boolean;
  /** At the end of the tools. */
  readonly after?: ReactNode;
};

export function SmallEditor(props: Props) {
  const { id, label, hint, html, isTall = false, pictureFailed, after } = props;
  const latest = useRef(props);
  latest.current = props;
  const [hasFailed, setFailed] = useState(false);
  const insert = async (file: File): Promise<void> => {
    setFailed(false);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kept = await latest.current.keepPicture({ name: file.name || 'picture', type: file.type, bytes });
    if (!kept.ok) return setFailed(true);
    const src = `${PICTURE_ADDRESS}${kept.value.sha256}`;
    const width = await shownWidth(src);
    const attrs = { src, alt: file.name.replace(/\.[^.]*$/, ''), ...(width === null ? {} : { width }) };
    editor.chain().focus().insertContent({ type: 'image', attrs }).run();
  };
  const editor = useEditor(
    {
      extensions: letterExtensions(hint),
      content: html,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          spellcheck: 'false',
          class: `${editorClasses.letter ?? ''} ${classes.editor ?? ''} ${isTall ? (classes.tall ?? '') : ''}`,
        },
        handlePaste: (_view, event) => {
          const files = event.clipboardData === null ? [] : picturesIn(event.clipboardData);
          for (const file of files) void insert(file);
          return files.length > 0;
        },
      },
      onUpdate: ({ editor: now }) => latest.current.onChange(now.getHTML()),
    },
    [id],
  );
  return (
    <>
      <div className={classes.writing}>
        <EditorContent editor={editor} />
        <Tools editor={editor} onPicture={(file) => void insert(file)} after={after} />
      </div>
      {hasFailed && (
        <p className={classes.problem} role="alert">
          {pictureFailed}
        </p>
      )}
    </>
  );
}

function Tools(props: { readonly editor: Editor; readonly onPicture: (file: File) => void; readonly after: ReactNode }) {
  const { editor, onPicture, after } = props;
  const { compose, identities } = useStrings();
  const picker = useRef<HTMLInputElement>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ bold: now.isActive('bold'), italic: now.isActive('italic'), underline: now.isActive('underline') }),
  });
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    for (const file of event.currentTarget.files ?? []) onPicture(file);
    event.currentTarget.value = '';
  };
  return (
    <div className={classes.tools} role="toolbar" aria-label={compose.toolbar}>
      <Tool label={compose.bold} isOn={on.bold} onClick={() => editor.chain().focus().toggleBold().run()}>
        <IconBold size={18} stroke={1.75} aria-hidden />
      </Tool>
      <Tool label={compose.italic} isOn={on.italic} onClick={() => editor.chain().focus().toggleItalic().run()}>
        <IconItalic size={18} stroke={1.75} aria-hidden />
      </Tool>
      <Tool label={compose.underline} isOn={on.underline} onClick={() => editor.chain().focus().toggleUnderline().run()}>
        <IconUnderline size={18} stroke={1.75} aria-hidden />
      </Tool>
      <LinkButton editor={editor} />
      <Tool label={identities.addPicture} onClick={() => picker.current?.click()}>
        <IconPhoto size={18} stroke={1.75} aria-hidden />
      </Tool>
      <input ref={picker} type="file" accept={PICTURE_TYPES} hidden aria-label={identities.addPicture} onChange={choose} />
      {after !== undefined && <span className={classes.toolsEnd}>{after}</span>}
    </div>
  );
}

export function Tool(props: {
  readonly label: string;
  readonly isOn?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  const { label, isOn, onClick, children } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn === true ? 'light' : 'subtle'}
        color={isOn === true ? 'teal' : 'gray'}
        size={32}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
