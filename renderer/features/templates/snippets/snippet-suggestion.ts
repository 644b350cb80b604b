// Snippets in the letter: `/name` is looked up while it is typed, and Enter or Tab puts the snippet in its place.
import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion } from '@tiptap/suggestion';
import type { TemplateSummary } from '../../../../electron/contract/model/templates';
import type { Language } from '../../../strings/languages';
import { findSlash } from './find-slash';
import { findSnippets, mayFind } from './known-snippets';
import { createSnippetBox, type SnippetWords } from './snippet-box';

const key = new PluginKey('snippets');

export const snippetSuggestion = (words: SnippetWords, language: Language) =>
  Extension.create({
    name: 'snippets',
    // Before the keys of lists and lines: Enter and Tab are the box's while it is open.
    priority: 1000,
    addProseMirrorPlugins() {
      return [
        Suggestion<TemplateSummary>({
          editor: this.editor,
          pluginKey: key,
          char: '/',
          findSuggestionMatch: findSlash,
          allow: ({ editor, state, range }) =>
            !editor.isActive('code') && !editor.isActive('link') && mayFind(state.doc.textBetween(range.from + 1, range.to)),
          items: ({ query }) => findSnippets(query),
          command: ({ editor, range, props: { id } }) => {
            const typed = { ...range, text: editor.state.doc.textBetween(range.from, range.to) };
            exitSuggestion(editor.view, key);
            void import('../take').then(({ takeSnippet }) => takeSnippet(id, typed, language));
          },
          floatingUi: { strategy: 'fixed' },
          render: () => createSnippetBox(words),
        }),
      ];
    },
  });
