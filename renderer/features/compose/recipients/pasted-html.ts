// Lists that were copied from a web page or a spreadsheet: the clipboard's HTML as lines of text, as a person saw them. It is read by the
// page's parser into a dead document, in which nothing runs and nothing is fetched.

/** Characters: more is no list of people. */
const longest = 4_000_000;
/** Before and behind them a line ends. */
const blocks: ReadonlySet<string> = new Set(
  'P DIV LI UL OL DL DT DD BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TFOOT TR BR HR SECTION ARTICLE'.split(' '),
);
const unseen: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TITLE', 'NOSCRIPT', 'TEMPLATE']);

export function linesOfHtml(html: string): string {
  if (html.length > longest) return '';
  const template = document.createElement('template');
  template.innerHTML = html;
  const out: string[] = [];
  for (const node of template.content.childNodes) write(node, out);
  return out.join('').replace(/[^\S\n\t]+/g, ' ');
}

function write(node: Node, out: string[]): void {
  if (node instanceof Text) out.push(node.data.replace(/\s+/g, ' '));
  if (!(node instanceof Element) || unseen.has(node.tagName)) return;
  const linked = node.tagName === 'A' ? mailTo(node) : null;
  if (linked !== null) {
    out.push(linked);
    return;
  }
  const isBlock = blocks.has(node.tagName);
  const isCell = node.tagName === 'TD' || node.tagName === 'TH';
  if (isBlock) out.push('\n');
  if (isCell) {
    // A cell is one thing, however many paragraphs it has.
    const inside: string[] = [];
    for (const child of node.childNodes) write(child, inside);
    out.push(`${inside.join('').replace(/\s+/g, ' ').trim()}\t`);
  } else for (const child of node.childNodes) write(child, out);
  if (isBlock) out.push('\n');
}

/** A link to a mailbox under somebody's name. One that shows an address is what it shows: nobody is written to whom nobody saw. */
function mailTo(link: Element): string | null {
  const address = /^mailto:([^?]*)/i.exec(link.getAttribute('href') ?? '')?.[1] ?? '';
  const words = (link.textContent ?? '').replace(/[\s"<>]+/g, ' ').trim();
  if (address === '' || words.includes('@')) return null;
  return words === '' ? ` <mailto:${address}> ` : `"${words.replaceAll('\\', '')}" <mailto:${address}>`;
}
