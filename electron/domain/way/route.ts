// Through which proxy a server is reached, by what the person or the system has said. Pure.
export type ProxyServer = {
  readonly kind: 'socks5' | 'http';
  readonly host: string;
  readonly port: number;
  /** Both empty: no sign-in. */
  readonly user: string;
  readonly password: string;
};
/** `unusable`: the system names a proxy of a kind that the program does not speak. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly proxy: ProxyServer } | { readonly kind: 'unusable' };

export const direct: Route = { kind: 'direct' };

const usualPorts = { socks5: 1080, http: 8080 } as const;

const proxyAt = (kind: ProxyServer['kind'], place: string): Route => {
  const found = /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/i.exec(place);
  const host = found?.[1] ?? found?.[2];
  const port = found?.[3] === undefined ? usualPorts[kind] : Number(found[3]);
  if (host === undefined || port < 1 || port > 65535) return { kind: 'unusable' };
  return { kind: 'proxy', proxy: { kind, host, port, user: '', password: '' } };
};

/**
 * What a system's proxy rule means, e.g. "SOCKS5 10.0.0.1:1080; DIRECT" (the words of proxy auto-config files).
 * The first that can be used counts. Nothing that can be used: `unusable`, for a way around a proxy is not ours to choose.
 */
export function routeOfRule(rule: string): Route {
  for (const entry of rule.split(';')) {
    const [word = '', place = '', ...more] = entry.trim().split(/\s+/);
    if (more.length > 0) continue;
    const kind = word.toUpperCase();
    if (kind === 'DIRECT' && place === '') return direct;
    const route = kind === 'SOCKS5' ? proxyAt('socks5', place) : kind === 'PROXY' || kind === 'HTTP' ? proxyAt('http', place) : null;
    if (route?.kind === 'proxy') return route;
  }
  return { kind: 'unusable' };
}

type Environment = Readonly<Record<string, string | undefined>>;

const read = (environment: Environment, ...names: readonly string[]): string =>
  names.map((name) => environment[name] ?? environment[name.toUpperCase()] ?? '').find((value) => value !== '') ?? '';

/** "example.org", ".example.org", "*.example.org", "10.0.0.1", each with an optional port; "*": everything. */
function isExempt(list: string, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return list
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .some((word) => {
      const [, rest = '', at] = /^(.*?)(?::(\d{1,5}))?$/.exec(word.toLowerCase()) ?? [];
      if (at !== undefined && !rest.includes(':') && Number(at) !== port) return false;
      const domain = rest.replace(/^\*?\./, '');
      return rest === '*' || name === domain || name.endsWith(`.${domain}`);
    });
}

/** What the usual variables of a terminal say: `all_proxy`, `https_proxy`, `no_proxy`, in small or capital letters. */
export function routeOfEnvironment(environment: Environment, host: string, port: number): Route {
  const text = read(environment, 'all_proxy', 'https_proxy');
  if (text === '' || isExempt(read(environment, 'no_proxy'), host, port)) return direct;
  const address = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(address)) return { kind: 'unusable' };
  const { protocol, hostname, port: at, username, password } = new URL(address);
  const kind = protocol === 'http:' ? 'http' : protocol === 'socks5:' || protocol === 'socks5h:' ? 'socks5' : null;
  if (kind === null || hostname === '') return { kind: 'unusable' };
  const plain = (word: string): string => {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  };
  // URL leaves port 80 of http: out.
  const usual = kind === 'http' ? 80 : usualPorts.socks5;
  const proxyHost = hostname.replace(/^\[|\]$/g, '');
  return {
    kind: 'proxy',
    proxy: { kind, host: proxyHost, port: at === '' ? usual : Number(at), user: plain(username), password: plain(password) },
  };
}
