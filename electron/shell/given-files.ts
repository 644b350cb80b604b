// Files that the program is told to open: on its command line, by the desktop, or in the system's dialogue. Each is a letter or told to be none.
import { statSync } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserWindow, dialog } from 'electron';
import { fail, type Result, succeed } from '../contract/failure';
import { longestFile } from '../contract/model/letter-view';
import type { ShellEvent } from '../contract/shell';

/** At most so many at once: each opens a letter. */
export const mostFiles = 10;
export const longestPath = 4096;

/** Whole paths of those words that name a file. `folder`: in which the words were typed. */
export function filesAmong(words: readonly string[], folder: string): string[] {
  return words
    .flatMap((word) => placeOf(word, folder))
    .filter((file) => file.length <= longestPath && (/\.eml$/i.test(file) || isThere(file)))
    .slice(0, mostFiles);
}

/** Desktops name files by URLs (Desktop Entry Specification, %U). */
function placeOf(word: string, folder: string): string[] {
  if (word === '' || word.includes('\0')) return [];
  if (!/^file:/i.test(word)) return [path.resolve(folder, word)];
  try {
    return [fileURLToPath(word)];
  } catch {
    return []; // of another computer, or no URL
  }
}

/** A folder is none: the program's own is one of its words in a clone. */
function isThere(file: string): boolean {
  try {
    return !statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Only what is a file: a pipe or a device could keep whoever reads it waiting for ever. */
export async function readLetterFile(file: string): Promise<Extract<ShellEvent, { kind: 'letter-file' }>> {
  const name = path.basename(file).slice(0, 255);
  return { kind: 'letter-file', name, content: await read(file, name) };
}

async function read(file: string, name: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readWhole(handle, name).finally(() => handle.close());
  } catch {
    return fail('attachment-unreadable', { name });
  }
}

async function readWhole(handle: FileHandle, name: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const stat = await handle.stat();
  if (!stat.isFile()) return fail('not-a-letter', { name });
  if (stat.size > longestFile) return fail('letter-too-large', { name, size: stat.size, limit: longestFile });
  const bytes = new Uint8Array(stat.size);
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
    if (bytesRead === 0) return succeed(bytes.slice(0, at)); // it has become shorter
    at += bytesRead;
  }
  return succeed(bytes);
}

/** Asks which; none when the person thinks better of it. */
export async function chooseLetterFiles(window: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: '.eml', extensions: ['eml'] },
      { name: '*', extensions: ['*'] },
    ],
  });
  return canceled ? [] : filePaths.slice(0, mostFiles);
}
