// The command line as it is built, in plain Node: nothing that it reads, at once or later, may want Electron.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, newProfile, test } from './app';

const built = path.resolve('out/main');

/** The files that a built one reads, at once and later, and those that they read. */
async function readFrom(file: string, seen = new Set<string>()): Promise<ReadonlySet<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, named = ''] of text.matchAll(/(?:from|import)\s*\(?["'`](\.{1,2}\/[^"'`]+)["'`]/g))
    await readFrom(path.join(path.dirname(file), named), seen);
  return seen;
}

test('the built command line runs without Electron, and so does all that it reads later', async () => {
  const files = await readFrom(path.join(built, 'cli.js'));
  expect(files.size).toBeGreaterThan(10);
  for (const file of files) expect(await readFile(file, 'utf8'), file).not.toMatch(/(?:from|import)\s*\(?["'`]electron["'`]/);
  const words = ['outbox', '--profile', await newProfile(), '--lang'];
  for (const [language, said] of Object.entries({ en: 'Nothing waits.', sv: 'Inget väntar.', da: 'Intet venter.' }))
    expect((await promisify(execFile)(process.execPath, [path.join(built, 'cli.js'), ...words, language])).stdout.trim()).toBe(said);
});
