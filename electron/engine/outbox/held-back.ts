// Which final dots are held back although their marks are in the ledger already. It is kept in the computer's memory: what is there
// outlives the engine, and never the computer, so that it can't speak of a dot that went out since.
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { findMemoryFolder } from './memory-folder';

export type Hold = {
  /** The dot goes now. Throws where that can't be noted down: then it must not go. */
  readonly release: () => void;
  /** The attempt is over, and its end is written. Never throws. */
  readonly end: () => void;
};

export type HeldBack = {
  /** Holds the dot of a mark (`dotAt`) that is set ahead. Null: there is no such memory here, and no mark may be set ahead. */
  readonly hold: (id: string, dotAt: number) => Hold | null;
  /** When the dot went, or may have gone, by the ledger's mark; null: it did not, for there is no mark, or its dot is held back. */
  readonly dotOf: (message: { readonly id: string; readonly dotAt: number | null }) => number | null;
  /** What an earlier engine, or an attempt that failed in the program, held back is written down. */
  readonly forget: (id: string) => void;
  /** All of it is: what is left there belongs to attempts that never came into the ledger. */
  readonly forgetAll: () => void;
  readonly close: () => void;
};

/** Octets of a line: a message and its mark. */
const width = 64;
/** Lines; more connections than an engine has. */
const most = 1024;

type Line = { readonly id: string; readonly dotAt: number } | null;

const lineOf = (text: string): Line => {
  const [id = '', dotAt = ''] = text.trim().split(' ');
  return id === '' || !/^\d+$/.test(dotAt) ? null : { id, dotAt: Number(dotAt) };
};
const textOf = (line: Line): string => `${(line === null ? '' : `${line.id} ${line.dotAt}`).padEnd(width - 1)}\n`;

/** @param folder Of this computer's memory, and this person's alone; null: there is none. */
export function createHeldBack(profile: string, folder: () => string | null = findMemoryFolder): HeldBack {
  let file: { readonly name: string; readonly handle: number } | null | undefined;
  const lines: Line[] = [];
  /** `isAsked`: somebody asks for what an earlier engine held back. Who did not ask before this one holds something back had nothing to ask. */
  const opened = (isAsked: boolean): typeof file => {
    if (file === undefined) {
      file = open(profile, folder());
      if (file !== null && isAsked) lines.push(...readLines(file.handle));
      else if (file !== null) ftruncateSync(file.handle);
    }
    return file;
  };
  const put = (index: number, line: Line): void => {
    const text = textOf(line);
    if (file && writeSync(file.handle, text, index * width) !== width) throw new Error('the memory of what is held back is full');
    lines[index] = line;
  };
  const take = (line: Line): number | null => {
    const free = lines.indexOf(null);
    const index = free < 0 ? lines.length : free;
    if (index >= most || textOf(line).length !== width) return null;
    try {
      put(index, line);
      return index;
    } catch {
      return null; // full: the mark then waits for the dot
    }
  };
  return {
    hold(id, dotAt) {
      if (!opened(false)) return null;
      const own = { id, dotAt };
      const index = take(own);
      if (index === null) return null;
      // The line may be forgotten by now, and its place another's.
      const release = (): void => {
        if (lines[index] === own) put(index, null);
      };
      const end = (): void => {
        try {
          release();
        } catch {
          // The line stays: nobody asks for the dot of an attempt whose end is written.
        }
      };
      return { release, end };
    },
    dotOf({ id, dotAt }) {
      if (dotAt === null || !opened(true)) return dotAt;
      return lines.some((line) => line !== null && line.id === id && line.dotAt === dotAt) ? null : dotAt;
    },
    forget(id) {
      for (const [index, line] of lines.entries()) if (line?.id === id) put(index, null);
    },
    forgetAll() {
      for (const index of lines.keys()) put(index, null);
    },
    close() {
      if (!file) return;
      closeSync(file.handle);
      if (lines.every((line) => line === null)) unlinkSync(file.name);
      file = null;
    },
  };
}

function open(profile: string, folder: string | null): { readonly name: string; readonly handle: number } | null {
  if (folder === null) return null;
  const name = path.join(folder, createHash('sha256').update(profile).digest('hex').slice(0, 32));
  try {
    const handle = openSync(name, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    const { uid, nlink } = fstatSync(handle);
    if (uid === process.getuid?.() && nlink === 1) return { name, handle };
    closeSync(handle);
  } catch {
    // Without it the marks wait for their dots.
  }
  return null;
}

function readLines(handle: number): Line[] {
  const bytes = Buffer.alloc(width * most);
  const length = readSync(handle, bytes, 0, bytes.length, 0);
  return Array.from({ length: Math.floor(length / width) }, (_, n) => lineOf(bytes.toString('latin1', n * width, (n + 1) * width)));
}
