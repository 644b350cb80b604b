// What the browser shows when the person is done there: words alone, no script, nothing loaded.
import { createHash } from 'node:crypto';
import type { ClosingPage } from '../../../contract/model/oauth';

const style =
  'html{color-scheme:light dark}body{margin:20vh auto 0;max-width:32rem;padding:0 1.5rem;font:1.0625rem/1.5 system-ui,sans-serif}h1{font-size:1.5rem;font-weight:600}';
const styleHash = createHash('sha256').update(style).digest('base64');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer', // the address has the code in it
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

export function closingPage({ language, done, failed }: ClosingPage, isFine: boolean): string {
  const { title, text } = isFine ? done : failed;
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body></html>`;
}
