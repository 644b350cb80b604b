// What a request to our end of the redirect is: the answer from the browser, or nothing of ours (RFC 8252 7.3, 8.10).

export type RedirectRequest = { readonly method: string; readonly host: string; readonly target: string };
export type Expected = { readonly hosts: readonly string[]; readonly port: number; readonly state: string };

export type Redirected =
  /** Not for us: answered with this status, and we wait on. */
  | { readonly kind: 'stray'; readonly status: 400 | 404 | 405 | 421 }
  /** An answer to another sign-in: somebody may be trying to slip us their own (RFC 6749 10.12). */
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'answer'; readonly parameters: URLSearchParams };

const longest = 8192;

/** A page elsewhere may point its own name at this computer: only our own name in the Host header counts. */
export function readRedirect({ method, host, target }: RedirectRequest, { hosts, port, state }: Expected): Redirected {
  if (!hosts.some((name) => host.toLowerCase() === `${name}:${port}`)) return { kind: 'stray', status: 421 };
  if (method !== 'GET') return { kind: 'stray', status: 405 };
  if (target.length > longest || !URL.canParse(target, 'http://localhost')) return { kind: 'stray', status: 400 };
  const url = new URL(target, 'http://localhost');
  if (url.pathname !== '/' || url.host !== 'localhost') return { kind: 'stray', status: 404 };
  const parameters = url.searchParams;
  // A browser looks for icons and the like, and a person may open the bare address.
  if (!parameters.has('code') && !parameters.has('error')) return { kind: 'stray', status: 404 };
  const states = parameters.getAll('state');
  return states.length === 1 && states[0] === state ? { kind: 'answer', parameters } : { kind: 'mismatch' };
}
