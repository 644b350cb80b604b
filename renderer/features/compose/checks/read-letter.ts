// A block of the letter's HTML, read by the page's own parser into what the checks look at. What is read here is never shown: the
// parser's document is a dead one, in which nothing runs and nothing is fetched.
import type { LetterBlock, LetterPart } from '../../../../electron/domain/letter-checks/letter';

/** Before and behind them a line ends. */
const blocks: ReadonlySet<string> = new Set('P DIV LI UL OL BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TR TD TH BR HR'.split(' '));

type Around = { readonly isQuoted: boolean; readonly isCode: boolean; readonly link: string | null };

/** @param html one block as the editor writes it out */
export function readBlock(html: string): LetterBlock {
  const template = document.createElement('template');
  template.innerHTML = html;
  const parts: LetterPart[] = [];
  let at = 0;
  let index = 0;
  const read = (node: Node, around: Around): void => {
    if (node instanceof Text) {
      parts.push({ kind: 'text', text: node.data, at, ...around });
      at += node.data.length;
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'IMG') {
      const alt = node.getAttribute('alt') ?? '';
      parts.push({ kind: 'picture', index, source: node.getAttribute('src') ?? '', alt, isQuoted: around.isQuoted });
      index += 1;
    }
    const isBlock = blocks.has(node.tagName);
    if (isBlock) parts.push({ kind: 'break' });
    const inside: Around = {
      isQuoted: around.isQuoted || node.tagName === 'BLOCKQUOTE',
      isCode: around.isCode || node.tagName === 'CODE' || node.tagName === 'PRE',
      link: node.tagName === 'A' ? node.getAttribute('href') : around.link,
    };
    for (const child of node.childNodes) read(child, inside);
    if (isBlock) parts.push({ kind: 'break' });
  };
  for (const node of template.content.childNodes) read(node, { isQuoted: false, isCode: false, link: null });
  const isSignature = template.content.firstElementChild?.hasAttribute('data-signature') === true;
  return { isSignature, parts };
}
