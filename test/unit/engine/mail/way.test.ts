// Which password a proxy gets, and which certificate counts where.
import { expect, it } from 'vitest';
import { fail, succeed } from '../../../../electron/contract/failure';
import type { Account } from '../../../../electron/contract/model/accounts';
import type { ProxyChoice } from '../../../../electron/contract/model/way';
import { lanesOf } from '../../../../electron/domain/identities/identity';
import { createRoots } from '../../../../electron/engine/mail/roots';
import { createWays } from '../../../../electron/engine/mail/way';

const proxy: ProxyChoice = { kind: 'socks5', host: 'proxy.example', port: 1080, user: 'anna' };
const server = { host: 'mail.example.org', port: 465, security: 'tls' as const, user: 'anna' };
const account: Account = {
  id: 'a',
  provider: 'other',
  name: '',
  address: 'anna@example.org',
  smtp: server,
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
  way: { proxy, ehloName: null, timeoutSeconds: null },
  aliases: [{ id: 'b', name: 'Anna elsewhere', address: 'anna@example.net', smtp: { ...server, host: 'mail.example.net' } }],
};
const place = { host: 'mail.example.org', port: 465 };

function ways(saved: Account | null) {
  const asked: string[] = [];
  const way = createWays({
    roots: createRoots({}),
    find: (id) => (saved === null ? null : ([saved, ...lanesOf(saved)].find((one) => one.id === id) ?? null)),
    async proxyPassword(id) {
      asked.push(id);
      return id === 'a' ? succeed('stored') : fail('secret-missing');
    },
  });
  const passwordOf = async (of: Account, typed?: string): Promise<string | null> => {
    const route = await way(of, typed).route(place);
    return route.ok && route.value.kind === 'proxy' ? route.value.proxy.password : null;
  };
  return { asked, passwordOf };
}

it('the proxy that was saved gets the stored password, also for an identity with a server of its own', async () => {
  const { passwordOf, asked } = ways(account);
  expect(await passwordOf(account)).toBe('stored');
  const [lane] = lanesOf(account);
  expect(lane === undefined ? null : await passwordOf(lane)).toBe('stored');
  expect(asked).toEqual(['a', 'a']);
  expect(await passwordOf(account, 'typed')).toBe('typed');
});

it('another proxy than the saved one is not shown the stored password', async () => {
  const elsewhere: Account = { ...account, way: { proxy: { ...proxy, host: 'evil.example' }, ehloName: null, timeoutSeconds: null } };
  for (const saved of [account, null]) {
    const { passwordOf, asked } = ways(saved);
    expect(await passwordOf(elsewhere)).toBe('');
    expect(asked).toEqual([]);
  }
});

it('without a user name no password is asked for', async () => {
  const open: Account = { ...account, way: { proxy: { ...proxy, user: '' }, ehloName: null, timeoutSeconds: null } };
  const { passwordOf, asked } = ways(open);
  expect(await passwordOf(open)).toBe('');
  expect(asked).toEqual([]);
});
