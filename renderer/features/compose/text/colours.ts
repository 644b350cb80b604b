// The colours of a letter: kept by name, drawn by the theme while it is written (letter-editor.module.css), sent as exact values.
import { Mark, mergeAttributes } from '@tiptap/core';
import { Highlight } from '@tiptap/extension-highlight';
import { inkOf, isInk, isPaper, paperOf } from '../../../../electron/domain/letter-look';

const named = (
  name: 'ink' | 'paper',
  isKnown: (value: string) => boolean,
  read: (style: string) => string | null,
  usual: string | null,
) => ({
  [name]: {
    default: usual,
    parseHTML: (element: HTMLElement): string | null => {
      const value = element.getAttribute(`data-${name}`) ?? read(element.getAttribute('style') ?? '');
      return value !== null && isKnown(value) ? value : usual;
    },
    renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
  },
});
const has = (read: (style: string) => string | null) => (element: HTMLElement) =>
  read(element.getAttribute('style') ?? '') === null ? false : {};

/** The paper behind words; `==words==` makes it yellow. */
const Paper = Highlight.extend({
  addAttributes: () => named('paper', isPaper, paperOf, 'yellow'),
  parseHTML: () => [{ tag: 'mark' }, { tag: 'span[style]', getAttrs: has(paperOf) }],
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
  addKeyboardShortcuts: () => ({}),
});

const Ink = Mark.create({
  name: 'ink',
  addAttributes: () => named('ink', isInk, inkOf, null),
  parseHTML: () => [
    { tag: 'span[data-ink]', getAttrs: (element) => (isInk(element.getAttribute('data-ink') ?? '') ? {} : false) },
    { tag: 'span[style]', getAttrs: has(inkOf) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});

/** In this order paper lies under ink: words on it keep their own colour. */
export const colourExtensions = [Paper, Ink];
