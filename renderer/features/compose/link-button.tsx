// Makes a link of the selection, changes it, or takes it away.
import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useStrings } from '../../strings/words';
import { askedLink } from './asked-link';
import classes from './composer.module.css';
import { readLink } from './links';
import { useFormatKey } from './use-format-key';

const linkHere = (editor: Editor): string | null => {
  const { href } = editor.getAttributes('link');
  return typeof href === 'string' ? href : null;
};

/** Puts the link on the selection; without one, the address itself becomes the text. */
function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive('link'))
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href.replace(/^mailto:/, ''), marks: [{ type: 'link', attrs: { href } }] })
      .run();
  else editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
}

/** `hearsKey`: the one of the two buttons that opens when a link is asked for by its key or its name. */
export function LinkButton({ editor, hearsKey = false }: { readonly editor: Editor; readonly hearsKey?: boolean }) {
  const { compose } = useStrings();
  const key = useFormatKey('link');
  const [isOpenHere, setOpenHere] = useState(false);
  const isAsked = askedLink.use((value) => value.editor === editor) && hearsKey;
  const isOpen = isOpenHere || isAsked;
  const setOpen = (isWanted: boolean): void => {
    setOpenHere(isWanted);
    if (isAsked) askedLink.set({ editor: null });
  };
  const here = useEditorState({ editor, selector: ({ editor: now }) => linkHere(now) });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" withArrow={false} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={`${compose.link}  ${key}`} disabled={isOpen}>
          <ActionIcon
            variant={here === null ? 'subtle' : 'light'}
            color={here === null ? 'gray' : 'teal'}
            size={32}
            aria-label={compose.link}
            aria-pressed={here !== null}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setOpen(!isOpen)}
          >
            <IconLink size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={compose.link}>
        {isOpen && <LinkForm editor={editor} here={here} close={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkForm({ editor, here, close }: { readonly editor: Editor; readonly here: string | null; readonly close: () => void }) {
  const { compose } = useStrings();
  const [text, setText] = useState(here ?? '');
  const [isBad, setBad] = useState(false);
  const apply = (): void => {
    const href = readLink(text);
    if (href === null) {
      setBad(true);
      return;
    }
    close();
    setLink(editor, href);
  };
  return (
    <form
      className={classes.linkForm}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextInput
        label={compose.linkAddress}
        value={text}
        placeholder="https://"
        error={isBad ? compose.linkBad : undefined}
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          setBad(false);
        }}
      />
      <div className={classes.linkButtons}>
        <Button type="submit">{compose.linkApply}</Button>
        {here !== null && (
          <Button
            variant="default"
            onClick={() => {
              close();
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
            }}
          >
            {compose.linkRemove}
          </Button>
        )}
      </div>
    </form>
  );
}
