// Who of those that were offered is still meant when somebody types on: known without asking anybody, in the very picture of the key.
import type { Suggestion } from '../../contract/model/people';
import { fold, foldPerson, matches, searchWords } from './keys';

/** `isAll`: nobody else fits. Else there are more people than these; the first ones are the first of all. */
export type Offered = { readonly text: string; readonly items: readonly Suggestion[]; readonly isAll: boolean };

/**
 * What is offered for a longer text, as far as that is certain: whoever fits it fits its beginning, in the same order. All of them, or
 * the first ones; null: nothing can be said.
 */
export function narrow({ text: before, items, isAll }: Offered, text: string): readonly Suggestion[] | null {
  const words = searchWords(text);
  if (!text.startsWith(before) || searchWords(before).length === 0) return null;
  const fitting = items.filter((one) => matches(one.kind === 'person' ? foldPerson(one.name, one.address) : fold(one.name), words));
  if (isAll) return fitting;
  const people = fitting.filter(({ kind }) => kind === 'person'); // groups stand behind people who are not here yet
  return people.length === 0 ? null : people;
}
