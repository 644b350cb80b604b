// A link whose words are an address, and which leads to another one.
import { lookAlike } from '../people/look-alike';
import { type LetterBlock, type LetterPart, remember } from './letter';

export type MisleadingLink = { readonly shows: string; readonly goes: string; readonly from: number; readonly to: number };

/** Ends of names of files that are also ends of domains: "plan.md" is a file to whoever writes it. */
const files = /\.(?:ai|cc|gz|md|pl|ps|py|rs|sh|so|tm|zip|mov)$/i;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2}|com|org|net|edu|gov|int|info|biz|app|dev|shop|xn--[a-z0-9-]+)$/iu;

/** Characters: longer than any address that is typed. */
const LONGEST = 2000;

type Address = { readonly kind: 'site' | 'mail'; readonly name: string };

const withoutWww = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');

function siteOf(address: string): Address | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol === 'mailto:') return { kind: 'mail', name: decoded(pathname).toLowerCase() };
  return hostname === '' ? null : { kind: 'site', name: withoutWww(hostname) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no code
  }
}

/** The address that words are, to whoever reads them; null: they are words. */
function shownBy(text: string): Address | null {
  const words = text.trim();
  if (words === '' || words.length > LONGEST || /\s/.test(words)) return null;
  if (/^(?:https?:\/\/|mailto:)/i.test(words)) return siteOf(words);
  const [local = '', host, ...more] = words.split('@');
  if (host !== undefined)
    return more.length === 0 && local !== '' && domain.test(host) ? { kind: 'mail', name: words.toLowerCase() } : null;
  const [name = ''] = words.split(/[/?#:]/, 1);
  const isSite = /^www\./i.test(name) || (domain.test(name) && !(name === words && files.test(name)));
  return isSite ? siteOf(`https://${words}`) : null;
}

/** Whether an address passes for another one: a site's name before an @, or letters that look like Latin ones, whatever the words are. */
function isDisguised(link: string, site: string): boolean {
  const { username } = new URL(link);
  return decoded(username).includes('.') || lookAlike(`@${site}`) !== null;
}

/** Whether the words of a link are an address of another site, or of another mailbox, than it leads to. */
export function isMisleading(text: string, link: string): boolean {
  const shown = shownBy(text);
  const real = siteOf(link);
  if (real?.kind === 'site' && isDisguised(link, real.name)) return true;
  return shown !== null && real !== null && (shown.kind !== real.kind || shown.name !== real.name);
}

/** Where a link leads, without the name that stands before its @; a foreign name as it is on the wire. */
function plainly(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  if (url.username === '' || url.protocol === 'mailto:') return link;
  url.username = '';
  url.password = '';
  return url.href;
}

type Text = Extract<LetterPart, { kind: 'text' }>;

export const misleadingLinksIn = remember(({ parts }: LetterBlock): readonly MisleadingLink[] => {
  const links: { text: string; readonly link: string; readonly from: number }[] = [];
  let before: Text | null = null;
  for (const part of parts) {
    const text = part.kind === 'text' && !part.isQuoted && part.link !== null ? part : null;
    const last = links.at(-1);
    if (text !== null && text.link !== null) {
      // One link, though a part of it is bold.
      if (before !== null && before.link === text.link && last !== undefined) last.text += text.text;
      else links.push({ text: text.text, link: text.link, from: text.at });
    }
    before = text;
  }
  return links
    .filter(({ text, link }) => isMisleading(text, link))
    .map(({ text, link, from }) => ({ shows: text.trim(), goes: plainly(link), from, to: from + text.length }));
});
