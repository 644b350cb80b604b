// The two forms of a letter: the HTML that leaves, cleaned and complete in itself, and the text a person would have written.
import sanitize from 'sanitize-html';
import { flow } from '../../domain/flowed';
import { withLineBreaks } from '../../domain/many-lines';
import { documentOf } from './letter-document';
import { attributes, changes, tags } from './letter-elements';
import { linesOf, plainLinesOf, textOf } from './letter-text';
import { tidy } from './tidy';

export type Picture = { readonly sha256: string; readonly cid: string };
export type Letter = {
  /** A whole HTML document; null: the letter is plain text. */
  readonly html: string | null;
  /** As format=flowed. */
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
export const cleanHtml = (html: string, pictureSource: PictureSource): string => withoutMarks(cleanWithMarks(html, pictureSource));

function cleanWithMarks(html: string, pictureSource: PictureSource): string {
  const cleaned = sanitize(withLineBreaks(html).replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ''), {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['cid', 'app'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false, // each was written by letter-elements.ts
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title'],
    nestingLimit: 100, // the text is made recursively
    transformTags: {
      ...changes,
      img: (tagName, attribs) => ({ tagName, attribs: pictureAttributes(attribs, pictureSource) }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
  });
  return tidy(cleaned);
}

/** What the cleaner keeps for the text alone. In cleaned HTML nothing but a tag begins so. */
const withoutMarks = (cleaned: string): string => cleaned.replaceAll('<div data-signature="here">', '<div>');

/** A cell with one paragraph needs none: its margins would make every row three lines high. */
const withTightCells = (cleaned: string): string =>
  cleaned.replace(/(<t[dh] [^>]*style=[^>]*>)<p dir="auto">([^<]*(?:<(?!\/?p[ >]|\/?t[dhr][ >])[^<]*)*)<\/p>(?=<\/t[dh]>)/g, '$1$2');

/** What leaves for one block of what the editor holds; a letter is its blocks one after the other. Its pictures are nowhere. */
export const leavingBlock = (html: string): string =>
  withTightCells(withoutMarks(cleanWithMarks(html, () => ({ src: 'cid:picture', cid: 'picture' }))));

/** The words alone of what the editor holds. */
export const letterAsText = (html: string): string => textOf(cleanHtml(html, () => null)).replace(/\n$/, '');

/** What leaves for what the editor holds. `pictures`: the draft's own inline pictures; a plain letter shows none. */
export function writeLetter(html: string, pictures: readonly Picture[], isPlain = false): Letter {
  const known = new Map(pictures.map((picture) => [picture.sha256, picture.cid]));
  const used = new Set<string>();
  let missing = 0;
  const body = cleanWithMarks(html, (source) => {
    const sha256 = pictureAddress.exec(source)?.[1];
    const cid = sha256 === undefined ? undefined : known.get(sha256);
    if (isPlain) return null;
    if (cid === undefined) {
      missing += sha256 === undefined ? 0 : 1;
      return null;
    }
    used.add(cid);
    return { src: `cid:${encodeURIComponent(cid)}`, cid }; // RFC 2392
  });
  const lines = isPlain ? plainLinesOf(body) : linesOf(body);
  return { html: isPlain ? null : documentOf(withTightCells(withoutMarks(body)), used.size > 0), text: `${flow(lines)}\n`, used, missing };
}

/** As it leaves: without any words or pictures a letter needs no second form of its nothing. */
export const leavingForm = (letter: Letter): Letter =>
  letter.html !== null && letter.text.trim() === '' && letter.used.size === 0 && !letter.html.includes('<table')
    ? { ...letter, html: null }
    : letter;
