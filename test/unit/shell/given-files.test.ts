// Which words of a command line name files.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ dialog: {} }));
const { filesAmong, mostFiles, readLetterFile } = await import('../../../electron/shell/given-files');

const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-given-'));
writeFileSync(path.join(folder, 'report.pdf'), '%PDF');
mkdirSync(path.join(folder, 'inside'));

test('a letter file is one even when it is not there, so that its absence is told; of the others those that are', () => {
  const words = ['gone.eml', 'report.pdf', 'gone.pdf', 'inside', '.', '', 'no\0name.eml'];
  expect(filesAmong(words, folder)).toEqual([path.join(folder, 'gone.eml'), path.join(folder, 'report.pdf')]);
});

test('a desktop names files by URLs; those of other computers are none', () => {
  const url = pathToFileURL(path.join(folder, 'två ord.eml')).href;
  expect(filesAmong([url, 'file://elsewhere.example/a.eml', 'file:///a%2Fb.eml'], '/')).toEqual([path.join(folder, 'två ord.eml')]);
});

test('no more are opened than a person could want', () => {
  expect(
    filesAmong(
      Array.from({ length: 50 }, (_, index) => `${index}.eml`),
      folder,
    ),
  ).toHaveLength(mostFiles);
});

test('what is no file is no letter, and nobody waits for it', async () => {
  expect(await readLetterFile(path.join(folder, 'inside'))).toMatchObject({ content: { ok: false, failure: { code: 'not-a-letter' } } });
  expect(await readLetterFile('/dev/zero')).toMatchObject({ content: { ok: false, failure: { code: 'not-a-letter', name: 'zero' } } });
  expect(await readLetterFile(path.join(folder, 'gone.eml'))).toMatchObject({ content: { failure: { code: 'attachment-unreadable' } } });
});
