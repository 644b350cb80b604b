// Who will be meant when somebody types one letter more, for each letter that somebody here could go on with: told along with an answer, so
// that the next list is there before its key is.
import { isLetter, matches, searchWords, unfinished } from './keys';
import { type KnownGroup, type KnownPerson, mostGroups, type Sources } from './search';
import { eachWith, standsAt, stretchOf, type WordIndex } from './word-index';

/**
 * What `findPeople` finds for the text and one letter more, or the first of it.
 * `words`: what is looked for then, as `searchWords` has it, with a space between. `isAll`: nobody else fits; where somebody does, groups
 * are left out, since they stand behind people who are not here.
 */
export type Foreseen = {
  readonly words: string;
  readonly people: readonly KnownPerson[];
  readonly groups: readonly KnownGroup[];
  readonly isAll: boolean;
};

/** More people than these are not looked at for how they go on after a whole word: the first of them are enough for a list. */
const mostLookedAt = 4_000;

type Letter = { readonly people: KnownPerson[]; readonly groups: KnownGroup[]; isMore: boolean };

/** @param limit people for each letter */
export function foresee(text: string, { warm, everybody, groups }: Sources, limit: number): readonly Foreseen[] {
  const { whole, stem } = unfinished(text);
  const letters = new Map<number, Letter>();
  const letter = (code: number): Letter => {
    const known = letters.get(code) ?? { people: [], groups: [], isMore: false };
    letters.set(code, known);
    return known;
  };
  /** Whether there may be room for another one. */
  const put = (code: number, person: KnownPerson): boolean => {
    const known = letter(code);
    if (known.people.at(-1) === person) return true;
    if (known.people.length < limit) known.people.push(person);
    else known.isMore = true;
    return !known.isMore;
  };
  const isHere = (person: KnownPerson): boolean => person.written.length === 0;
  let isCut = false;
  for (const [index, isMeant] of [
    [warm, () => true],
    [everybody, isHere],
  ] as const) {
    if (whole.length > 0) isCut = !putFollowing(index, whole, stem, isMeant, put) || isCut;
    else if (stem === '') putFirst(index, isMeant, put);
    else putNext(index, stem, isMeant, put, (code) => letters.get(code)?.isMore === true);
  }
  for (const group of groups) {
    if (group.members === 0 || !matches(group.folded, whole)) continue;
    eachBehind(group.folded, stem, (code) => {
      const named = letter(code).groups;
      if (named.length < mostGroups && named.at(-1) !== group) named.push(group);
    });
  }
  return [...letters].flatMap(([code, { people, groups: named, isMore }]) => {
    const words = [...whole, `${stem}${String.fromCharCode(code)}`].join(' ');
    if (searchWords(words).join(' ') !== words) return []; // no letter that anybody looks for
    const isAll = !isMore && !isCut;
    return [{ words, people, groups: isAll ? named : [], isAll }];
  });
}

type Index = WordIndex<KnownPerson>;
type IsMeant = (person: KnownPerson) => boolean;
type Put = (code: number, person: KnownPerson) => boolean;

/** Nothing is typed yet: everybody by the first letters of their words. */
function putFirst({ people, who, stretches }: Index, isMeant: IsMeant, put: Put): void {
  for (const [code, { from, to }] of stretches) {
    for (let place = from; place < to; place += 1) {
      const person = people[who[place] ?? 0];
      if (person !== undefined && isMeant(person) && !put(code, person)) break;
    }
  }
}

/** A word has been begun: everybody who has it, by the letter behind that. */
function putNext(index: Index, stem: string, isMeant: IsMeant, put: Put, isFull: (code: number) => boolean): void {
  const { people, text, at, who } = index;
  const { from, to } = stretchOf(index, stem);
  for (let place = from; place < to; place += 1) {
    const begin = at[place] ?? 0;
    if (!standsAt(text, begin, stem)) continue;
    const code = text.charCodeAt(begin + stem.length);
    if (!isTyped(code) || isFull(code)) continue;
    const person = people[who[place] ?? 0];
    if (person !== undefined && isMeant(person)) put(code, person);
  }
}

/** Behind whole words: everybody who has them. Answers whether they were all looked at. */
function putFollowing(index: Index, whole: readonly string[], stem: string, isMeant: IsMeant, put: Put): boolean {
  let looked = 0;
  eachWith(index, stem === '' ? whole : [...whole, stem], (person) => {
    if (!isMeant(person)) return true;
    looked += 1;
    if (looked > mostLookedAt) return false;
    eachBehind(person.folded, stem, (code) => void put(code, person));
    return true;
  });
  return looked <= mostLookedAt;
}

/** Tells of the letters that stand behind the stem where that begins a word; behind '' of the first letters of all words. */
function eachBehind(folded: string, stem: string, tell: (code: number) => void): void {
  if (stem === '') return eachFirst(folded, tell);
  for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1)) {
    if (at > 0 && isLetter(folded.charCodeAt(at - 1))) continue;
    const code = folded.charCodeAt(at + stem.length);
    if (isTyped(code)) tell(code);
  }
}

function eachFirst(folded: string, tell: (code: number) => void): void {
  let isInside = false;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    const isWord = isLetter(code);
    if (isWord && !isInside) tell(code);
    isInside = isWord;
  }
}

/** Whether a letter lengthens a word, and does not part it from the next one as `searchWords` sees it. */
const isTyped = (code: number): boolean => code > 32 && !parting.has(code);
const parting = new Set([...'<>"(),;'].map((sign) => sign.charCodeAt(0)));
