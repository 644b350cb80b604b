import { expect, it } from 'vitest';
import { readDnsServers } from '../../../electron/domain/dns-servers';

it('reads addresses with and without ports', () => {
  expect(readDnsServers('')).toEqual([]);
  expect(readDnsServers(' 192.0.2.1, 192.0.2.2:5353 ')).toEqual(['192.0.2.1', '192.0.2.2:5353']);
  expect(readDnsServers('2001:db8::1 [2001:db8::2]:53')).toEqual(['2001:db8::1', '[2001:db8::2]:53']);
});

it.each([
  'dns.example.org',
  '192.0.2.256',
  '192.0.2.1:0',
  '192.0.2.1:99999',
  '1.2.3',
  'a:b',
  '[::1',
  '1.1.1.1 1.1.1.2 1.1.1.3 1.1.1.4 1.1.1.5',
])('refuses %s', (text) => {
  expect(readDnsServers(text)).toBeNull();
});
