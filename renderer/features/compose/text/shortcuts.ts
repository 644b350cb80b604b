// What can be typed instead of pressed, beyond what the editor's own parts know: a link as Markdown writes it, an emoji by its name.
import { type Editor, Extension, InputRule } from '@tiptap/core';
import { readLink } from '../links';

/** `[words](address)` becomes a link when its bracket closes. */
export const TypedLink = Extension.create({
  name: 'typedLink',
  addInputRules() {
    return [
      new InputRule({
        find: /\[([^\][]{1,500})\]\(([^\s()]{1,2000})\)$/,
        handler: ({ state, range, match }) => {
          const [, words = '', address = ''] = match;
          const href = readLink(address);
          const { link } = state.schema.marks;
          if (href === null || link === undefined) return null;
          state.tr.replaceWith(range.from, range.to, state.schema.text(words, [link.create({ href })])).removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
});

/** `:name:` becomes the emoji of that name. The names are read when the first is typed; what was typed meanwhile stays. */
export const TypedEmoji = Extension.create({
  name: 'typedEmoji',
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s):([a-z0-9_+-]{2,40}):$/,
        handler: ({ match }) => {
          const name = match[1] ?? '';
          void import('./emoji').then(async ({ emojiNamed }) => {
            const emoji = await emojiNamed(name);
            if (emoji !== null) replaceTyped(this.editor, `:${name}:`, emoji);
          });
          return null;
        },
      }),
    ];
  },
});

/** The nearest before the cursor in the same paragraph. */
function replaceTyped(editor: Editor, typed: string, words: string): void {
  if (editor.isDestroyed) return;
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
  const at = before.lastIndexOf(typed);
  if (at === -1) return;
  editor.view.dispatch(editor.state.tr.insertText(words, $from.start() + at, $from.start() + at + typed.length));
}
