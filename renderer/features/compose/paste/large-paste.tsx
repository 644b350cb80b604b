// Something very long was pasted: asks, above the letter, how it should come in. Until then it is kept here, and the letter can be written.
import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import type { Attachments } from '../use-attachments';
import { insertLines } from './insert-lines';
import classes from './large-paste.module.css';

/** Characters; with more the letter could not be written in any more without waiting. */
const MOST_IN_LETTER = 1_000_000;

type Props = { readonly text: string; readonly editor: Editor; readonly files: Attachments; readonly close: () => void };

export function LargePaste({ text, editor, files, close }: Props) {
  const { letterText } = useStrings();
  const language = useLanguage();
  const [size] = useState(() => formatSize(new Blob([text]).size, language));
  const fits = text.length <= MOST_IN_LETTER;
  const asText = (): void => {
    close();
    insertLines(editor, text);
    editor.commands.focus();
  };
  const asFile = (): void => {
    close();
    void files.add([new File([text], letterText.pastedName, { type: 'text/plain' })]);
    editor.commands.focus();
  };
  return (
    <div className={classes.strip} role="status">
      <p>{fits ? letterText.large(size) : letterText.largeFilesOnly(size)}</p>
      <div className={classes.choices}>
        {fits && (
          <Button size="compact-sm" onClick={asText}>
            {letterText.largeAsText}
          </Button>
        )}
        <Button size="compact-sm" variant={fits ? 'default' : 'filled'} onClick={asFile}>
          {letterText.largeAsFile}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            close();
            editor.commands.focus();
          }}
        >
          {letterText.largeLeave}
        </Button>
      </div>
    </div>
  );
}
