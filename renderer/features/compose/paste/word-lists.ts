// Lists from Word: paragraphs that look like items, with the level in a style of Word's own, become real lists.
import { stylesOf } from './nodes';

type Item = { readonly paragraph: Element; readonly level: number; readonly list: string; readonly marker: string };

/** `mso-list:l0 level2 lfo1`: the list, and how deep. */
function itemOf(paragraph: Element): Item | null {
  const said = /^(l\d+)\s+level(\d+)/.exec(stylesOf(paragraph).get('mso-list') ?? '');
  if (said === null && !/\bMsoListParagraph/.test(paragraph.className)) return null;
  const ignored = [...paragraph.querySelectorAll('span')].find((span) => stylesOf(span).get('mso-list') === 'ignore');
  if (said === null && ignored === undefined) return null; // indented like an item, without a mark
  const marker = ignored?.textContent.replace(/[\s\u00A0]+/g, '') ?? '';
  return { paragraph, level: Math.min(Number(said?.[2] ?? 1), 9), list: said?.[1] ?? '', marker };
}

const isNumber = (marker: string): boolean => /^\(?(\d+|[a-z]{1,2}|[ivxlc]+)[.):]/i.test(marker);
const startOf = (marker: string): number => Number(/\d+/.exec(marker)?.[0] ?? 1);

export function makeWordLists(body: Element): void {
  let open: Element[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll('p,h1,h2,h3,h4,h5,h6,div')]) {
    const item = /^(P|DIV)$/.test(paragraph.tagName) ? itemOf(paragraph) : null;
    if (item === null) continue;
    const follows = last !== null && nextWords(last) === paragraph;
    if (!follows) open = [];
    open = open.slice(0, item.level);
    const tag = isNumber(item.marker) ? 'ol' : 'ul';
    // Another kind of mark on the first level is another list.
    if (open.length === item.level && open.at(-1)?.tagName.toLowerCase() !== tag) open = open.slice(0, item.level - 1);
    const anchor = paragraph.ownerDocument.createComment('');
    paragraph.replaceWith(anchor);
    while (open.length < item.level) {
      const list = paragraph.ownerDocument.createElement(tag);
      if (tag === 'ol' && startOf(item.marker) > 1) list.setAttribute('start', String(startOf(item.marker)));
      const parent = open.at(-1);
      if (parent === undefined) anchor.before(list);
      else lastItem(parent).append(list);
      open.push(list);
    }
    const entry = paragraph.ownerDocument.createElement('li');
    for (const span of [...paragraph.querySelectorAll('span')].filter((one) => stylesOf(one).get('mso-list') === 'ignore')) span.remove();
    entry.append(...paragraph.childNodes);
    open.at(-1)?.append(entry);
    last = open[0] ?? null;
    anchor.remove();
  }
}

const lastItem = (list: Element): Element => {
  const { lastElementChild } = list;
  return lastElementChild ?? list.appendChild(list.ownerDocument.createElement('li'));
};

/** What stands behind it, over spaces. */
function nextWords(element: Element): Node | null {
  let next = element.nextSibling;
  while (next !== null && next.nodeType !== 1 && (next.textContent ?? '').trim() === '') next = next.nextSibling;
  return next;
}
