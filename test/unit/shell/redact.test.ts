import { expect, test } from 'vitest';
import { redact } from '../../../electron/shell/redact';

test.each([
  ['cannot send to anna@example.com today', 'cannot send to [address] today'],
  ['<anna+list@sub.example.com>: refused', '<[address]>: refused'],
  ['AUTH PLAIN AGFubmEAaHVudGVyMg==', 'AUTH PLAIN [removed]'],
  ['A1 LOGIN anna hunter2', 'A1 LOGIN [removed]'],
  ['password=hunter2 and more', 'password= [removed]'],
  ['{"password":"hunter2"}', '{"password": [removed]'],
  ['Authorization: Bearer abc.def', 'Authorization: [removed]'],
  [`key ${'A1b2'.repeat(12)}`, 'key [data]'],
  ['Error: listen EADDRINUSE', 'Error: listen EADDRINUSE'],
])('%j is written as %j', (line, written) => {
  expect(redact(line)).toBe(written);
});

test('a line has an end', () => {
  expect(redact('word '.repeat(10_000)).length).toBeLessThanOrEqual(2000);
});
