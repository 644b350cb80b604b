// Makes a letter's HTML harmless before it is shown in its sandboxed frame: no scripts, no forms, nothing from the network.
import createDOMPurify from 'dompurify';
import { MOST_PIXELS, MOST_PIXELS_IN_ALL } from '../../../electron/domain/picture-size';
import { sizeOfDataUrl } from './data-url-size';

export type CleanLetter = {
  readonly html: string;
  /** How many pictures from the internet were left out. */
  readonly blocked: number;
  /** How many pictures within the letter were left out, because they unfold to more than a computer bears. */
  readonly huge: number;
  /** The letter brings colours of its own, so it is shown on light paper, as its sender saw it. */
  readonly hasOwnColours: boolean;
};

/** Pictures that travel within the letter. No SVG: it is a document, not a picture. */
const inlinePicture = /^data:image\/(?:png|jpe?g|gif|webp|bmp|x-icon|avif)[;,]/i;
/** A picture of the program's own store, in a letter of one's own. */
const ownPicture = /^app:\/\/brevduva\/picture\/[0-9a-f]{64}$/;
const allowedLink = /^(?:https?|mailto):/i;
/** Every attribute's value is held against this, so values without a scheme (`#fff`, `600`) are among them. */
const allowedValue = /^(?:(?:https?|mailto):|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
const remote = /^\s*(?:https?:)?\/\//i;
/** Attributes that load something by themselves. */
const loading: ReadonlySet<string> = new Set(['src', 'srcset', 'background', 'poster', 'data', 'lowsrc', 'dynsrc']);

const purify = createDOMPurify(window);
let blocked = 0;
let huge = 0;
let isOwn = false;
/** What the letter's pictures may still unfold to. */
let room = 0;

purify.addHook('uponSanitizeAttribute', (element, data) => {
  const { attrName: name, attrValue: value } = data;
  if (loading.has(name)) {
    if (element.nodeName === 'IMG' && name === 'src' && inlinePicture.test(value)) {
      data.keepAttr = isBearable(value);
      return;
    }
    if (isOwn && element.nodeName === 'IMG' && name === 'src' && ownPicture.test(value)) {
      data.forceKeepAttr = true;
      return;
    }
    if (remote.test(value)) blocked += 1;
    data.keepAttr = false;
  } else if (name === 'href') {
    data.keepAttr = allowedLink.test(value.trim());
  } else if (name === 'style') {
    data.attrValue = withoutLoads(value);
  }
});
purify.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName === 'style') node.textContent = withoutLoads(node.textContent ?? '');
});
purify.addHook('afterSanitizeAttributes', (element) => {
  if (element.nodeName !== 'A') return;
  const address = element.getAttribute('href');
  if (address !== null) element.setAttribute('title', address); // where it really leads
  element.removeAttribute('target');
});

/** Of the value as the browser will take it, so that no way of writing it hides what it is. */
function isBearable(url: string): boolean {
  const size = sizeOfDataUrl(url);
  if (size === null) return false; // no browser can show it either
  const pixels = size.width * size.height;
  if (pixels > Math.min(MOST_PIXELS, room)) {
    huge += 1;
    return false;
  }
  room -= pixels;
  return true;
}

/** Letters that are written as numbers, as in `u\72l(` (CSS Syntax 4.3.7): a keyword must not hide. */
const plainLetters = (css: string): string =>
  css
    .replace(/\\0{0,4}([46][1-9a-f]|[57][0-9a])\s?/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\([g-z])/gi, '$1');

/** Style sheets without what they would load: url(), @import, image-set(). The frame's policy would refuse it all the same. */
function withoutLoads(css: string): string {
  return plainLetters(css)
    .replace(/@import[^;]*;?/gi, ' ')
    .replace(/(?:url|image-set|-webkit-image-set)\s*\([^)]*\)?/gi, (load) => {
      if (/["'(\s](?:https?:)?\/\//i.test(load)) blocked += 1;
      return 'none';
    });
}

/** @param html as it was sent, hostile; `isOwnLetter`: made here, so that pictures of the program's store may stand in it */
export function cleanLetter(html: string, isOwnLetter = false): CleanLetter {
  isOwn = isOwnLetter;
  blocked = 0;
  huge = 0;
  room = MOST_PIXELS_IN_ALL;
  const clean = purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORCE_BODY: true,
    FORBID_TAGS: [
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'option',
      'dialog',
      'video',
      'audio',
      'source',
      'picture',
      'track',
      'map',
      'area',
      'link',
      'meta',
      'base',
      'slot',
      'template',
    ],
    FORBID_ATTR: ['autofocus', 'tabindex', 'contenteditable', 'accesskey', 'usemap', 'ping', 'popover'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: allowedValue,
  });
  return { html: clean, blocked, huge, hasOwnColours: /<style[\s>]|\b(?:bg)?color\s*[=:]|\bbackground(?:-color)?\s*[=:]/i.test(clean) };
}
