// Whether a text ends in a slash and the beginning of a snippet's name; never within an address or a path.

/** What stands behind the slash, which may be nothing yet; null: there is none. `isWhole`: the text begins where its line begins. */
export function slashIn(text: string, isWhole: boolean): string | null {
  const found = /(^|[\s\u00a0])\/((?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,39})?)$/u.exec(text);
  if (found === null || (found[1] === '' && !isWhole)) return null;
  return found[2] ?? null;
}
