// Reads a small file that a domain publishes, by https alone. Whoever publishes it is a stranger: it may be endless, slow, or lead elsewhere.
import { request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { type Failure, fail, type Result } from '../../../contract/failure';
import { isPublicHostName } from '../../../domain/discovery/host-name';
import { encrypt } from '../../mail/connect';
import { isInnerAddress } from './names';
import { connectTo, findReach, type Reach, type ReachNeeds } from './reach';

export type PublicFile =
  | { readonly kind: 'found'; readonly text: string; readonly host: string }
  /** There is no such file, or nobody who would answer. */
  | { readonly kind: 'nothing'; readonly detail: string }
  /** There is an answer, and it is not to be used. */
  | { readonly kind: 'refused'; readonly detail: string };

export type FileNeeds = ReachNeeds & {
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
    const reach = await findReach({ host: target.hostname, port: needs.port }, needs);
    if (reach.addresses?.length === 0) return { kind: 'nothing', detail: target.hostname };
    // A network may publish its settings within itself; somebody out there must not point us into it. Whoever is reached
    // through a proxy counts as out there.
    const isInner = reach.addresses?.some(isInnerAddress) ?? false;
    mayBeInner ??= isInner;
    if (isInner && !mayBeInner) return { kind: 'refused', detail: `a redirect to ${target.hostname}, inside this network` };
    const answer = await get(target, reach, signal);
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

async function get(target: URL, reach: Reach, signal: AbortSignal): Promise<Answer> {
  const secured = await secure(reach, signal);
  return secured.ok ? ask(target, secured.value, signal) : explain(secured.failure, target.hostname);
}

async function secure(reach: Reach, signal: AbortSignal): Promise<Result<TLSSocket>> {
  const socket = await connectTo(reach, signal);
  if (!socket.ok) return socket;
  return signal.aborted ? fail('cancelled') : encrypt(socket.value, reach.place, reach.way, signal);
}

function explain({ code, proxy }: Failure, hostname: string): Answer {
  if (code.startsWith('certificate-')) return { kind: 'refused', detail: `${hostname}: certificate` };
  return { kind: 'nothing', detail: proxy === undefined ? hostname : `${proxy}: ${code}` };
}

function ask({ hostname, pathname, search }: URL, socket: TLSSocket, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      resolve(answer);
      socket.destroy();
    };
    const nothing = (): void => end({ kind: 'nothing', detail: hostname });
    const asked = request(
      {
        path: pathname + search,
        headers: { host: hostname, accept: 'text/xml, application/xml', 'user-agent': 'Brevduva' },
        createConnection: () => socket,
        signal,
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const location = response.headers.location;
        response.on('error', nothing);
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
        response.on('end', () => end({ kind: 'found', text: Buffer.concat(chunks).toString('utf8'), host: hostname }));
        return undefined;
      },
    );
    asked.on('error', nothing);
    asked.end();
  });
}
