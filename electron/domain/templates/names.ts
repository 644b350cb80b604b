// What a template or a snippet may be called.

/** Of a snippet: one word, as it is typed behind the slash. */
export const isSnippetName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(name);

export const longestName = 100;

/** Two whose keys are equal can't be told apart. */
export const nameKey = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en').normalize('NFC');

/** The name, or the first of "name 2", "name 3", … that is free; a snippet's has no blank in it. */
export function freeName(name: string, kind: 'template' | 'snippet', isTaken: (key: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : kind === 'snippet' ? `-${n}` : ` ${n}`;
    const longest = (kind === 'snippet' ? 40 : longestName) - end.length;
    const tried = `${name.slice(0, longest)}${end}`;
    if (!isTaken(nameKey(tried))) return tried;
  }
}
