// Pictures in the text: made ready and stored by the engine, put where the cursor is or where they were let go.
import type { Editor } from '@tiptap/react';
import { readable } from './attachments/bring-in';
import { isPicture, PICTURE_ADDRESS, shownWidth } from './pictures';
import { askedAbout } from './pictures/asked-about';
import type { Attachments } from './use-attachments';

/** Points of the window. */
type Point = { readonly left: number; readonly top: number };
export type InsertPictures = (pictures: readonly File[], at?: Point) => void;

/** What no mail program can show in a text is attached instead, and so is every picture where the letter is plain text. */
export function useInsertPictures(files: Attachments, editorOf: () => Editor): InsertPictures {
  const { add, addPicture } = files;
  const insert = async (given: File): Promise<void> => {
    const attachment = await addPicture(await readable(given));
    if (attachment === null) return;
    const alt = attachment.name.replace(/\.[^.]*$/, '');
    const src = `${PICTURE_ADDRESS}${attachment.sha256}`;
    const width = await shownWidth(src);
    const editor = editorOf();
    if (attachment.cid !== null) askedAbout.set(editor, attachment.cid);
    const attrs = { src, cid: attachment.cid, alt, ...(width === null ? {} : { width }) };
    editor.chain().focus().insertContent({ type: 'image', attrs }).run();
  };
  return (pictures, at) => {
    const editor = editorOf();
    const place = at === undefined ? null : editor.view.posAtCoords(at);
    if (place !== null) editor.commands.setTextSelection(place.pos);
    void (async () => {
      for (const file of pictures) await (isPicture(file) && editorOf().schema.nodes.image !== undefined ? insert(file) : add([file]));
    })();
  };
}
