// Pictures in the text: stored by the engine, put where the cursor is.
import type { Editor } from '@tiptap/react';
import { PICTURE_ADDRESS } from './letter-extensions';
import { isPicture, shownWidth } from './pictures';
import type { Attachments } from './use-attachments';

/** What no mail program can show in a text is attached instead, and so is every picture where the letter is plain text. */
export function useInsertPictures(files: Attachments, editorOf: () => Editor): (pictures: readonly File[]) => void {
  const { add, addPicture } = files;
  const insert = async (file: File): Promise<void> => {
    const attachment = await addPicture(file);
    if (attachment === null) return;
    const alt = attachment.name.replace(/\.[^.]*$/, '');
    const src = `${PICTURE_ADDRESS}${attachment.sha256}`;
    const width = await shownWidth(src);
    const attrs = { src, cid: attachment.cid, alt, ...(width === null ? {} : { width }) };
    editorOf().chain().focus().insertContent({ type: 'image', attrs }).run();
  };
  return (pictures) => {
    void (async () => {
      for (const file of pictures) await (isPicture(file) && editorOf().schema.nodes.image !== undefined ? insert(file) : add([file]));
    })();
  };
}
