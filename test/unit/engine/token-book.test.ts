// The tokens of a provider of one's own are for that provider alone, whoever takes its place in the settings.
import { expect, test } from 'vitest';
import { fail, succeed } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { noClients } from '../../../electron/contract/model/oauth';
import { signInServer } from '../../../electron/domain/oauth/sign-in-servers';
import { createTokenBook } from '../../../electron/engine/accounts/oauth/token-book';
import { directWay } from '../../../electron/engine/mail/way';

const server = { host: 'mail.example.org', port: 465, security: 'tls', user: 'anna' } as const;
const account: Account = {
  id: 'a',
  provider: 'other',
  name: '',
  address: 'anna@example.org',
  smtp: server,
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
  oauth: 'own',
};

async function ask(kept: object, issuer: string) {
  const asked: string[] = [];
  const own = { name: '', issuer, scopes: '', clientId: 'id', clientSecret: '' };
  const book = createTokenBook({
    clock: { now: () => 0, after: () => () => undefined },
    accounts: { all: () => [account], find: () => account, watch: () => () => undefined },
    vault: {
      read: async () => succeed(JSON.stringify({ version: 1, provider: 'own', hosts: ['mail.example.org'], refresh: 'r', ...kept })),
      keep: async () => succeed(null),
    },
    way: () => ({
      ...directWay,
      async route(place) {
        asked.push(place.host);
        return fail('offline');
      },
    }),
    serverOf: (provider) => signInServer(provider, { ...noClients, own }),
  });
  const secret = await book.secret(account);
  const forgotten = await book.forget(account);
  book.stop();
  return { asked, code: secret.ok ? null : secret.failure.code, forgotten };
}

test('the provider that gave them is asked to renew them', async () => {
  expect((await ask({ issuer: 'https://id.example.org' }, 'https://id.example.org')).asked).toContain('id.example.org');
});

test.each([{ issuer: 'https://id.example.org' }, {}])('another one sees nothing of them: one signs in there anew', async (kept) => {
  const { asked, code, forgotten } = await ask(kept, 'https://stranger.example');
  expect(code).toBe('oauth-sign-in-again');
  expect(asked).toEqual([]);
  expect(forgotten).toEqual(succeed({ wasRevoked: false }));
});
