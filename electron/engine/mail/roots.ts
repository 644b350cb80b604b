// Whom we trust to vouch for a server: the authorities that Node brings, those of this computer, and the company's.
import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';

export type Roots = {
  /** Null: those that Node brings are all there are, and its own way of looking at them is the quickest. Read at the first call. */
  readonly context: () => Promise<tls.SecureContext | null>;
  /** PEM texts. */
  readonly setCompany: (certificates: readonly string[]) => void;
};

/** Where systems keep theirs in one file: Debian, Fedora, SUSE, Alpine and macOS. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

const oneCertificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
/** The same certificate may be broken into lines of different lengths. */
const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

const readAll = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8').catch(() => '')).match(oneCertificate)?.map(String) ?? [];

/** Node's own function where there is one (22.15 and later); before it, the usual files. */
async function ofSystem(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const ask: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof ask === 'function') {
    const told: unknown = ask('system');
    if (Array.isArray(told)) return told.filter((one) => typeof one === 'string');
  }
  for (const file of [environment.SSL_CERT_FILE ?? '', ...bundles]) {
    const found = file === '' ? [] : await readAll(file);
    if (found.length > 0) return found;
  }
  return [];
}

export function createRoots(environment: NodeJS.ProcessEnv = process.env): Roots {
  let company: readonly string[] = [];
  let made: Promise<tls.SecureContext | null> | null = null;

  const make = async (own: readonly string[]): Promise<tls.SecureContext | null> => {
    const brought = new Map(tls.rootCertificates.map((pem) => [bare(pem), pem]));
    const others = new Map([...(await ofSystem(environment)), ...own].map((pem) => [bare(pem), pem]));
    for (const key of brought.keys()) others.delete(key);
    if (others.size === 0) return null;
    // What Node was told to trust beside its own is in neither way part of what it brings.
    const extra = environment.NODE_EXTRA_CA_CERTS === undefined ? [] : await readAll(environment.NODE_EXTRA_CA_CERTS);
    const beside = [...new Set([...others.values(), ...extra])];
    return contextWith(beside) ?? contextOf([...brought.values(), ...beside]) ?? contextOf([...brought.values(), ...extra]);
  };
  return {
    context: () => (made ??= make(company)),
    setCompany(certificates) {
      if (JSON.stringify(certificates) === JSON.stringify(company)) return;
      company = certificates.flatMap((text) => text.match(oneCertificate)?.map(String) ?? []);
      made = null;
    },
  };
}

/**
 * Node's own list and these beside it. Given as a list, all of Node's would be read anew: 60 ms of the first connection instead of 8.
 * Null: this Node has no such function, which its documentation does not promise.
 */
function contextWith(others: readonly string[]): tls.SecureContext | null {
  const made = tls.createSecureContext({ minVersion: 'TLSv1.2' });
  const native = made.context as { readonly addCACert?: (pem: string) => void };
  if (typeof native.addCACert !== 'function') return null;
  for (const pem of others) {
    try {
      native.addCACert(pem);
    } catch {
      // One that can't be read vouches for nobody; the others do.
    }
  }
  return made;
}

/** Null: one of them can't be read, and nobody shall be cut off from the network by it. */
function contextOf(ca: string[]): tls.SecureContext | null {
  try {
    return tls.createSecureContext({ ca, minVersion: 'TLSv1.2' });
  } catch {
    return null;
  }
}
