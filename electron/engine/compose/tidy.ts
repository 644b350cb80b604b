// Takes out of cleaned HTML the elements that say nothing: links and spans with nothing to them, and a division that holds another
// and nothing else. Copied pages are full of them, and to filters a pile of empty boxes looks like something hidden.

const tag = /<(\/?)(a|span|div)((?: [^>]*)?)>/g;

type Opened = {
  readonly name: string;
  readonly isBare: boolean;
  readonly start: number;
  readonly end: number;
  /** A bare division that is its first child, once closed. */
  only: { readonly start: number; readonly end: number } | null;
};
type Stretch = { readonly start: number; readonly end: number };

/** In one pass, however much there is. Answers what it was given where its tags don't match. */
export function tidy(cleaned: string): string {
  const open: Opened[] = [];
  const gone: Stretch[] = [];
  const isGap = (start: number, end: number): boolean => cleaned.slice(start, end).trim() === '';
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes, index } of cleaned.matchAll(tag)) {
    const here = { start: index, end: index + whole.length };
    if (slash === '') {
      open.push({ name, isBare: attributes === '', ...here, only: null });
      continue;
    }
    const opened = open.pop();
    if (opened?.name !== name) return cleaned;
    if (!opened.isBare) continue;
    const { only } = opened;
    const isAround = name === 'div' && only !== null && isGap(opened.end, only.start) && isGap(only.end, here.start);
    if (name !== 'div' || isAround) gone.push({ start: opened.start, end: opened.end }, here);
    const parent = open.at(-1);
    if (name === 'div' && parent?.name === 'div') parent.only = { start: opened.start, end: here.end };
  }
  return open.length === 0 ? without(cleaned, gone) : cleaned;
}

function without(text: string, gone: readonly Stretch[]): string {
  let at = 0;
  const kept: string[] = [];
  for (const { start, end } of gone.toSorted((a, b) => a.start - b.start)) {
    kept.push(text.slice(at, start));
    at = end;
  }
  return kept.join('') + text.slice(at);
}
