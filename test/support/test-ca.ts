// The authority that every server of one test run is issued by, and the way programs under test come to trust it.
// Node reads NODE_EXTRA_CA_CERTS once, when a process starts: so the authority is made before the workers are.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, type KeyAndCertificate } from './certificates';

const folderVariable = 'BREVDUVA_TEST_CA';

const read = (folder: string): KeyAndCertificate => ({
  key: readFileSync(join(folder, 'ca-key.pem'), 'utf8'),
  cert: readFileSync(join(folder, 'ca.pem'), 'utf8'),
});

/**
 * For a test runner's global set-up: makes the authority and puts it into this process's environment, which workers and
 * programs under test inherit. Certificates that NODE_EXTRA_CA_CERTS already names stay trusted.
 * The returned function takes both away again.
 */
export async function provideTestAuthority(): Promise<() => void> {
  const before = process.env.NODE_EXTRA_CA_CERTS;
  const folder = mkdtempSync(join(tmpdir(), 'bd-ca-'));
  const authority = await createAuthority();
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  writeFileSync(join(folder, 'ca-key.pem'), authority.key, { mode: 0o600 });
  const trusted = before === undefined ? '' : `${readFileSync(before, 'utf8')}\n`;
  writeFileSync(join(folder, 'trusted.pem'), trusted + authority.cert);
  process.env.NODE_EXTRA_CA_CERTS = join(folder, 'trusted.pem');
  process.env[folderVariable] = folder;
  return () => {
    if (before === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
    else process.env.NODE_EXTRA_CA_CERTS = before;
    delete process.env[folderVariable];
    rmSync(folder, { recursive: true, force: true });
  };
}

let own: Promise<KeyAndCertificate> | undefined;

/** The authority of this run; outside a test run (a script that starts a mail host) one of this process's own. */
export function testAuthority(): Promise<KeyAndCertificate> {
  const folder = process.env[folderVariable];
  own ??= folder === undefined ? createAuthority() : Promise.resolve(read(folder));
  return own;
}
