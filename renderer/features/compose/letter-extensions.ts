// What a letter may contain: the schema of the editor. Anything else that is pasted falls away.
import { Extension } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { askForLink } from './asked-link';
import { isAllowedLink, readLink } from './links';
import { Picture } from './pictures/picture-node';
import { SignatureBlock } from './signature-node';
import { SpellingMarks } from './spelling/marks';
import { colourExtensions } from './text/colours';
import { Finding } from './text/find';
import { gridExtensions } from './text/grid';
import { Lines } from './text/lines-node';
import { TypedEmoji, TypedLink } from './text/shortcuts';

/** Ctrl+Shift+B is Bcc here, so the quote has the key beside the lists. */
const QuoteKey = Extension.create({
  name: 'quoteKey',
  addKeyboardShortcuts() {
    return { 'Mod-Shift-9': () => this.editor.commands.toggleBlockquote() };
  },
});

/** Without chosen text and outside a link the key is the palette's, as everywhere. */
const LinkKey = Extension.create({
  name: 'linkKey',
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => {
        if (this.editor.state.selection.empty && !this.editor.isActive('link')) return false;
        askForLink(this.editor);
        return true;
      },
    };
  },
});

export const letterExtensions = (hint: string) => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      protocols: [],
      isAllowedUri: (address) => isAllowedLink(address) || readLink(address) !== null,
      HTMLAttributes: { target: null, rel: null },
    },
    dropcursor: false,
    trailingNode: false,
  }),
  ...colourExtensions,
  ...gridExtensions,
  TypedLink,
  TypedEmoji,
  QuoteKey,
  LinkKey,
  Finding,
  SpellingMarks,
  Picture.configure({ inline: true }),
  SignatureBlock,
  Lines,
  Placeholder.configure({ placeholder: hint }),
];

/** Nothing but lines: each paragraph is one, and where there are very many a block of them. */
export const plainExtensions = (hint: string) => [
  StarterKit.configure({
    ...{ blockquote: false, bold: false, bulletList: false, code: false, codeBlock: false, dropcursor: false, heading: false },
    ...{ horizontalRule: false, italic: false, link: false, listItem: false, listKeymap: false, orderedList: false, strike: false },
    ...{ trailingNode: false, underline: false },
  }),
  TypedEmoji,
  Finding,
  SpellingMarks,
  SignatureBlock,
  Lines,
  Placeholder.configure({ placeholder: hint }),
];
