// From a letter with formatting to plain text, and back: what would be lost, and the lines that come of it.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { hasManyLines, lineBlocksHtml } from '../../../../electron/domain/many-lines';
import { escapeHtml, textToHtml } from '../../../../electron/domain/text-html';
import type { Lost } from '../../../strings/en/letter-text';
import { blockHtml } from '../letter-html';

const shaped: ReadonlySet<string> = new Set(['heading', 'codeBlock', 'horizontalRule']);

/** Lists, quotes and bare addresses are the same in plain text, so they don't count. Null: nothing would be. */
export function lostAsPlain(doc: Node): Lost | null {
  let [formatting, links, pictures, tables] = [false, 0, 0, 0];
  doc.descendants((node) => {
    if (node.type.name === 'image') pictures += 1;
    if (node.type.name === 'table') tables += 1;
    if (shaped.has(node.type.name)) formatting = true;
    for (const mark of node.marks) {
      if (mark.type.name !== 'link') formatting = true;
      else if (!isBare(String(mark.attrs.href), node.text ?? '')) links += 1;
    }
  });
  return formatting || links + pictures + tables > 0 ? { formatting, links, pictures, tables } : null;
}

const bare = (address: string): string => address.replace(/^(mailto:|https?:\/\/)/i, '').replace(/\/$/, '');
const isBare = (href: string, text: string): boolean => bare(href) === bare(text);

/** What is above the signature, in it, and below; the signature's own element with its marks. */
export type Parts = { readonly html: readonly string[]; readonly signature: Node | null };

export function partsOf({ state: { doc }, schema }: Editor): Parts {
  const html = ['', '', ''];
  let part = 0;
  let signature: Node | null = null;
  doc.forEach((block) => {
    const isSignature = block.type.name === 'signature' && signature === null;
    if (isSignature) signature = block;
    html[isSignature ? 1 : part] += isSignature
      ? block.content.content.map((child) => blockHtml(child, schema)).join('')
      : blockHtml(block, schema);
    if (isSignature) part = 2;
  });
  return { html, signature };
}

const linesAsHtml = (text: string): string =>
  hasManyLines(text)
    ? lineBlocksHtml(text)
    : text
        .split('\n')
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('');
const paragraphsAsHtml = (text: string): string => (hasManyLines(text) ? lineBlocksHtml(text) : textToHtml(text));

/** The letter's HTML of the texts of its parts: a paragraph for each line where it is plain, for each paragraph where it is not. */
export function joinParts(texts: readonly string[], signature: Node | null, isPlain: boolean): string {
  const [above = '', own = '', below = ''] = texts;
  const write = isPlain ? linesAsHtml : paragraphsAsHtml;
  if (signature === null) return write(above);
  const marks = `data-signature="${String(signature.attrs.signature)}" data-print="${String(signature.attrs.print)}"`;
  const [start, middle, end] = [above, own, below].map((text) => (text === '' ? '' : write(text)));
  return `${start === '' ? '<p></p>' : start}${isPlain ? '<p></p>' : ''}<div ${marks}>${middle === '' ? '<p></p>' : middle}</div>${end}`;
}

/** The lines of a plain letter's parts. */
export function plainTextsOf({ state: { doc } }: Editor): { readonly texts: readonly string[]; readonly signature: Node | null } {
  const texts: string[][] = [[], [], []];
  let part = 0;
  let signature: Node | null = null;
  const lineOf = (block: Node): string => block.textBetween(0, block.content.size, '\n', '\n');
  doc.forEach((block) => {
    if (block.type.name === 'signature' && signature === null) {
      signature = block;
      texts[1] = block.content.content.map(lineOf);
      part = 2;
    } else texts[part]?.push(lineOf(block));
  });
  return { texts: texts.map((lines) => lines.join('\n')), signature };
}
