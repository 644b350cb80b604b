// The signature in a letter: a block with a mark, so that it can be exchanged without touching what a person has written.
import type { Signature } from '../../contract/model/identities';
import type { Identity } from './identity';

/** The one that a letter of this kind begins with; null: none. */
export const usualSignature = ({ signatures }: Pick<Identity, 'signatures'>, kind: 'new' | 'answers'): Signature | null =>
  signatures.find(({ use }) => use === kind) ?? signatures.find(({ use }) => use === 'all') ?? null;

/** A short mark of a text (FNV-1a, 32 bits): enough to see that nobody has written in it. */
export function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** The marked block. The marks stay in the draft: nothing of them leaves. */
export const signatureBlock = ({ id, html }: Pick<Signature, 'id' | 'html'>): string =>
  `<div data-signature="${id.replace(/[^\w.-]/g, '')}" data-print="${printOf(html)}">${html}</div>`;

/** The hashes of the pictures that a signature shows. */
export const picturesOf = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/app:\/\/brevduva\/picture\/([0-9a-f]{64})/g)].flatMap(([, sha256]) => sha256 ?? [])),
];

/** The letter's HTML without its signature: what a person has written or quoted. The block holds no other block of its kind. */
export function withoutSignature(html: string): string {
  const start = /<div data-signature="[^"]*"[^>]*>/.exec(html);
  if (start === null) return html;
  let depth = 0;
  for (const tag of html.slice(start.index).matchAll(/<(\/?)div[\s>]/g)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(0, start.index) + html.slice(start.index + tag.index + '</div>'.length);
  }
  return html;
}
