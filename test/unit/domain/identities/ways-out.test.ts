// The id of an identity's own way out is told to the page, the shell and the vault: it has to fit where an account's does.
import { expect, test } from 'vitest';
import { accountSchema, aliasSchema } from '../../../../electron/contract/model/accounts';
import { statusSchema } from '../../../../electron/contract/model/status';
import { lanesOf } from '../../../../electron/domain/identities/identity';
import { propose } from '../../../../electron/domain/moving-in/propose';

const smtp = { host: 'smtp.example.org', port: 465, security: 'tls', user: 'anna' } as const;
const id = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'; // as the program makes them
const paused = statusSchema.shape.paused;
const fits = (one: object): boolean => {
  const account = accountSchema.safeParse(one);
  if (!account.success) return false;
  return lanesOf(account.data).every(
    (lane) => accountSchema.safeParse(lane).success && paused.safeParse([{ accountId: lane.id, failure: { code: 'offline' } }]).success,
  );
};
const account = { id, provider: 'other', name: '', address: 'anna@example.org', smtp, imap: null, sentPolicy: 'local', sentFolder: null };

test('also of a further address that came along from Thunderbird and got a server of its own', () => {
  const identity = { name: '', replyTo: '', organisation: '', bccSelf: false, signature: { text: '', isHtml: false }, signatureFile: null };
  const told = { host: smtp.host, port: smtp.port, security: smtp.security, user: smtp.user, isOauth: false };
  const identities = ['anna@example.org', 'shop@example.org'].map((address) => ({ ...identity, address }));
  const proposal = propose({ name: '', address: 'anna@example.org', smtp: told, imap: null, identities }, id);
  if (proposal.kind !== 'account') throw new Error('left out');
  const { account: moved } = proposal.account;
  const aliases = moved.aliases?.map((alias) => ({ ...alias, smtp })) ?? [];
  expect(aliases).toHaveLength(1);
  expect(fits({ ...moved, aliases })).toBe(true);
});

test('a further address with a name too long for that is none', () => {
  const alias = (length: number) => ({ id: 'a'.repeat(length), name: '', address: 'shop@example.org', smtp });
  expect(fits({ ...account, aliases: [alias(27)] })).toBe(true);
  expect(aliasSchema.safeParse(alias(28)).success).toBe(false);
});
