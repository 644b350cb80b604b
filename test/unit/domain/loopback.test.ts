import { expect, it } from 'vitest';
import { isLoopback } from '../../../electron/domain/loopback';

it.each(['localhost', 'LOCALHOST', 'mail.localhost', 'localhost.', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])(
  '%s is this computer',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

it.each(['localhost.example.test', 'notlocalhost', '128.0.0.1', '127.0.0.1.example.test', '::2', ''])('%s is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
