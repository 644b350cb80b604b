// What a finding is mended with in the letter, and how one gets to it. Each is one step back for undo.
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Place } from '../../../../electron/domain/letter-checks/letter';
import { PICTURE_ADDRESS } from '../pictures';
import type { Attachments } from '../use-attachments';
import { rangeOf } from './letter-of';

/** Goes there: a picture is chosen, words are selected; `atEnd`: the cursor stands before their last character. */
export function goTo(editor: Editor, place: Place, atEnd = false): void {
  const range = rangeOf(editor.state.doc, place);
  const { tr, doc } = editor.state;
  if (range !== null) {
    const words = atEnd ? TextSelection.create(doc, range.to - 1) : TextSelection.create(doc, range.from, range.to);
    editor.view.dispatch(tr.setSelection(place.kind === 'picture' ? NodeSelection.create(doc, range.from) : words).scrollIntoView());
  }
  editor.view.focus();
}

/** At once: whoever types on without a pause begins there (TipTap's own command waits for the next frame). */
export function goToStart(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.atStart(editor.state.doc)).scrollIntoView());
  editor.view.focus();
}

/** The words of the link become the address it leads to. */
export function showRealLink(editor: Editor, place: Place, address: string): void {
  const range = rangeOf(editor.state.doc, place);
  const marks = range === null ? undefined : editor.state.doc.nodeAt(range.from)?.marks;
  if (range === null || marks === undefined) return;
  const text = editor.schema.text(address.replace(/^mailto:/i, ''), marks);
  editor.view.dispatch(editor.state.tr.replaceWith(range.from, range.to, text));
}

export function takePictureOut(editor: Editor, place: Place): void {
  const range = rangeOf(editor.state.doc, place);
  if (range !== null) editor.view.dispatch(editor.state.tr.delete(range.from, range.to));
}

/** Takes a stored picture out wherever it stands. */
export function takePicturesOut(editor: Editor, sha256: string): void {
  const { tr, doc } = editor.state;
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.src === `${PICTURE_ADDRESS}${sha256}`)
      tr.delete(tr.mapping.map(at), tr.mapping.map(at + node.nodeSize));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}

function changePicture(editor: Editor, source: string, attributes: Readonly<Record<string, unknown>>): void {
  const { tr, doc } = editor.state;
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.src === source) tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attributes });
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}

/** Gives the picture its description, wherever in the letter it stands. */
export const describePicture = (editor: Editor, source: string, alt: string): void => changePicture(editor, source, { alt });

/** Puts the same picture as PNG in the place of one that some can't see. Nothing changes where it can't be read. */
export async function turnIntoPng(editor: Editor, files: Pick<Attachments, 'addPicture'>, sha256: string, name: string): Promise<void> {
  const picture = new Image();
  const source = `${PICTURE_ADDRESS}${sha256}`;
  picture.src = source;
  const isThere = await picture.decode().then(
    () => true,
    () => false, // damaged: it stays as it is
  );
  if (!isThere) return;
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (bytes === null) return;
  const added = await files.addPicture(new File([bytes], `${name.replace(/\.[^.]*$/, '')}.png`, { type: 'image/png' }));
  if (added !== null) changePicture(editor, source, { src: `${PICTURE_ADDRESS}${added.sha256}`, cid: added.cid });
}
