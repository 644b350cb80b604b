// Fields that the program knows an answer for, in the languages of the program, and where the cursor is to stand.

export type KnownField = 'first-name' | 'name' | 'date';

const words: ReadonlyMap<string, KnownField | 'cursor'> = new Map([
  ...['cursor', 'markör', 'markören', 'markør', 'markøren'].map((word) => [word, 'cursor'] as const),
  ...['first name', 'firstname', 'förnamn', 'fornavn'].map((word) => [word, 'first-name'] as const),
  ...['name', 'namn', 'navn'].map((word) => [word, 'name'] as const),
  ...['date', 'today', 'datum', 'dato'].map((word) => [word, 'date'] as const),
]);

const meaning = (name: string): KnownField | 'cursor' | null =>
  words.get(name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('en').normalize('NFC')) ?? null;

export const isCursor = (name: string): boolean => meaning(name) === 'cursor';

export function knownField(name: string): KnownField | null {
  const known = meaning(name);
  return known === 'cursor' ? null : known;
}

/** "Anna" of "Anna Andersson" and of "Andersson, Anna"; empty where there is no name. */
export function firstNameOf(name: string): string {
  const [before = '', after = ''] = name.split(',', 2);
  const given = after.trim() === '' ? before : after;
  return given.trim().split(/\s+/u)[0] ?? '';
}
