import { expect, test } from 'vitest';
import { decideLink } from '../../../electron/shell/link-rules';

test('an ordinary https: link opens', () => {
  expect(decideLink('https://support.google.com/accounts/answer/185833?hl=sv#x')).toEqual({
    kind: 'open',
    url: 'https://support.google.com/accounts/answer/185833?hl=sv#x',
  });
});

test('mailto: goes to our own composer', () => {
  expect(decideLink('mailto:anna@example.com?subject=Hi')).toEqual({ kind: 'write', url: 'mailto:anna@example.com?subject=Hi' });
});

test.each([
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://host/share',
  'ms-settings:x',
  'app://brevduva/',
  'ftp://example.com',
  'not a link',
  '',
  'https://',
  'https://exa mple.com',
  'https://example.com/\u0000',
  '\u0009javascript:alert(1)',
  `https://example.com/${'a'.repeat(8200)}`,
])('%j is refused', (url) => {
  expect(decideLink(url)).toEqual({ kind: 'refuse' });
});

test.each([
  ['https://bank.example@evil.example/', 'evil.example'],
  ['https://user:password@evil.example/', 'evil.example'],
  ['https://192.168.1.1/', '192.168.1.1'],
  ['https://0x7f000001/', '127.0.0.1'],
  ['https://[::1]/', '[::1]'],
  ['https://example.com:8443/', 'example.com:8443'],
  ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ['https://intranet/', 'intranet'],
])('%s is opened only after a question that names %s', (url, host) => {
  expect(decideLink(url)).toMatchObject({ kind: 'confirm', host });
});
