// Names of attachments as a person changes them.

const longest = 255;

/** Where the ending begins; the name's length where there is none. ".profile" is a name, "a.tar.gz" ends in ".tar.gz". */
export function endingAt(name: string): number {
  const double = /\.tar\.[a-z0-9]{1,4}$/i.exec(name);
  if (double !== null && double.index > 0) return double.index;
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot >= name.length - 10 && !/\s/.test(name.slice(dot)) ? dot : name.length;
}

/** What was typed as a name a file can have everywhere; null: nothing is left of it. What it ended in before is put back where it was left out. */
export function renamed(typed: string, before: string): string | null {
  const clean = typed
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .trim();
  const ending = before.slice(endingAt(before));
  const bare = clean.replace(/[. ]+$/, '');
  if (bare === '') return null;
  const whole = endingAt(bare) === bare.length ? `${bare}${ending}` : bare;
  if (whole.length <= longest) return whole;
  const kept = whole.slice(endingAt(whole));
  return `${whole.slice(0, longest - kept.length)}${kept}`;
}

/** The order after one was moved to another place. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}
