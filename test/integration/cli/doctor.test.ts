// brevduva doctor on accounts that are broken: it ends with 69, names the step, and says nothing of the password.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doctorReportSchema } from '../../../electron/contract/model/doctor';
import { doctorCases } from '../../support/doctor-cases';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { temporaryFolder } from '../../support/profile';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

const canary = 'Correct-Horse-7';

function brevduva(words: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [built.cli, ...words], { env: { ...process.env, LANG: 'en', INIT_CWD: undefined } });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${canary}\n`);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const cases = doctorCases.filter(({ name }) =>
  /^(name not found|port closed|STARTTLS refused|certificate expired|sign-in refused|sender refused|IMAP sign-in refused)$/.test(name),
);

it.each(cases)('ends with 69 where “$name” stands in the way, and says at which step', async ({ account: make, step, says }) => {
  const account = await make(forThisTest);
  const profile = path.join(temporaryFolder(), 'profile');
  mkdirSync(profile, { mode: 0o700 });
  writeFileSync(path.join(profile, 'settings.json'), JSON.stringify({ version: 1, settings: {}, accounts: [account] }));
  const message = account.imap === null ? ['--message'] : [];
  const ended = await brevduva(['doctor', account.address, '--profile', profile, '--password-stdin', '--json', ...message]);
  expect(ended.code).toBe(69);
  const report = doctorReportSchema.parse(JSON.parse(ended.said).report);
  expect(report.steps.find(({ id }) => id === step)).toMatchObject({ state: 'broken', failure: { code: says } });
  expect(ended.said).not.toContain(canary);
});
