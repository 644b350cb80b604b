// Passwords that are not eight letters: each signs in at Postfix and Dovecot, by every way there is.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CheckBench, openCheckBench, stageOf, statesOf } from '../../support/check-bench';
import { accountOf } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import type { MailUser } from '../../support/mail-host/users';

const passwords: Readonly<Record<string, string>> = {
  'with spaces': ' two  words and a third ',
  'outside ASCII': 'Blåbärssoppa är gött, smør også: nej, 鳩 och 🕊️'.replace(':', ''),
  'of quotes and backslashes': `"it's" \\ {20} %s $HOME \\"`,
  'of 1,000 letters': 'correct-horse-'.repeat(72).slice(0, 1000),
  'of 1,000 letters outside ASCII': 'åäöéßñ鳩'.repeat(143).slice(0, 1000),
};
const people = Object.values(passwords).map(
  (password, n): MailUser => ({ address: `person${n}@example.test`, password, layout: 'standard' }),
);

let checks: CheckBench;
beforeEach(() => {
  checks = openCheckBench();
});
afterEach(() => checks.end());

describe.each([
  ['PLAIN', ['plain']],
  ['LOGIN', ['login']],
  // The mailbox's library has no CRAM-MD5: it signs in by PLAIN.
  ['CRAM-MD5', ['cram-md5', 'plain']],
] as const)('by %s, a password', (mechanism, mechanisms) => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost({ users: people, mechanisms });
  });
  afterAll(() => host.stop());

  it.each(Object.keys(passwords))('%s signs in for sending and for the mailbox', async (title) => {
    const password = passwords[title] ?? '';
    const address = people.find((person) => person.password === password)?.address ?? '';
    const report = await checks.done(accountOf(host, address), { kind: 'typed', password });
    expect(statesOf(report)).toBe('resolve fine, connect fine, encrypt fine, greeting fine, sign-in fine, imap fine, sent-folder fine');
    expect(stageOf(report, 'sign-in')?.found).toBe(mechanism);
    expect(JSON.stringify(report)).not.toContain(password.slice(0, 12));
  });

  it('that only looks the same is refused', async () => {
    const { address, password } = people[1] ?? { address: '', password: '' };
    const report = await checks.done(accountOf(host, address), { kind: 'typed', password: password.normalize('NFD') });
    expect(report.stages.find(({ state }) => state === 'failed')?.failure?.code).toMatch(/^(sign-in-refused|app-password-needed)$/);
  });
});
