// The letter itself. The editor keeps its own text; the page reads it only when it is saved, so typing never waits for React.
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage, useStrings } from '../../strings/words';
import { snippetSuggestion } from '../templates/snippets/snippet-suggestion';
import type { DraftKeeper, Whereabouts } from './draft-keeper';
import classes from './letter-editor.module.css';
import { letterExtensions, plainExtensions } from './letter-extensions';
import { letterHtml } from './letter-html';
import { withoutLayoutTables } from './paste/layout-tables';
import { type PasteTools, pasteInto } from './paste/paste-into';
import { switchSteps } from './text/switch-steps';
import type { PlainMode } from './text/use-plain';
import './text/letter-colours.css';

/**
 * Makes the editor of a draft, anew whenever the letter becomes plain text or stops being it. `leftAt`: how it was left, where its
 * text is still that one.
 */
export function useLetterEditor(
  keeper: DraftKeeper,
  leftAt: Whereabouts | null,
  { isPlain, steps, leftAt: returnedTo }: Pick<PlainMode, 'isPlain' | 'steps' | 'leftAt'>,
  tools: PasteTools,
): Editor {
  const { compose, templates } = useStrings();
  const language = useLanguage();
  const latest = useRef(tools);
  const latestSteps = useRef(steps);
  useEffect(() => {
    latest.current = tools;
    latestSteps.current = steps;
  });
  // What an editor begins with is read when one is made, not whenever the sheet is drawn: of a long letter that takes longer than a key may.
  const beginning = useMemo(
    () => ({
      extensions: [
        ...(isPlain ? plainExtensions : letterExtensions)(compose.messageHint),
        snippetSuggestion(templates, language),
        switchSteps(latestSteps),
      ],
      content: isPlain ? keeper.content().html : withoutLayoutTables(keeper.content().html),
      // What the editor has written itself has no white space but the person's own: places and steps count every blank.
      ...(isPlain || (leftAt !== null && leftAt.history !== '') ? { parseOptions: { preserveWhitespace: 'full' as const } } : {}),
    }),
    [keeper, compose, templates, language, leftAt, isPlain],
  );
  const editor = useEditor(
    {
      ...beginning,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': compose.message,
          spellcheck: 'false',
          class: classes.letter ?? '',
          ...(isPlain ? { 'data-plain': '' } : {}),
        },
        ...pasteInto(latest, isPlain),
      },
      onUpdate: () => keeper.touchText(),
      onBlur: () => void keeper.flush(),
    },
    [keeper, beginning],
  );
  const shown = useRef({ editor, isPlain });
  useEffect(() => {
    const before = shown.current;
    if (before.editor === editor) return; // the new one is made after the first drawing
    shown.current = { editor, isPlain };
    // Whoever switches goes on writing; whoever undoes it, where they were.
    if (before.isPlain !== isPlain) editor.commands.focus(returnedTo === null ? 'start' : null);
  }, [editor, isPlain, returnedTo]);
  useEffect(() => {
    keeper.setTextSource(() => letterHtml(editor));
    return () => keeper.setTextSource(null);
  }, [editor, keeper]);
  return editor;
}

export function LetterEditor({ editor }: { readonly editor: Editor }) {
  return <EditorContent editor={editor} className={classes.paper} data-field="text" />;
}
