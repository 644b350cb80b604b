// The statements about the words that a person has added to the dictionaries.
import type { Store } from './open';

export const listOwnWords = (store: Store): string[] =>
  store
    .prepare<{ word: string }>('SELECT word FROM own_word')
    .all()
    .map(({ word }) => word);

export const countOwnWords = (store: Store): number => store.prepare<{ n: number }>('SELECT count(*) AS n FROM own_word').get()?.n ?? 0;

/** One that is there stays as it is. */
export const addOwnWord = (store: Store, word: string, at: number): void =>
  void store.prepare('INSERT INTO own_word (word, at) VALUES (?, ?) ON CONFLICT (word) DO NOTHING').run(word, at);

export const removeOwnWord = (store: Store, word: string): void => void store.prepare('DELETE FROM own_word WHERE word = ?').run(word);
