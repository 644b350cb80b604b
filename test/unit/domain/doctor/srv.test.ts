// What a domain announces of its servers, beside those of the account.
import { expect, it } from 'vitest';
import type { SrvRecord } from '../../../../electron/domain/discovery/srv';
import { judgeSrv } from '../../../../electron/domain/doctor/srv';

const at = (name: string, port = 465): SrvRecord => ({ name, port, priority: 0, weight: 0 });
const none = { submissions: [], submission: [], imaps: [] };
const server = (host: string, port: number) => ({ host, port, security: 'tls', user: 'anna' }) as const;
const account = { smtp: server('smtp.example.org', 465), imap: server('imap.example.org', 993) };

it('has nothing against a domain that announces nothing', () => {
  expect(judgeSrv(none, account)).toEqual({ state: 'fine', finding: 'srv-none' });
  expect(judgeSrv({ ...none, submission: [at('', 0)] }, account)).toEqual({ state: 'fine', finding: 'srv-none' });
});

it('is content where the account’s host is among them, also with another port', () => {
  const announced = { submissions: [at('other.example.org')], submission: [at('SMTP.example.org.', 587)], imaps: [] };
  expect(judgeSrv(announced, account)).toEqual({ state: 'fine', facts: ['other.example.org:465', 'smtp.example.org:587'] });
});

it('names the servers that the account does not use', () => {
  expect(judgeSrv({ ...none, submissions: [at('new.example.org')] }, account)).toEqual({
    state: 'attention',
    facts: ['new.example.org:465'],
    finding: 'srv-differs',
  });
  expect(judgeSrv({ ...none, imaps: [at('new.example.org', 993)] }, account)).toMatchObject({ finding: 'srv-differs' });
  expect(judgeSrv({ ...none, imaps: [at('new.example.org', 993)] }, { ...account, imap: null })).toMatchObject({ state: 'fine' });
});
