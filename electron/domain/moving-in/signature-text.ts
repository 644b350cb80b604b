// A signature from another program, as the few tags that a signature here is made of. What it loads or runs stays behind.

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const unsafe = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** One paragraph for each line. Empty: nothing but blanks. */
export function htmlOfText(text: string): string {
  const tidy = text.replace(unsafe, '').replace(/\r\n?/g, '\n').trim();
  return tidy === ''
    ? ''
    : tidy
        .split('\n')
        .map((line) => `<p>${escapeText(line)}</p>`)
        .join('');
}

const kept = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'div', 'span']);
const blocks = new Set(['script', 'style', 'head', 'title', 'template', 'iframe', 'object', 'svg', 'math', 'noscript']);

/** Keeps text, lines and emphasis, and links by https or mailto; pictures, styles and everything else goes. Time grows with the length alone. */
export function plainTags(html: string): string {
  const out: string[] = [];
  let skipped: string | null = null;
  for (const piece of html.replace(unsafe, '').split(/(<!--|-->|<[^<>]*>)/)) {
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece) ?? [];
    const tag = name.toLowerCase();
    if (piece === '<!--' && skipped === null) skipped = '-->';
    else if (skipped !== null) skipped = piece === skipped || (slash === '/' && tag === skipped) ? null : skipped;
    else if (blocks.has(tag) && slash === '') skipped = tag;
    else if (tag === 'a') out.push(slash === '/' ? '</a>' : linkOf(piece));
    else if (kept.has(tag)) out.push(tag === 'br' ? '<br>' : `<${slash}${tag}>`);
    else if (!/^<[^<>]*>$/.test(piece)) out.push(piece.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')));
  }
  const result = out.join('').trim();
  return result.replace(/<[^>]*>|&nbsp;|\s/g, '') === '' ? '' : result;
}

function linkOf(tag: string): string {
  const [, double, single] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? [];
  const address = (double ?? single ?? '').trim();
  return /^(?:https:\/\/|mailto:)[^\s"'<>\\]+$/i.test(address) ? `<a href="${address}">` : '<a>';
}
