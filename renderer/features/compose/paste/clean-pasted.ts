// What was pasted, as a letter may have it: the words and their structure, in the letter's own look. It is read in a dead document, in
// which nothing runs and nothing is fetched.
import { isAllowedLink } from '../links';
import { flattenLayoutTables } from './layout-tables';
import { rename, stylesOf, unwrap } from './nodes';
import { makeWordLists } from './word-lists';

export type Cleaned = {
  readonly html: string;
  /** Pictures that stood there by an address: to show them would tell somebody that the letter is being read. */
  readonly picturesLeftOut: number;
};

const OWN_PICTURE = 'app://brevduva/picture/';
const nothingOf =
  'script,style,link,meta,title,head,template,noscript,iframe,frame,object,embed,applet,audio,video,canvas,svg,math,input,select,textarea,button,xml,colgroup,col';
const kept: Readonly<Record<string, readonly string[]>> = {
  A: ['href'],
  IMG: ['src', 'alt', 'width', 'height', 'data-cid'],
  OL: ['start'],
  TABLE: ['data-grid'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
};

/** Of this program's own letters, which need no cleaning. */
export const isOwn = (html: string): boolean => /\bdata-pm-slice=/.test(html);

export function cleanPasted(html: string): Cleaned {
  const { body } = new DOMParser().parseFromString(html.replaceAll('\0', ''), 'text/html');
  removeComments(body);
  for (const element of body.querySelectorAll(nothingOf)) element.remove();
  removeHidden(body);
  makeWordLists(body);
  const picturesLeftOut = removePictures(body);
  mendLists(body);
  readSpans(body);
  mendLinks(body);
  flattenLayoutTables(body);
  for (const element of body.querySelectorAll('h4,h5,h6')) rename(element, 'h3');
  for (const element of body.querySelectorAll('.MsoTitle')) rename(element, 'h1');
  for (const element of body.querySelectorAll('*')) {
    if (element.tagName.includes(':') || element.tagName === 'FORM')
      unwrap(element); // o:p, st1:place and their like
    else for (const { name } of [...element.attributes]) if (!(kept[element.tagName] ?? []).includes(name)) element.removeAttribute(name);
  }
  for (const paragraph of body.querySelectorAll('p'))
    if (/^[\s\u00A0]*$/.test(paragraph.textContent) && paragraph.querySelector('img') === null) paragraph.replaceChildren();
  return { html: body.innerHTML, picturesLeftOut };
}

/** Office programs write what only they are to read into comments and conditions, which are comments to a browser. */
function removeComments(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, 128 /* NodeFilter.SHOW_COMMENT */);
  const comments: Node[] = [];
  while (walker.nextNode() !== null) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function removeHidden(body: Element): void {
  for (const element of body.querySelectorAll('[style],[hidden]')) {
    const styles = stylesOf(element);
    if (element.hasAttribute('hidden') || styles.get('display') === 'none' || styles.get('mso-hide') === 'all') element.remove();
  }
}

/** Those of the letter stay. How many of the others a person would miss is counted: not those of a single point, which only report. */
function removePictures(body: Element): number {
  let count = 0;
  for (const picture of body.querySelectorAll('img')) {
    if ((picture.getAttribute('src') ?? '').startsWith(OWN_PICTURE)) continue;
    const isSpy = ['width', 'height'].some((side) => /^[01](px)?$/.test(picture.getAttribute(side) ?? stylesOf(picture).get(side) ?? ''));
    if (!isSpy) count += 1;
    picture.remove();
  }
  for (const source of body.querySelectorAll('source,picture,figure:empty')) unwrap(source);
  return count;
}

/** Google Docs and others put a list beside its item instead of into it. */
function mendLists(body: Element): void {
  for (const list of body.querySelectorAll(':is(ul,ol) > :is(ul,ol)')) {
    const before = list.previousElementSibling;
    if (before?.tagName === 'LI') before.append(list);
  }
}

const bold = (weight: string | undefined): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

/** What a style says becomes what the letter calls it: bold, italics, lines through and under. Fonts, sizes and colours don't come along. */
function readSpans(body: Element): void {
  for (const element of body.querySelectorAll('b,strong'))
    if (/^(normal|[1-5]00)$/.test(stylesOf(element).get('font-weight') ?? '')) unwrap(element);
  for (const element of body.querySelectorAll('i,em')) if (stylesOf(element).get('font-style') === 'normal') unwrap(element);
  for (const element of body.querySelectorAll('span,font')) {
    const styles = stylesOf(element);
    const line = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`;
    const isLink = element.closest('a') !== null || element.querySelector('a') !== null;
    const marks = [
      ...(bold(styles.get('font-weight')) && element.closest('h1,h2,h3,h4,h5,h6,th') === null ? ['strong'] : []),
      ...(/^(italic|oblique)/.test(styles.get('font-style') ?? '') ? ['em'] : []),
      ...(line.includes('underline') && !isLink ? ['u'] : []),
      ...(line.includes('line-through') ? ['s'] : []),
    ];
    let inner: Element | null = null;
    for (const mark of marks) {
      const made = body.ownerDocument.createElement(mark);
      if (inner === null) made.append(...element.childNodes);
      else made.append(inner);
      inner = made;
    }
    if (inner !== null) element.append(inner);
    unwrap(element);
  }
}

/** Google puts its own address before the one that was meant. */
function mendLinks(body: Element): void {
  for (const link of body.querySelectorAll('a')) {
    const href = (link.getAttribute('href') ?? '').trim();
    const meant =
      URL.canParse(href) && /^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/.test(href) ? (new URL(href).searchParams.get('q') ?? href) : href;
    if (isAllowedLink(meant)) link.setAttribute('href', meant);
    else unwrap(link);
  }
}
