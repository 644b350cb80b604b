// The two forms of a letter: the HTML that leaves, cleaned and complete in itself, and the text a person would have written.
import { compile } from 'html-to-text';
import sanitize from 'sanitize-html';

export type Picture = { readonly sha256: string; readonly cid: string };
export type Letter = {
  /** A whole HTML document. */
  readonly html: string;
  readonly text: string;
  /** The pictures that the HTML shows. */
  readonly used: ReadonlySet<string>;
  /** Pictures that stand in the letter but are not among the draft's own. */
  readonly missing: number;
};

/** What a picture's address becomes; null: the picture falls away. */
export type PictureSource = (source: string) => { readonly src: string; readonly cid: string } | null;

export const pictureUrl = (sha256: string): string => `app://brevduva/picture/${sha256}`;
const pictureAddress = /^app:\/\/brevduva\/picture\/([0-9a-f]{64})$/;

const tags = [
  'p',
  'br',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'sub',
  'sup',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'img',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'div',
  'span',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

/** Mail programs ignore style sheets, so what can't be left to their defaults stands on the element. */
const styles: Readonly<Record<string, string>> = {
  blockquote: 'margin:0 0 0 0.8em;padding-left:0.8em;border-left:2px solid #b8b8b8',
  pre: 'white-space:pre-wrap;font-family:ui-monospace,Consolas,Menlo,monospace',
  code: 'font-family:ui-monospace,Consolas,Menlo,monospace',
  hr: 'border:0;border-top:1px solid #b8b8b8',
};
const withStyle = Object.fromEntries(Object.entries(styles).map(([tagName, style]) => [tagName, () => ({ tagName, attribs: { style } })]));

/** None at all for a picture that falls away: the filter below takes it out. */
function pictureAttributes(
  { src, alt, width, height }: Readonly<Record<string, string>>,
  pictureSource: PictureSource,
): Record<string, string> {
  const picture = pictureSource(src ?? '');
  if (picture === null) return {};
  const size = Object.entries({ width, height }).flatMap(([name, value]) =>
    value !== undefined && /^\d{1,5}$/.test(value) ? [[name, value]] : [],
  );
  const mark = picture.src.startsWith('app:') ? { 'data-cid': picture.cid } : {}; // the editor finds its picture by it
  return { src: picture.src, alt: alt ?? '', ...Object.fromEntries(size), ...mark, style: 'max-width:100%;height:auto' };
}

/** Removes everything that is not plain letter: scripts, forms, frames, styles, remote pictures, other schemes. */
export function cleanHtml(html: string, pictureSource: PictureSource): string {
  return sanitize(html.replace(/(?![\t\n\r])[\p{Cc}]/gu, ''), {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height', 'data-cid', 'style'],
      ol: ['start'],
      th: ['colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
      blockquote: ['style'],
      pre: ['style'],
      code: ['style'],
      hr: ['style'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['cid', 'app'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false, // none of the letter's own styles pass
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title'],
    nestingLimit: 100, // the text is made recursively
    transformTags: {
      ...withStyle,
      img: (tagName, attribs) => ({ tagName, attribs: pictureAttributes(attribs, pictureSource) }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
  });
}

/** What leaves for what the editor holds. `pictures`: the draft's own inline pictures. */
export function writeLetter(html: string, pictures: readonly Picture[]): Letter {
  const known = new Map(pictures.map((picture) => [picture.sha256, picture.cid]));
  const used = new Set<string>();
  let missing = 0;
  const body = cleanHtml(html, (source) => {
    const sha256 = pictureAddress.exec(source)?.[1];
    const cid = sha256 === undefined ? undefined : known.get(sha256);
    if (cid === undefined) {
      missing += sha256 === undefined ? 0 : 1;
      return null;
    }
    used.add(cid);
    return { src: `cid:${encodeURIComponent(cid)}`, cid }; // RFC 2392
  });
  return { html: documentOf(body), text: textOf(body), used, missing };
}

/** An empty paragraph is an empty line to its writer; a mail program gives it no height. */
const documentOf = (body: string): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:15px;line-height:1.5">
${body.replace(/<p><\/p>/g, '<p><br></p>')}
</body>
</html>
`;

const tight = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const toText = compile({
  wordwrap: false, // the reader's window knows its width, we don't
  preserveNewlines: false,
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: 150 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'li > p', format: 'paragraph', options: tight },
    { selector: 'li > ul', format: 'unorderedList', options: { ...tight, itemPrefix: '- ' } },
    { selector: 'li > ol', format: 'orderedList', options: tight },
    { selector: 'hr', options: { length: 40 } },
  ],
});

/** The plain text of cleaned HTML: quotes with '>', lists with '-' and numbers, links with their address behind. */
export const textOf = (body: string): string =>
  `${toText(body)
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{4,}/g, '\n\n\n') // an empty paragraph between two is one line more, not three
    .trim()}\n`;
