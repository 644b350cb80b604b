// Our end of the redirect: a port of this computer that the system chooses, open for one answer (RFC 8252 7.3, 8.3).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, type Result, succeed } from '../../../contract/failure';
import type { ClosingPage } from '../../../contract/model/oauth';
import { readRedirect } from '../../../domain/oauth/redirect';
import { closingPage, pageHeaders } from './closing-page';

export type BrowserAnswer =
  /** The browser waits for `finish`, which tells the person how it ended. */
  | { readonly kind: 'answer'; readonly parameters: URLSearchParams; readonly finish: (isFine: boolean) => void }
  | { readonly kind: 'mismatch' };

export type Loopback = {
  readonly redirectUri: string;
  /** Resolves with the first answer; nothing is heard after it. */
  readonly answer: Promise<BrowserAnswer>;
  readonly close: () => void;
};

/** ms for a request to be sent: nobody may hold the port by being slow. */
const requestPatience = 10_000;
/** How often another port is tried where the other family of addresses has it taken. */
const tries = 10;

/** @param host the name in the redirect; "localhost" is heard on both families, for nobody can say which the browser takes */
export async function listenForAnswer(host: '127.0.0.1' | 'localhost', state: string, page: ClosingPage): Promise<Result<Loopback>> {
  let settle: (answer: BrowserAnswer) => void = () => undefined;
  const answer = new Promise<BrowserAnswer>((resolve) => {
    settle = resolve;
  });
  const servers: Server[] = [];
  let isUsed = false;
  const close = (): void => {
    isUsed = true;
    for (const server of servers) server.close();
  };
  const end = (response: ServerResponse, status: number, body = ''): void => {
    response.writeHead(status, pageHeaders);
    response.end(body);
  };
  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    if (isUsed) return end(response, 410);
    const { port } = request.socket.address() as AddressInfo;
    const asked = { method: request.method ?? '', host: request.headers.host ?? '', target: request.url ?? '' };
    const redirected = readRedirect(asked, { hosts: [host], port, state });
    if (redirected.kind === 'stray') return end(response, redirected.status);
    close();
    if (redirected.kind === 'mismatch') {
      end(response, 400, closingPage(page, false));
      return settle(redirected);
    }
    settle({
      kind: 'answer',
      parameters: redirected.parameters,
      finish: (isFine) => end(response, 200, closingPage(page, isFine)),
    });
  };
  const open = (address: string, port: number): Promise<number | string> =>
    new Promise((resolve) => {
      const server = createServer({ requestTimeout: requestPatience, headersTimeout: requestPatience }, hear);
      server.maxConnections = 20;
      server.once('error', (error) => resolve('code' in error && typeof error.code === 'string' ? error.code : 'error'));
      server.listen({ host: address, port, exclusive: true }, () => {
        servers.push(server);
        resolve((server.address() as AddressInfo).port);
      });
    });

  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = await open('127.0.0.1', 0);
    if (typeof port === 'string') return fail('not-possible-now', { detail: `no port to listen on: ${port}` });
    const other = host === 'localhost' ? await open('::1', port) : port;
    // Without IPv6 the browser can only take the other one.
    if (other !== 'EADDRINUSE') return succeed({ redirectUri: `http://${host}:${port}`, answer, close });
    for (const server of servers.splice(0)) server.close();
  }
  return fail('not-possible-now', { detail: 'no port to listen on' });
}
