// Before the provider tests: they are in a network of their own, in which one DNS server knows the providers' names.
import { lookup } from 'node:dns/promises';
import { startDnsServer } from '../support/dns-server';
import { addressOf, providerHosts } from '../support/provider-world/names';
import { provideTestAuthority } from '../support/test-ca';

export default async function standInOwnNetwork(): Promise<() => Promise<void>> {
  if (process.env.BREVDUVA_OWN_NETWORK !== '1')
    throw new Error('The provider tests need a network of their own. Type: npm test -- providers');
  const takeAway = await provideTestAuthority();
  const dns = await startDnsServer({ hosts: providerHosts(), port: 53 });
  const { address } = await lookup('smtp.gmail.com');
  // A name service that does not ask the network's own server would lead the tests, and what they send, to the real ones.
  if (address !== addressOf('smtp.gmail.com')) throw new Error(`smtp.gmail.com is ${address}: the system does not ask /etc/resolv.conf`);
  return async () => {
    await dns.stop();
    takeAway();
  };
}
