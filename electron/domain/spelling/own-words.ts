// Whether a word is one that somebody knows: of their own dictionary, or a name. Case and the genitive are forgiven as a dictionary would.

/** The word as it stands, without an 's, and without the s that does the same in Swedish and Danish. */
const forms = (word: string): string[] => [word, word.replace(/['’]s?$/u, ''), word.replace(/s$/u, '')];

/** Own words in small letters are right with a capital; those with a capital only as they are, or in capitals. */
export function isOwnWord(word: string, own: ReadonlySet<string>): boolean {
  return own.size > 0 && forms(word).some((form) => own.has(form) || own.has(uncapitalised(form)));
}

/** Whether a word that begins with a capital is one of the names, which are in small letters. */
export const isKnownName = (word: string, names: ReadonlySet<string>): boolean =>
  names.size > 0 && /^\p{Lu}/u.test(word) && forms(word).some((form) => names.has(form.toLowerCase()));

const uncapitalised = (word: string): string => {
  const [first = ''] = word;
  return first.toLowerCase() + word.slice(first.length);
};

/** The parts of names, in small letters, as `isKnownName` takes them. */
export const namesOf = (names: Iterable<string>): Set<string> => {
  const parts = new Set<string>();
  for (const name of names)
    for (const part of name
      .slice(0, 300)
      .toLowerCase()
      .split(/[^\p{L}\p{M}'’]+/u))
      if (part.length > 1) parts.add(part);
  return parts;
};

/** As it is kept; null: it is no word. */
export function ownWord(typed: string): string | null {
  const word = typed.trim().normalize('NFC').replace(/’/g, "'");
  return word.length >= 1 && word.length <= 64 && /^[\p{L}\p{M}\p{N}'.-]+$/u.test(word) && /\p{L}/u.test(word) ? word : null;
}
