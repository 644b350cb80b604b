// Reads a small file that a domain publishes, by https alone. Whoever publishes it is a stranger: it may be endless, slow, or lead elsewhere.
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicHostName } from '../../../domain/discovery/host-name';
import { tlsOptions, usualTrust } from '../../mail/trust';
import { isInnerAddress, type Names } from './names';

export type PublicFile =
  | { readonly kind: 'found'; readonly text: string; readonly host: string }
  /** There is no such file, or nobody who would answer. */
  | { readonly kind: 'nothing'; readonly detail: string }
  /** There is an answer, and it is not to be used. */
  | { readonly kind: 'refused'; readonly detail: string };

export type FileNeeds = {
  readonly names: Pick<Names, 'addresses'>;
  /** 443, but for tests. */
  readonly port: number;
};

/** Octets: ten times the longest such file that is known. */
const mostOctets = 200_000;
const mostRedirects = 3;

/** Never rejects. The signal ends it at once. */
export async function readPublicFile(url: string, needs: FileNeeds, signal: AbortSignal): Promise<PublicFile> {
  let target = new URL(url);
  let mayBeInner: boolean | null = null;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const wrong = whatIsWrong(target);
    if (wrong !== null) return { kind: 'refused', detail: wrong };
    const addresses = await needs.names.addresses(target.hostname);
    const first = addresses[0];
    if (first === undefined) return { kind: 'nothing', detail: target.hostname };
    const isInner = addresses.some(isInnerAddress);
    // A network may publish its settings within itself; somebody out there must not point us into it.
    mayBeInner ??= isInner;
    if (isInner && !mayBeInner) return { kind: 'refused', detail: `a redirect to ${target.hostname}, inside this network` };
    const answer = await get(target, addresses, needs.port, signal);
    if (answer.kind !== 'moved') return answer;
    if (!URL.canParse(answer.to, target)) return { kind: 'refused', detail: 'a redirect to nowhere' };
    target = new URL(answer.to, target);
  }
  return { kind: 'refused', detail: 'too many redirects' };
}

function whatIsWrong({ protocol, hostname, port, username, password }: URL): string | null {
  if (protocol !== 'https:') return `a redirect to ${protocol}//`;
  if (port !== '' || username !== '' || password !== '') return 'a redirect to an unusual address';
  return isPublicHostName(hostname) ? null : `a redirect to ${hostname.slice(0, 100)}`;
}

type Answer = PublicFile | { readonly kind: 'moved'; readonly to: string };

function get(target: URL, addresses: readonly string[], port: number, signal: AbortSignal): Promise<Answer> {
  const { hostname } = target;
  // Asked once, above: a second look-up could give another address than the one that was judged.
  const known: LookupFunction = (_host, options, found) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all === true) found(null, all);
    else found(null, all[0]?.address ?? '', all[0]?.family ?? 4);
  };
  return new Promise((resolve) => {
    const asked = request(
      {
        ...tlsOptions(hostname, usualTrust),
        host: hostname,
        port,
        path: target.pathname + target.search,
        headers: { accept: 'text/xml, application/xml', 'user-agent': 'Brevduva' },
        lookup: known,
        agent: false,
        signal,
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const location = response.headers.location;
        const end = (answer: Answer): void => {
          resolve(answer);
          response.destroy();
        };
        if (status >= 300 && status < 400 && location !== undefined) return end({ kind: 'moved', to: location });
        if (status !== 200) return end({ kind: 'nothing', detail: `${hostname}: ${status}` });
        if (Number(response.headers['content-length'] ?? 0) > mostOctets) return end({ kind: 'refused', detail: `${hostname}: too large` });
        const chunks: Buffer[] = [];
        let octets = 0;
        response.on('data', (chunk: Buffer) => {
          octets += chunk.length;
          if (octets > mostOctets) end({ kind: 'refused', detail: `${hostname}: too large` });
          else chunks.push(chunk);
        });
        response.on('end', () => resolve({ kind: 'found', text: Buffer.concat(chunks).toString('utf8'), host: hostname }));
        response.on('error', () => resolve({ kind: 'nothing', detail: hostname }));
        return undefined;
      },
    );
    asked.on('error', (error) =>
      resolve(isUntrusted(error) ? { kind: 'refused', detail: `${hostname}: certificate` } : { kind: 'nothing', detail: hostname }),
    );
    asked.end();
  });
}

const isUntrusted = (error: Error): boolean => 'code' in error && /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(String(error.code));
