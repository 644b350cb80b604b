// brevduva doctor on accounts that are broken: it ends with 69, names the step, and says nothing of the password.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../electron/contract/model/accounts';
import { doctorReportSchema } from '../../../electron/contract/model/doctor';
import { issueCertificate } from '../../support/certificates';
import { startDnsServer } from '../../support/dns-server';
import { doctorCases } from '../../support/doctor-cases';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { temporaryFolder } from '../../support/profile';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

const canary = 'Correct-Horse-7';

function brevduva(words: readonly string[]): Promise<{ readonly code: number | null; readonly said: string; readonly complained: string }> {
  const child = spawn(process.execPath, [built.cli, ...words], { env: { ...process.env, LANG: 'en', INIT_CWD: undefined } });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${canary}\n`);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said, complained })));
}

function profileWith(file: { readonly accounts?: readonly unknown[]; readonly settings?: object }): string {
  const profile = path.join(temporaryFolder(), 'profile');
  mkdirSync(profile, { mode: 0o700 });
  writeFileSync(path.join(profile, 'settings.json'), JSON.stringify({ version: 1, settings: {}, accounts: [], ...file }));
  return profile;
}

const cases = doctorCases.filter(({ name }) =>
  /^(name not found|port closed|STARTTLS refused|certificate expired|sign-in refused|sender refused|IMAP sign-in refused)$/.test(name),
);

it.each(cases)('ends with 69 where “$name” stands in the way, and says at which step', async ({ account: make, step, says }) => {
  const account = await make(forThisTest);
  const profile = profileWith({ accounts: [account] });
  const message = account.imap === null ? ['--message'] : [];
  const ended = await brevduva(['doctor', account.address, '--profile', profile, '--password-stdin', '--json', ...message]);
  expect(ended.code).toBe(69);
  const report = doctorReportSchema.parse(JSON.parse(ended.said).report);
  expect(report.steps.find(({ id }) => id === step)).toMatchObject({ state: 'broken', failure: { code: says } });
  expect(ended.said).not.toContain(canary);
});

/** An address of this computer's own, where nothing else listens. */
const apart = (kind: number): string => `127.${kind}.${(process.pid >> 8) & 255}.${process.pid & 255}`;

describe('servers of another domain that were found for an address', () => {
  /** example.test says by its DNS that its mail goes out through a host of somebody else. */
  async function startElsewhere(address: string) {
    const certificate = await issueCertificate(await testAuthority(), { names: [address, 'smtp.hosting.test'] });
    const server = await forThisTest(startScriptedSmtp({ security: 'starttls', certificate, at: { address, port: 2525 } }));
    const dns = await forThisTest(
      startDnsServer({
        hosts: { 'smtp.hosting.test': address },
        srv: [{ name: '_submission._tcp.example.test', target: 'smtp.hosting.test', port: 2525 }],
      }),
    );
    return { server, profile: profileWith({ settings: { dnsServers: [dns.address] } }) };
  }

  it('are named, and nothing is connected to before the person has named them too', async () => {
    const { server, profile } = await startElsewhere(apart(81));
    const ended = await brevduva(['doctor', 'alice@example.test', '--profile', profile, '--password-stdin']);
    expect(ended.code).toBe(78);
    expect(ended.complained).toContain('--smtp smtp.hosting.test:2525');
    expect(server.connections()).toBe(0);
    const asJson = await brevduva(['doctor', 'alice@example.test', '--profile', profile, '--password-stdin', '--json']);
    expect(asJson.code).toBe(78);
    expect(JSON.parse(asJson.said)).toMatchObject({ ok: false, failure: { code: 'hosts-unconfirmed', host: 'smtp.hosting.test:2525' } });
    expect(server.connections()).toBe(0);
    expect(ended.complained + asJson.said).not.toContain(canary);
  });

  it('are examined once they are given', async () => {
    const address = apart(82);
    const { server, profile } = await startElsewhere(address);
    await brevduva(['doctor', 'alice@example.test', '--profile', profile, '--password-stdin', '--smtp', `${address}:2525`]);
    expect(server.count('AUTH')).toBe(1);
  });
});

describe('a server that is given by hand', () => {
  it('keeps the user name of the account, which may be another word than its address', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const saved = { host: '127.0.0.1', port: 1, security: 'tls', user: 'apikey' } as const;
    const account = accountSchema.parse({
      id: 'relay',
      provider: 'other',
      name: '',
      address: 'alice@example.test',
      smtp: saved,
      imap: null,
      sentPolicy: 'local',
      sentFolder: null,
    });
    const place = ['--smtp', `127.0.0.1:${server.port}`, '--smtp-security', 'tls'];
    const ended = await brevduva([
      'doctor',
      account.address,
      '--profile',
      profileWith({ accounts: [account] }),
      '--password-stdin',
      '--json',
      ...place,
    ]);
    const report = doctorReportSchema.parse(JSON.parse(ended.said).report);
    expect(report.steps.find(({ id }) => id === 'smtp-sign-in')).toMatchObject({ state: 'fine', facts: ['PLAIN', 'apikey'] });
  });

  it('is signed in to as whom the person says', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const place = ['--smtp', `127.0.0.1:${server.port}`, '--smtp-security', 'tls', '--user', 'apikey'];
    const ended = await brevduva(['doctor', 'alice@example.test', '--profile', profileWith({}), '--password-stdin', '--json', ...place]);
    const report = doctorReportSchema.parse(JSON.parse(ended.said).report);
    expect(report.steps.find(({ id }) => id === 'smtp-sign-in')).toMatchObject({ state: 'fine', facts: ['PLAIN', 'apikey'] });
  });
});
