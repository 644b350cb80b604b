// A picture in the letter: stored by the engine and named by its hash, with a handle to change its width and keys for the same.
import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import { PICTURE_ADDRESS, WIDEST } from '../pictures';

/** px: smaller ones can't be taken hold of. */
const NARROWEST = 24;
/** Of the width, at a press of a key. */
const STEP = 0.1;

export type PictureHere = { readonly at: number; readonly node: Node };

/** The picture that is chosen; null: none is. */
export function chosenPicture({ state: { selection } }: Editor): PictureHere | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'image' ? { at: selection.from, node: selection.node } : null;
}

const imageOf = (dom: unknown): HTMLImageElement | null =>
  dom instanceof HTMLImageElement ? dom : dom instanceof HTMLElement ? dom.querySelector('img') : null;

/** What a hundred per cent is, px: its own width, at most what every mail program shows. */
export const fullWidth = ({ view }: Editor, at: number): number => Math.min(imageOf(view.nodeDOM(at))?.naturalWidth || WIDEST, WIDEST);

/** As it is shown now, px. */
export const shownWidthOf = (editor: Editor, { at, node }: PictureHere): number => Number(node.attrs.width) || fullWidth(editor, at);

/** Changes the picture and leaves it chosen where it was. */
export function changePictureAt({ state, view }: Editor, { at, node }: PictureHere, attributes: Readonly<Record<string, unknown>>): void {
  const isChosen = state.selection instanceof NodeSelection && state.selection.from === at;
  const tr = state.tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attributes });
  view.dispatch(isChosen ? tr.setSelection(NodeSelection.create(tr.doc, at)) : tr);
}

export function setPictureWidth(editor: Editor, picture: PictureHere, width: number): void {
  changePictureAt(editor, picture, { width: Math.round(Math.max(NARROWEST, Math.min(width, WIDEST))), height: null });
}

/** The handle at the lower corner: the picture follows the pointer, the letter is changed once, at the end. */
function createHandle(image: HTMLImageElement, here: () => PictureHere | null, editor: Editor): HTMLElement {
  const handle = document.createElement('span');
  handle.dataset.handle = '';
  handle.setAttribute('aria-hidden', 'true'); // the keyboard has keys for it
  handle.addEventListener('pointerdown', (down) => {
    if (!editor.isEditable || down.button !== 0) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    const before = image.getBoundingClientRect().width;
    let width = before;
    const follow = (move: PointerEvent): void => {
      width = Math.max(
        NARROWEST,
        Math.min(before + move.clientX - down.clientX, WIDEST, image.closest('p, li, td')?.clientWidth ?? WIDEST),
      );
      image.style.width = `${width}px`;
    };
    const end = (): void => {
      handle.removeEventListener('pointermove', follow);
      image.style.width = '';
      const picture = here();
      if (picture !== null && width !== before) setPictureWidth(editor, picture, width);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('lostpointercapture', end, { once: true });
  });
  return handle;
}

const shown = ['src', 'alt', 'title', 'width', 'height'] as const;

function viewOf({ node: first, getPos, editor }: NodeViewRendererProps) {
  let node = first;
  const dom = document.createElement('span');
  dom.dataset.picture = '';
  const image = document.createElement('img');
  image.draggable = false; // the whole is
  image.decoding = 'async'; // no key waits for a picture to be unpacked
  const show = (): void => {
    for (const name of shown) {
      const value: unknown = node.attrs[name];
      if (value === null || value === undefined) image.removeAttribute(name);
      else if (image.getAttribute(name) !== String(value)) image.setAttribute(name, String(value));
    }
  };
  show();
  const here = (): PictureHere | null => {
    const at = getPos();
    return at === undefined ? null : { at, node };
  };
  dom.append(image, createHandle(image, here, editor));
  return {
    dom,
    update(next: Node) {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
    stopEvent: ({ target }: Event) => target instanceof HTMLElement && target.dataset.handle !== undefined,
    ignoreMutation: () => true,
  };
}

/** A remote or embedded picture is not taken over. */
export const Picture = Image.extend({
  priority: 1100, // Enter on a chosen picture is not a new line
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
  addNodeView() {
    return viewOf;
  },
  addKeyboardShortcuts() {
    const resize = (by: number) => (): boolean => {
      const picture = chosenPicture(this.editor);
      if (picture === null) return false;
      setPictureWidth(this.editor, picture, shownWidthOf(this.editor, picture) + by * fullWidth(this.editor, picture.at));
      return true;
    };
    return {
      'Alt-ArrowUp': resize(STEP),
      'Alt-ArrowDown': resize(-STEP),
      Enter: () => {
        const field =
          chosenPicture(this.editor) === null
            ? null
            : this.editor.view.dom.closest('section')?.querySelector<HTMLElement>('[data-describe]');
        field?.focus();
        return field != null;
      },
    };
  },
});
