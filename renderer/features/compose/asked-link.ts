// The letter for which a link was asked by key or by name: the button at its foot opens the form for it.
import type { Editor } from '@tiptap/core';
import { createStore } from '../../hooks/create-store';

export const askedLink = createStore<{ readonly editor: Editor | null }>({ editor: null });

export const askForLink = (editor: Editor): void => askedLink.set({ editor });
