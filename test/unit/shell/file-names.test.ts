import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../electron/shell/file-names';

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../.bashrc', 'bashrc'],
  ['C:\\Windows\\system32\\calc.exe', 'calc.exe'],
  ['/etc/passwd', 'passwd'],
  ['  .hidden  ', 'hidden'],
  ['Årsmöte 2026 – protokoll.docx', 'Årsmöte 2026 – protokoll.docx'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\r\nb\u0000.txt', 'ab.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['CON', 'file'],
  ['nul.txt', 'file.txt'],
  [`${'x'.repeat(300)}.tar.gz`, `${'x'.repeat(120)}.gz`],
])('%j is proposed as %j', (name, proposed) => {
  expect(safeFileName(name)).toBe(proposed);
});

/** What names are made of when somebody means harm. */
const piece = fc.constantFrom(
  '/',
  '\\',
  '..',
  '.',
  ' ',
  '\0',
  '\n',
  '\u202e',
  ':',
  '*',
  'con',
  'nul',
  'a',
  'ä',
  '鳩',
  '🕊',
  '.exe',
  '\ud800',
  'x'.repeat(200),
);
const name = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('whatever the letter says, the name stays in its folder', () => {
  fc.assert(
    fc.property(name, (given) => {
      const safe = safeFileName(given);
      return safe !== '' && !/[/\\\p{Cc}]/u.test(safe) && !safe.startsWith('.') && Buffer.byteLength(safe) < 540;
    }),
  );
});
