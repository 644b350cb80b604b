// What a letter may contain: the schema of the editor. Anything else that is pasted falls away.
import { Extension } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { askForLink } from './asked-link';
import { SignatureBlock } from './signature-node';

export const PICTURE_ADDRESS = 'app://brevduva/picture/';

/** A link a recipient may be given: the web and mail, nothing that runs. */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol);
}

/** Makes a link of what was typed: `example.org` and `anna@example.org` are understood. Null: it can be none. */
export function readLink(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d+(\/|$)/.test(typed)) return isAllowedLink(typed) ? typed : null;
  const guess = typed.includes('@') ? `mailto:${typed}` : `https://${typed}`;
  return isAllowedLink(guess) && typed.includes('.') ? guess : null;
}

/** Pictures are stored by the engine and named by their hash; a remote or embedded picture is not taken over. */
const Picture = Image.extend({
  parseHTML: () => [{ tag: `img[src^="${PICTURE_ADDRESS}"]` }],
  addAttributes() {
    return {
      ...this.parent?.(),
      cid: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-cid'),
        renderHTML: ({ cid }: Record<string, unknown>) => (typeof cid === 'string' ? { 'data-cid': cid } : {}),
      },
    };
  },
});

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
    codeBlock: false,
    dropcursor: false,
    trailingNode: false,
  }),
  QuoteKey,
  LinkKey,
  Picture.configure({ inline: true }),
  SignatureBlock,
  Placeholder.configure({ placeholder: hint }),
];
