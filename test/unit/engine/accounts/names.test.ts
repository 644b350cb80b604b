// Which addresses are only this computer's or its own network's to see.
import { expect, it } from 'vitest';
import { isInnerAddress } from '../../../../electron/engine/accounts/discovery/names';

it.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '198.18.0.1',
  '198.19.255.255',
  '::',
  '::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:c0a8:101',
  '64:ff9b::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::a00:1',
  '64:ff9b::1',
  '64:ff9b:1::203.0.113.5',
])('%s is inside', (address) => {
  expect(isInnerAddress(address)).toBe(true);
});

it.each([
  '203.0.113.5',
  '8.8.8.8',
  '172.32.0.1',
  '198.17.255.255',
  '198.20.0.0',
  '100.128.0.1',
  '2001:db8::25',
  '2603:10a6:20b:1f5::14',
  '::ffff:203.0.113.5',
  '::ffff:cb00:7105',
  '64:ff9b::203.0.113.5',
  '64:ff9b::cb00:7105',
])('%s is of the open network', (address) => {
  expect(isInnerAddress(address)).toBe(false);
});
