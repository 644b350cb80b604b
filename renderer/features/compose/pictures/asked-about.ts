// Which picture of a letter has just come in and is quietly asked about, by its Content-ID, until the cursor goes on.
import type { Editor } from '@tiptap/core';

export const askedAbout = new WeakMap<Editor, string>();
