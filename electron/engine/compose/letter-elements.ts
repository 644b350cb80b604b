// What a letter that leaves may consist of, and what stands on each element: mail programs ignore style sheets, so what can't be
// left to their defaults is written on the element itself. Of what was there before, nothing passes but what is read here.
import { inkOf, inkStyle, isInk, isPaper, paperOf, paperStyle } from '../../domain/letter-look';

type Attributes = Readonly<Record<string, string>>;
type Change = (tagName: string, attributes: Attributes) => { tagName: string; attribs: Record<string, string> };

export const tags = [
  ...['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'sub', 'sup', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
  ...['img', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span', 'mark', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

const line = '#b8b8b8';
const mono = 'font-family:ui-monospace,Consolas,Menlo,monospace';
const heading = (size: number): string => `margin:1.2em 0 0.5em;font-size:${size}px;line-height:1.3;font-weight:600`;
const styles: Attributes = {
  blockquote: `margin:0 0 0 0.8em;padding-left:0.8em;border-left:2px solid ${line}`,
  pre: `margin:1em 0;padding:10px 12px;background-color:#f4f2ee;color:#211f1c;white-space:pre-wrap;font-size:13px;${mono}`,
  code: mono,
  hr: `border:0;border-top:1px solid ${line}`,
  h1: heading(24),
  h2: heading(18),
  h3: heading(15),
  h4: heading(15),
  h5: heading(15),
  h6: heading(15),
};
const gridStyle = `border-collapse:collapse;border:1px solid ${line}`;
const cellStyles: Attributes = {
  td: `border:1px solid ${line};padding:6px 10px;vertical-align:top`,
  // The second is for right-to-left; who doesn't know it keeps the first.
  th: `border:1px solid ${line};padding:6px 10px;vertical-align:top;font-weight:600;text-align:left;text-align:start`,
};

/** Words in them run as their first letter does: a letter may have Hebrew in one paragraph and Swedish in the next. */
const directed = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'pre', 'td', 'th'];

const only = (attributes: Attributes, names: Readonly<Record<string, RegExp>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, allowed]) => {
      const value = attributes[name];
      return value !== undefined && allowed.test(value) ? [[name, value]] : [];
    }),
  );

const block: Change = (tagName) => ({
  tagName,
  attribs: {
    ...(directed.includes(tagName) ? { dir: 'auto' } : {}),
    ...(styles[tagName] === undefined ? {} : { style: styles[tagName] }),
  },
});

/** A table with lines: one of the editor's, or one that has them already. Others only arrange, as in other people's letters. */
const table: Change = (tagName, attributes) => {
  const hasLines = 'data-grid' in attributes || /^[1-9]\d?$/.test(attributes.border ?? '');
  return { tagName, attribs: hasLines ? { border: '1', cellspacing: '0', cellpadding: '6', style: gridStyle } : {} };
};

const cell: Change = (tagName, attributes) => ({
  tagName,
  attribs: {
    ...only(attributes, { colspan: /^[1-9]\d?$/, rowspan: /^[1-9]\d?\d?$/ }),
    dir: 'auto',
    ...('data-grid' in attributes || attributes.style === cellStyles[tagName] ? { style: cellStyles[tagName] ?? '' } : {}),
  },
});

const span: Change = (_tagName, attributes) => {
  const { style = '' } = attributes;
  const ink = attributes['data-ink'] ?? inkOf(style) ?? '';
  const paper = attributes['data-paper'] ?? paperOf(style) ?? '';
  const own = isInk(ink) ? inkStyle(ink) : isPaper(paper) ? paperStyle(paper) : null;
  return { tagName: 'span', attribs: own === null ? {} : { style: own } };
};

/** A signature's block is kept for whoever makes the text; the mark doesn't leave. */
const division: Change = (tagName, attributes) => ({
  tagName,
  attribs: 'data-signature' in attributes ? { 'data-signature': 'here' } : {},
});

export const changes: Readonly<Record<string, Change>> = {
  ...Object.fromEntries([...new Set([...Object.keys(styles), ...directed])].map((tagName) => [tagName, block])),
  table,
  td: cell,
  th: cell,
  span,
  mark: span, // its own look differs from program to program
  div: division,
  ol: (tagName, attributes) => ({ tagName, attribs: only(attributes, { start: /^\d{1,6}$/ }) }),
};

export const attributes: Record<string, string[]> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'data-cid', 'style'],
  ol: ['start'],
  div: ['data-signature'],
  span: ['style'],
  table: ['border', 'cellspacing', 'cellpadding', 'style'],
  th: ['colspan', 'rowspan', 'dir', 'style'],
  td: ['colspan', 'rowspan', 'dir', 'style'],
  ...Object.fromEntries(
    [...new Set([...Object.keys(styles), ...directed])].filter((tag) => !/^t[dh]$/.test(tag)).map((tag) => [tag, ['dir', 'style']]),
  ),
};
