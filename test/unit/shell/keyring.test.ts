import { expect, test } from 'vitest';
import { readAnswer } from '../../../electron/shell/keyring';

test.each([
  ['gnome_libsecret', '(<false>,)\n', 'open'],
  ['gnome_libsecret', '(<true>,)\n', 'locked'],
  ['gnome_libsecret', 'method return time=1 sender=:1.2\n   variant       boolean false\n', 'open'],
  ['gnome_libsecret', 'b true\n', 'locked'],
  ['kwallet5', '(true,)\n', 'open'],
  ['kwallet6', '(false,)\n', 'locked'],
  ['gnome_libsecret', '', null],
  ['gnome_libsecret', 'falsehood', null],
])('%s that answers %j is %s', (backend, answer, state) => {
  expect(readAnswer(backend, answer)).toBe(state);
});
