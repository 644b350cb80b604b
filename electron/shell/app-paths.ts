// From an app:// address to a file: only files of the page and stored pictures, never a step outside.
import path from 'node:path';

export type AppFile =
  | { readonly kind: 'page'; readonly file: string; readonly type: string }
  | { readonly kind: 'picture'; readonly file: string };

export type Folders = {
  /** The built page. */
  readonly page: string;
  /** Stored attachments by content: `ab/abcdef...`. */
  readonly blobs: string;
};

/** A closed list: a file of another kind is not served at all. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Null: there is no such thing. The URL parser has already resolved dots; what it left encoded is refused. */
export function fileOfAddress(address: string, folders: Folders): AppFile | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'app:' || url.host !== 'brevduva') return null;
  const picture = /^\/picture\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  if (picture !== undefined) return { kind: 'picture', file: path.join(folders.blobs, picture.slice(0, 2), picture) };
  // Percent signs and backslashes are how a path smuggles dots past the parser; our own files have neither.
  if (!/^(\/[\w-][\w.-]*)+$/.test(url.pathname) || url.pathname.includes('..')) return null;
  const file = path.join(folders.page, url.pathname);
  const type = types[path.extname(file)];
  if (type === undefined || !file.startsWith(folders.page + path.sep)) return null;
  return { kind: 'page', file, type };
}

/** The media type by the first octets, for the four kinds a letter may show; null: not a picture. SVG is none: it can hold scripts. */
export function pictureType(start: Uint8Array): string | null {
  const begins = (at: number, ...octets: readonly number[]): boolean => octets.every((octet, index) => start[at + index] === octet);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0, 0x47, 0x49, 0x46, 0x38) && (start[4] === 0x37 || start[4] === 0x39) && start[5] === 0x61) return 'image/gif';
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return null;
}
