// The words that a person has added to the dictionaries, as the page knows them: followed from the moment somebody begins to write.
import { call, watch } from '../../../api';
import { createStore } from '../../../hooks/create-store';
import { createLookups } from './lookups';

export const ownWords = createStore<{ readonly words: ReadonlySet<string> }>({ words: new Set() });

/** One for all letters: what a word is does not depend on where it stands. */
export const lookups = createLookups((input) => call('spelling.check', input));

let isFollowed = false;

export function followOwnWords(): void {
  if (isFollowed) return;
  isFollowed = true;
  watch('spelling.words', {}, (list) => {
    if (list.ok) ownWords.set({ words: new Set(list.value) });
  });
}
