// A signature being written: the letter's own editor in small, with its pictures kept for every letter that begins with it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconPhoto, IconTrash, IconUnderline } from '@tabler/icons-react';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import type { Signature } from '../../../electron/contract/model/identities';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import editorClasses from '../compose/letter-editor.module.css';
import { letterExtensions } from '../compose/letter-extensions';
import { LinkButton } from '../compose/link-button';
import { PICTURE_ADDRESS, PICTURE_TYPES, picturesIn, shownWidth } from '../compose/pictures';
import classes from './identities.module.css';

type Props = {
  readonly accountId: string;
  readonly signature: Signature;
  readonly onChange: (signature: Signature) => void;
  readonly onRemove: () => void;
};

export function SignatureEditor({ accountId, signature, onChange, onRemove }: Props) {
  const { identities } = useStrings();
  const latest = useRef({ signature, onChange });
  latest.current = { signature, onChange };
  const [hasFailed, setFailed] = useState(false);
  const insert = async (file: File): Promise<void> => {
    setFailed(false);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kept = await call('identities.keepPicture', { accountId, name: file.name || 'picture', type: file.type, bytes });
    if (!kept.ok) return setFailed(true);
    const src = `${PICTURE_ADDRESS}${kept.value.sha256}`;
    const width = await shownWidth(src);
    const attrs = {
      src,
      alt: file.name.replace(/\.[^.]*$/, ''),
      ...(width === null ? {} : { width }),
    };
    editor.chain().focus().insertContent({ type: 'image', attrs }).run();
  };
  const editor = useEditor(
    {
      extensions: letterExtensions(identities.signatureHint),
      content: signature.html,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': identities.signatureText,
          spellcheck: 'false',
          class: `${editorClasses.letter ?? ''} ${classes.editor ?? ''}`,
        },
        handlePaste: (_view, event) => {
          const files = event.clipboardData === null ? [] : picturesIn(event.clipboardData);
          for (const file of files) void insert(file);
          return files.length > 0;
        },
      },
      onUpdate: ({ editor: now }) => latest.current.onChange({ ...latest.current.signature, html: now.getHTML() }),
    },
    [signature.id],
  );
  return (
    <div className={classes.signature}>
      <Field
        label={identities.signatureLabel}
        value={signature.label}
        maxLength={100}
        onChange={(label) => onChange({ ...signature, label })}
      />
      <div className={classes.writing}>
        <EditorContent editor={editor} />
        <Tools editor={editor} onPicture={(file) => void insert(file)} onRemove={onRemove} />
      </div>
      {hasFailed && (
        <p className={classes.problem} role="alert">
          {identities.pictureFailed}
        </p>
      )}
      <Choice
        label={identities.putInto}
        direction="row"
        value={signature.use}
        onChange={(use) => onChange({ ...signature, use })}
        options={(['all', 'new', 'answers'] as const).map((value) => ({ value, label: identities.uses[value] }))}
      />
      {signature.use !== 'new' && (
        <Choice
          label={identities.place}
          direction="row"
          value={signature.place}
          onChange={(place) => onChange({ ...signature, place })}
          options={(['above-quote', 'below-quote'] as const).map((value) => ({ value, label: identities.places[value] }))}
        />
      )}
    </div>
  );
}

function Tools({
  editor,
  onPicture,
  onRemove,
}: {
  readonly editor: Editor;
  readonly onPicture: (file: File) => void;
  readonly onRemove: () => void;
}) {
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
      <span className={classes.toolsEnd}>
        <Tool label={identities.removeSignature} onClick={onRemove}>
          <IconTrash size={18} stroke={1.75} aria-hidden />
        </Tool>
      </span>
    </div>
  );
}

function Tool(props: { readonly label: string; readonly isOn?: boolean; readonly onClick: () => void; readonly children: ReactNode }) {
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
