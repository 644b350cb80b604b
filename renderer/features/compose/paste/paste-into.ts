// What happens to what is pasted or dropped into the letter: pictures are stored, other programs' HTML is cleaned, and what is too long
// to come in without a question waits for the answer.
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorProps } from '@tiptap/pm/view';
import { hasManyLines } from '../../../../electron/domain/many-lines';
import { picturesIn } from '../pictures';
import { cleanPasted, isOwn } from './clean-pasted';
import { pasteLines } from './insert-lines';

export type PasteTools = {
  readonly onPictures: (files: readonly File[]) => void;
  /** Too long: the words alone. Nothing of it has come in. */
  readonly onLarge: (text: string) => void;
  readonly onPicturesLeftOut: (count: number) => void;
};

/** Characters; what is longer is asked about first. */
const LARGE = 200_000;

/** Reads the tools when something is pasted, not before. */
export function pasteInto(tools: { readonly current: PasteTools }, isPlain: boolean): EditorProps {
  let isOwnWords = false; // pasted by the last line of this: it asks here again
  return {
    handlePaste: (view, event) => {
      const { clipboardData } = event;
      if (clipboardData === null || isOwnWords) return false;
      const files = picturesIn(clipboardData);
      if (files.length > 0) {
        tools.current.onPictures(files);
        return true;
      }
      const [text, html] = [clipboardData.getData('text/plain'), clipboardData.getData('text/html')];
      if (Math.max(text.length, html.length) > LARGE) {
        tools.current.onLarge(tidy(text === '' ? html.replace(/<[^<>]*>/g, '') : text));
        return true;
      }
      if ((isPlain || html === '') && hasManyLines(text)) {
        pasteLines(view, tidy(text));
        return true;
      }
      if (!isPlain || html === '' || text === '') return false;
      isOwnWords = true;
      view.pasteText(text, event);
      isOwnWords = false;
      return true;
    },
    transformPastedHTML: (html) => {
      if (isOwn(html)) return html;
      const { html: cleaned, picturesLeftOut } = cleanPasted(html);
      if (picturesLeftOut > 0) tools.current.onPicturesLeftOut(picturesLeftOut);
      return cleaned;
    },
    transformPastedText: tidy,
    ...(isPlain ? plainText : {}),
  };
}

const tidy = (text: string): string => text.replaceAll('\0', '');

/** In plain text a line is a line, an empty one too, in and out. */
const plainText: EditorProps = {
  clipboardTextParser: (text, _context, _isPlain, { state: { schema } }) => {
    const paragraphs = text
      .split(/\r\n?|\n/)
      .map((line) => schema.nodes.paragraph?.create(null, line === '' ? null : schema.text(line)) ?? null)
      .filter((paragraph) => paragraph !== null);
    return new Slice(Fragment.from(paragraphs), 1, 1);
  },
  clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n', '\n'),
};
