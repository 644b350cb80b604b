// The letter itself. The editor keeps its own text; the page reads it only when it is saved, so typing never waits for React.
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useStrings } from '../../strings/words';
import type { DraftKeeper } from './draft-keeper';
import classes from './letter-editor.module.css';
import { letterExtensions } from './letter-extensions';
import { letterHtml } from './letter-html';
import { picturesIn } from './pictures';

/** Makes the editor of a draft. `onPictures`: pictures that were pasted. */
export function useLetterEditor(keeper: DraftKeeper, onPictures: (files: readonly File[]) => void): Editor {
  const { compose } = useStrings();
  const paste = useRef(onPictures);
  useEffect(() => {
    paste.current = onPictures;
  });
  const editor = useEditor(
    {
      extensions: letterExtensions(compose.messageHint),
      content: keeper.content().html,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': compose.message,
          spellcheck: 'false',
          class: classes.letter ?? '',
        },
        handlePaste: (_view, event) => {
          const files = event.clipboardData === null ? [] : picturesIn(event.clipboardData);
          if (files.length > 0) paste.current(files);
          return files.length > 0;
        },
      },
      onUpdate: () => keeper.touchText(),
      onBlur: () => void keeper.flush(),
    },
    [keeper, compose],
  );
  useEffect(() => {
    keeper.setTextSource(() => letterHtml(editor));
    return () => keeper.setTextSource(null);
  }, [editor, keeper]);
  return editor;
}

export function LetterEditor({ editor }: { readonly editor: Editor }) {
  return <EditorContent editor={editor} className={classes.paper} />;
}
