// What letters are called as files.
import { expect, test } from 'vitest';
import { letterFileName } from '../../../electron/domain/letter-file-name';

test.each([
  ['The party', 'The party'],
  ['Bills May/June', 'Bills May-June'],
  ['..\\..\\x', '..-..-x'],
  ['   ', 'letter'],
  ['🎈'.repeat(200), '🎈'.repeat(100)],
])('%s is called %s', (subject, name) => expect(letterFileName(subject, 'letter')).toBe(name));
