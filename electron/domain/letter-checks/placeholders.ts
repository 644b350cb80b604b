// What was meant to be filled in and was not: "[name]", "{{…}}", "XXX", "TODO", "Dear ,".
import { fieldPattern } from '../templates/fields';

export type Placeholder = { readonly text: string; readonly from: number; readonly to: number };

/** What people leave open, in the languages of the program. Brackets around anything else are just brackets. */
const blanks = [
  ...['name', 'surname', 'recipient', 'customer', 'company', 'title', 'date', 'time', 'day', 'month', 'year', 'number', 'amount', 'price'],
  ...['address', 'city', 'place', 'phone', 'e-?mail', 'link', 'url', 'subject', 'topic', 'product', 'project', 'order', 'insert', 'your'],
  ...['namn', 'förnamn', 'efternamn', 'mottagare', 'kund', 'företag', 'titel', 'datum', 'tid', 'dag', 'månad', 'år', 'nummer', 'belopp'],
  ...['pris', 'adress', 'ort', 'stad', 'telefon', 'e-?post', 'länk', 'ämne', 'produkt', 'projekt', 'infoga', 'fyll i', 'din', 'ditt'],
  ...['navn', 'fornavn', 'efternavn', 'modtager', 'kunde', 'firma', 'virksomhed', 'dato', 'måned', 'beløb', 'adresse', 'sted'],
  ...['mail', 'emne', 'ordre', 'indsæt', 'udfyld', 'dit'],
].join('|');
/** A few words around it, and no more: a letter full of brackets must not take minutes. */
const words = `(?:[\\p{L}\\p{N}]{1,30}[ _-]){0,4}(?:${blanks})(?:[ _-][\\p{L}\\p{N}]{1,30}){0,4}`;

const patterns = [
  new RegExp(`\\[ ?${words}(?:…|\\.{3})? ?\\]`, 'giu'),
  new RegExp(`<<? ?${words} ?>?>`, 'giu'),
  new RegExp(`(?<!\\{)\\$?\\{ ?${words} ?\\}(?!\\})`, 'giu'),
  new RegExp(`%{1,2}${words.replaceAll(' ', '')}%{1,2}`, 'giu'),
  fieldPattern, // a template's field that nobody has filled in
  /(?<![\p{L}\p{N}_-])(?:X{3,}|TODO|TBD|FIXME)(?![\p{L}\p{N}_-])/gu,
];

/** A name is missing: nothing but a comma behind a greeting that always has one, or a space before the comma of any. */
const greeting = /^\s*(?:(?:Dear|Kära|Käre|Bästa|Kære)\s*|(?:Hi|Hello|Hej|Hejsan|Goddag)\s+)[,!]/u;

/** In order, none inside another. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found = patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: match, index }) => ({ text: match, from: index, to: index + match.length }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const apart: Placeholder[] = [];
  for (const one of found) if (one.from >= (apart.at(-1)?.to ?? 0)) apart.push(one);
  return apart;
}

/** The greeting at the beginning of a line that greets nobody; null: there is none. */
export function emptyGreetingIn(text: string): Placeholder | null {
  const match = greeting.exec(text)?.[0];
  if (match === undefined) return null;
  const words = match.trim();
  const from = match.indexOf(words);
  return { text: words, from, to: from + words.length };
}
