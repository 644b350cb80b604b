// Who is meant when somebody types on, as far as the last answers tell: known without asking anybody, in the very picture of the key.
import type { ForeseenLetters, Suggestion } from '../../contract/model/people';
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

/** What has been answered: `next` to what is being typed, `first` to nothing typed yet. */
export type Heard = { readonly offer: Offered; readonly next: ForeseenLetters; readonly first: ForeseenLetters };

const nobody: ForeseenLetters = { known: [], letters: [] };
export const nothingHeard: Heard = { offer: { text: '', items: [], isAll: false }, next: nobody, first: nobody };

/** Letters that may have been typed since the last answer: they come faster than it only one or two at a time. */
const mostUnanswered = 3;

/** What is offered for a text: everybody of the answer to it, or the first of them; null: nothing can be said. */
export function offeredFor({ offer, next, first }: Heard, text: string): readonly Suggestion[] | null {
  if (offer.text === text) return searchWords(text).length === 0 ? null : offer.items;
  const narrowed = narrow(offer, text);
  if (narrowed !== null && offer.isAll) return narrowed;
  for (let end = text.length; end > Math.max(0, text.length - mostUnanswered); end -= 1) {
    const before = text.slice(0, end);
    const foreseen = foreseenFor(next, before) ?? foreseenFor(first, before);
    const items = foreseen === null ? null : end === text.length ? foreseen.items : narrow(foreseen, text);
    if (items !== null) return items.length > (narrowed?.length ?? 0) || foreseen?.isAll === true ? items : narrowed;
  }
  return narrowed;
}

function foreseenFor({ known, letters }: ForeseenLetters, text: string): Offered | null {
  const words = searchWords(text).join(' ');
  const letter = letters.find((one) => one.words === words);
  if (letter === undefined) return null;
  return { text, items: letter.places.flatMap((place) => known[place] ?? []), isAll: letter.isAll };
}
