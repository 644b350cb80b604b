// The letters that are being printed, each under an address that nobody can guess, for as long as it takes.
import { randomBytes } from 'node:crypto';

const pages = new Map<string, string>();

/** `close` when it is printed. */
export function addPrintedPage(html: string): { readonly url: string; readonly close: () => void } {
  const url = `app://brevduva/print/${randomBytes(16).toString('hex')}`;
  pages.set(url, html);
  return { url, close: () => void pages.delete(url) };
}

export const printedPage = (url: string): string | null => pages.get(url) ?? null;
