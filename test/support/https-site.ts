// An https server on a free loopback port that answers for several names, each path by a test's own answer.
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { issueCertificate } from './certificates';
import { portOf } from './ports';
import { testAuthority } from './test-ca';

export type HttpsSite = {
  readonly port: number;
  /** "host/path" of every request, in order. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

/** `pages`: by "host/path". What is not there is 404. `names`: of the certificate, which the test run's authority issues. */
export async function startHttpsSite(names: readonly string[], pages: Readonly<Record<string, RequestListener>>): Promise<HttpsSite> {
  const asked: string[] = [];
  const server = createServer(await issueCertificate(await testAuthority(), { names }), (request, response) => {
    const page = `${(request.headers.host ?? '').replace(/:\d+$/, '')}${request.url ?? ''}`;
    asked.push(page);
    const answer = pages[page];
    if (answer !== undefined) return answer(request, response);
    response.writeHead(404).end();
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
