// DNS for finding servers: the system's way, or the servers that the person has set.
import { lookup, Resolver } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { SrvRecord } from '../../../domain/discovery/srv';

export type Names = {
  /** IPv6 and IPv4 addresses; empty: no such name, or no answer. */
  readonly addresses: (host: string) => Promise<readonly string[]>;
  /** What the computer itself knows of a name that the person's DNS servers don't: its hosts file has names too. Empty: the same were asked. */
  readonly bySystem: (host: string) => Promise<readonly string[]>;
  readonly srv: (name: string) => Promise<readonly SrvRecord[]>;
  /** Mail exchangers, the preferred one first. */
  readonly mx: (domain: string) => Promise<readonly string[]>;
  /** Any records, as strings; rejects where there are none. */
  readonly records: (name: string, type: string) => Promise<string[][] | string[]>;
  readonly cancel: () => void;
};

/** `servers`: addresses with an optional port, e.g. "192.0.2.1:5353"; empty: the system's. */
export function createNames(servers: readonly string[]): Names {
  const resolver = new Resolver({ timeout: 1500, tries: 2 });
  const isOwn = servers.length > 0 && takes(resolver, servers);
  const none = (): never[] => [];
  const ask = async (host: string): Promise<readonly string[]> => {
    const [six, four] = await Promise.all([resolver.resolve6(host).catch(none), resolver.resolve4(host).catch(none)]);
    return [...six, ...four];
  };
  // The system knows more than DNS: its hosts file, and the names of a company's own network.
  const askSystem = (host: string): Promise<readonly string[]> =>
    lookup(host, { all: true }).then((found) => found.map(({ address }) => address), none);
  return {
    // No DNS server knows what is an address already, or this computer's own name (RFC 6761 6.3).
    addresses: (host) => (isOwn && isIP(host) === 0 && host.toLowerCase() !== 'localhost' ? ask(host) : askSystem(host)),
    bySystem: isOwn ? askSystem : async () => [],
    srv: (name) => resolver.resolveSrv(name).catch(none),
    mx: (domain) =>
      resolver
        .resolveMx(domain)
        .then(
          (found) => found.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, '')),
          none,
        ),
    records: async (name, type) => (await resolver.resolve(name, type)) as string[][] | string[],
    cancel: () => resolver.cancel(),
  };
}

/** A settings file that was changed by hand may hold anything. */
function takes(resolver: Resolver, servers: readonly string[]): boolean {
  try {
    resolver.setServers([...servers]);
    return true;
  } catch {
    return false;
  }
}

const inner = new BlockList();
inner.addSubnet('0.0.0.0', 8);
inner.addSubnet('127.0.0.0', 8);
inner.addSubnet('10.0.0.0', 8);
inner.addSubnet('172.16.0.0', 12);
inner.addSubnet('192.168.0.0', 16);
inner.addSubnet('169.254.0.0', 16);
inner.addSubnet('100.64.0.0', 10);
inner.addSubnet('192.0.0.0', 24);
inner.addSubnet('198.18.0.0', 15);
inner.addAddress('::', 'ipv6');
inner.addAddress('::1', 'ipv6');
inner.addSubnet('fc00::', 7, 'ipv6');
inner.addSubnet('fe80::', 10, 'ipv6');
inner.addSubnet('64:ff9b:1::', 48, 'ipv6');

/** An IPv4 host as a network without IPv4 sees it (RFC 6052): what its last 32 bits name counts. */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/** Whether an address is this computer's or of a network that only it can see. An IPv4 address in IPv6 clothes counts as what it is. */
export function isInnerAddress(address: string): boolean {
  if (!isIPv6(address)) return inner.check(address, 'ipv4');
  if (/^::ffff:/i.test(address) || translated.check(address, 'ipv6')) return inner.check(lastFour(address), 'ipv4');
  return inner.check(address, 'ipv6');
}

/** The IPv4 address in the last 32 bits of an IPv6 one. */
function lastFour(address: string): string {
  const dotted = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const [low = '0', high = '0'] = (address.split('::').at(-1) ?? '').split(':').reverse();
  const bits = [high, low].flatMap((group) => [Number.parseInt(group || '0', 16) >> 8, Number.parseInt(group || '0', 16) & 255]);
  return bits.join('.');
}
