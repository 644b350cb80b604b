// How the letter's text can be formatted, each with its key: the toolbar, the palette and the list of keys are made from this table.
import type { Editor } from '@tiptap/core';
import type { Strings } from '../../strings/en';
import { control, controlAlt, controlShift, type Key } from '../../ui/keys';
import { askForLink } from './asked-link';

export type LetterFormat = {
  readonly id: string;
  readonly label: (strings: Strings) => string;
  readonly key: Key;
  readonly run: (editor: Editor) => void;
};

const heading = (level: 1 | 2 | 3) => (editor: Editor) => void editor.chain().focus().toggleHeading({ level }).run();

export const letterFormats = [
  { id: 'bold', label: ({ compose }) => compose.bold, key: control('b'), run: (editor) => editor.chain().focus().toggleBold().run() },
  { id: 'italic', label: ({ compose }) => compose.italic, key: control('i'), run: (editor) => editor.chain().focus().toggleItalic().run() },
  {
    id: 'underline',
    label: ({ compose }) => compose.underline,
    key: control('u'),
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    id: 'strike',
    label: ({ keysList }) => keysList.strike,
    key: controlShift('s'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  { id: 'code', label: ({ keysList }) => keysList.code, key: control('e'), run: (editor) => editor.chain().focus().toggleCode().run() },
  { id: 'link', label: ({ keysList }) => keysList.link, key: control('k'), run: askForLink },
  { id: 'heading1', label: ({ keysList }) => keysList.heading(1), key: controlAlt('1'), run: heading(1) },
  { id: 'heading2', label: ({ keysList }) => keysList.heading(2), key: controlAlt('2'), run: heading(2) },
  { id: 'heading3', label: ({ keysList }) => keysList.heading(3), key: controlAlt('3'), run: heading(3) },
  {
    id: 'paragraph',
    label: ({ keysList }) => keysList.paragraph,
    key: controlAlt('0'),
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
  {
    id: 'bullets',
    label: ({ compose }) => compose.bullets,
    key: controlShift('8'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    label: ({ compose }) => compose.numbers,
    key: controlShift('7'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'quote',
    label: ({ compose }) => compose.quote,
    key: controlShift('9'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { id: 'undoText', label: ({ keysList }) => keysList.undo, key: control('z'), run: (editor) => editor.chain().focus().undo().run() },
  { id: 'redoText', label: ({ keysList }) => keysList.redo, key: controlShift('z'), run: (editor) => editor.chain().focus().redo().run() },
  {
    id: 'newLine',
    label: ({ keysList }) => keysList.newLine,
    key: { key: 'enter', hasShift: true },
    run: (editor) => editor.chain().focus().setHardBreak().run(),
  },
] as const satisfies readonly LetterFormat[];

export type LetterFormatId = (typeof letterFormats)[number]['id'];

export const formatOf = (id: LetterFormatId): LetterFormat => letterFormats.find((format) => format.id === id) ?? letterFormats[0];
