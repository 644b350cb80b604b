// A long letter to type in: ten thousand words as people shape them, and twenty pictures. As a draft of a profile, and as HTML for any page.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { forkEngine } from '../../support/forked-engine';
import { unwrap } from '../lab';

const sentence = 'The quick brown fox jumps over the lazy dog and then it writes a long letter about it to everybody it knows. ';
const words = 10_000;
export const pictures = 20;
/** Five sentences make about a hundred words. */
const wordsInParagraph = 105;
const paragraphs = Math.ceil(words / wordsInParagraph);

const shapes: readonly ((n: number) => string)[] = [
  () => `<p>${sentence.repeat(5)}</p>`,
  (n) => `<p>${sentence}<strong>${sentence}</strong>${sentence.repeat(2)}<a href="https://example.test/${n}">${sentence.trim()}</a></p>`,
  () => `<ul>${`<li><p>${sentence}</p></li>`.repeat(5)}</ul>`,
  () => `<p>${sentence.repeat(3)}<em>${sentence}</em>${sentence}</p>`,
  () => `<blockquote><p>${sentence.repeat(5)}</p></blockquote>`,
];

/** `sources`: the `src` and what else stands in each picture's element. Ends with a paragraph of text. */
const letterOf = (sources: readonly string[]): string =>
  `${Array.from({ length: paragraphs }, (_, n) => {
    const picture = n % Math.floor(paragraphs / pictures) === 1 ? sources[Math.floor(n / Math.floor(paragraphs / pictures))] : undefined;
    return `${shapes[n % shapes.length]?.(n) ?? ''}${picture === undefined ? '' : `<p><img ${picture} width="480"></p>`}`;
  }).join('')}<p>${sentence.repeat(5)}</p>`;

const photo = (n: number): Promise<Buffer> =>
  sharp({
    create: {
      width: 960,
      height: 640,
      channels: 3,
      background: { r: 40 + n * 9, g: 120, b: 240 - n * 8 },
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg()
    .toBuffer();

/** Puts the draft into a profile that no engine has open. */
export async function keepLongDraft(profile: string, accountId: string): Promise<void> {
  const engine = await forkEngine({ profile, accounts: null, passwords: {} });
  try {
    const draft = unwrap(await engine.call('drafts.create', { accountId, start: { kind: 'empty' } }));
    const sources: string[] = [];
    for (let n = 0; n < pictures; n += 1) {
      const file = { draftId: draft.id, name: `${n}.jpg`, type: 'image/jpeg', bytes: new Uint8Array(await photo(n)), isInline: true };
      const { sha256, cid } = unwrap(await engine.call('drafts.attachBytes', file));
      sources.push(`src="app://brevduva/picture/${sha256}" data-cid="${cid}" alt="Picture ${n}"`);
    }
    const content = {
      ...draft.content,
      to: [{ kind: 'good' as const, name: 'Bob', address: 'bob@example.test' }],
      subject: 'A long letter',
      html: letterOf(sources),
    };
    unwrap(await engine.call('drafts.save', { draftId: draft.id, revision: draft.revision + 1, content }));
  } finally {
    await engine.stop();
  }
}

/** The same letter as a page of its own in which it can be edited, with its pictures beside it; the page's file. */
export async function plainPage(folder: string): Promise<string> {
  const sources: string[] = [];
  for (let n = 0; n < pictures; n += 1) {
    writeFileSync(path.join(folder, `${n}.jpg`), await photo(n));
    sources.push(`src="${n}.jpg"`);
  }
  const file = path.join(folder, 'plain.html');
  const style = 'font: 15px/1.6 sans-serif; width: 72ch; margin: auto; white-space: pre-wrap';
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><body style="${style}" contenteditable>${letterOf(sources)}</body>`);
  return file;
}
