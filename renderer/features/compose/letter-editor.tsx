// The letter itself. The editor keeps its own text; the page reads it only when it is saved, so typing never waits for React.
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useStrings } from '../../strings/words';
import type { DraftKeeper, Whereabouts } from './draft-keeper';
import classes from './letter-editor.module.css';
import { letterExtensions } from './letter-extensions';
import { letterHtml } from './letter-html';
import { picturesIn } from './pictures';

/** Makes the editor of a draft. `leftAt`: how it was left, where its text is still that one. `onPictures`: pictures that were pasted. */
export function useLetterEditor(keeper: DraftKeeper, leftAt: Whereabouts | null, onPictures: (files: readonly File[]) => void): Editor {
  const { compose } = useStrings();
  const paste = useRef(onPictures);
  useEffect(() => {
    paste.current = onPictures;
  });
  const editor = useEditor(
    {
      extensions: letterExtensions(compose.messageHint),
      content: keeper.content().html,
      // What the editor has written itself has no white space but the person's own: places and steps count every blank.
      ...(leftAt === null || leftAt.history === '' ? {} : { parseOptions: { preserveWhitespace: 'full' as const } }),
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
    [keeper, compose, leftAt],
  );
  useEffect(() => {
    keeper.setTextSource(() => letterHtml(editor));
    return () => keeper.setTextSource(null);
  }, [editor, keeper]);
  return editor;
}

export function LetterEditor({ editor }: { readonly editor: Editor }) {
  return <EditorContent editor={editor} className={classes.paper} data-field="text" />;
}
