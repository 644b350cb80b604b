// What a person does in the browser: opens the page, says who they are, allows or refuses. A plain client with cookies.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

export type Walked = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** One request; no redirect is followed. */
export function visit(
  url: string,
  { method = 'GET', headers = {}, form }: { method?: string; headers?: Record<string, string>; form?: Record<string, string> } = {},
): Promise<Walked> {
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const all = body === undefined ? headers : { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const asking = (url.startsWith('https:') ? secure : plain)(url, { method, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/**
 * From the provider's page up to the redirect to this computer, which is answered and not followed.
 * @param as who signs in; null: they go back without allowing it
 */
export async function walkTo(page: string, as: string | null): Promise<string> {
  const cookies = new Map<string, string>();
  let url = page;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 20; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const walked = await visit(url, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie },
      ...(form === undefined ? {} : { form }),
    });
    for (const line of [walked.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const { location } = walked.headers;
    if (typeof location === 'string') {
      url = new URL(location, url).href;
      form = undefined;
      if (url.startsWith('http://')) return url;
      continue;
    }
    const abort = /href="([^"]*\/abort)"/.exec(walked.body)?.[1];
    if (as === null && abort !== undefined) {
      url = new URL(abort, url).href;
      form = undefined;
      continue;
    }
    const action = /<form[^>]*action="([^"]*)"/.exec(walked.body)?.[1];
    if (action === undefined) throw new Error(`No way on from ${url}: ${walked.status} ${walked.body.slice(0, 2000)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(walked.body)?.[1] ?? '';
    form = prompt === 'login' ? { prompt, login: as ?? '', password: 'any' } : { prompt };
    url = new URL(action, url).href;
  }
  throw new Error(`The way does not end: ${url}`);
}

/** The whole way: what the person sees in the end. */
export const walk = async (page: string, as: string | null): Promise<Walked> => visit(await walkTo(page, as));
