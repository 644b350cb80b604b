// The signature's block in a letter, and an account's ways out.
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../electron/contract/model/accounts';
import type { Signature } from '../../../../electron/contract/model/identities';
import { accountOfLane, identitiesOf, identityOf, laneId, lanesOf, senderOf } from '../../../../electron/domain/identities/identity';
import { picturesOf, printOf, signatureBlock, usualSignature, withoutSignature } from '../../../../electron/domain/identities/signature';

const signature = (id: string, use: Signature['use']): Signature => ({ id, label: id, html: `<p>${id}</p>`, place: 'above-quote', use });
const server = { host: 'smtp.example.org', port: 465, security: 'tls', user: 'anna' } as const;
const account: Account = {
  id: 'a',
  provider: 'gmail',
  name: 'Anna',
  address: 'anna@example.org',
  oauth: 'google',
  connections: 2,
  smtp: server,
  imap: { ...server, host: 'imap.example.org', port: 993 },
  sentPolicy: 'server',
  sentFolder: 'Sent',
  own: { organisation: 'Example' },
  aliases: [
    { id: 'one', name: 'Shop', address: 'shop@example.org' },
    { id: 'two', name: 'Board', address: 'anna@board.example', smtp: { ...server, host: 'smtp.board.example' } },
  ],
};

describe('the signature a letter begins with', () => {
  it('is the one for its kind, else the one for all, else none', () => {
    const signatures = [signature('all', 'all'), signature('short', 'answers')];
    expect(usualSignature({ signatures }, 'answers')?.id).toBe('short');
    expect(usualSignature({ signatures }, 'new')?.id).toBe('all');
    expect(usualSignature({ signatures: [signature('short', 'answers')] }, 'new')).toBeNull();
  });

  it('is marked, and taken out again without what stands around it', () => {
    const block = signatureBlock({ id: 'x"><script>', html: '<p>Anna</p><div><p>Inner</p></div>' });
    expect(block).not.toContain('<script>');
    expect(withoutSignature(`<p>Hello</p>${block}<div>Mine</div>`)).toBe('<p>Hello</p><div>Mine</div>');
    expect(withoutSignature('<p>Hello</p>')).toBe('<p>Hello</p>');
  });

  it('names its pictures', () => {
    const sha = 'ab'.repeat(32);
    expect(
      picturesOf(`<p><img src="app://brevduva/picture/${sha}"><img src="app://brevduva/picture/${sha}"><img src="https://x"></p>`),
    ).toEqual([sha]);
  });

  it('shows by its print that somebody has written in it', () => {
    expect(printOf('<p>Anna</p>')).toBe(printOf('<p>Anna</p>'));
    expect(printOf('<p>Anna</p>')).not.toBe(printOf('<p>Anna!</p>'));
  });
});

describe('an account of today', () => {
  it('has one identity, made of its name and address', () => {
    const { own: _own, aliases: _aliases, ...plain } = account;
    expect(identitiesOf(plain)).toEqual([
      {
        id: 'a',
        accountId: 'a',
        name: 'Anna',
        address: 'anna@example.org',
        replyTo: '',
        organisation: '',
        bccSelf: false,
        signatures: [],
        domains: [],
        smtp: null,
      },
    ]);
    expect(lanesOf(plain)).toEqual([]);
  });
});

describe('an identity', () => {
  it('is found by its id, and never replaced by another', () => {
    expect(identityOf(account, undefined)?.address).toBe('anna@example.org');
    expect(identityOf(account, 'one')?.address).toBe('shop@example.org');
    expect(identityOf(account, 'gone')).toBeNull();
  });

  it('with a server of its own has a way out of its own, signed in to with a password of its own', () => {
    const two = identityOf(account, 'two');
    const lane = two === null ? null : senderOf(account, two);
    expect(lane).toMatchObject({
      id: laneId('a', 'two'),
      provider: 'other',
      address: 'anna@board.example',
      smtp: { host: 'smtp.board.example' },
      imap: account.imap,
      // The provider that files what goes through its own server does not see this.
      sentPolicy: 'append',
    });
    expect(lane).not.toHaveProperty('oauth');
    expect(accountOfLane(lane?.id ?? '')).toBe('a');
    expect(identityOf(lane ?? account, 'two')?.name).toBe('Board');
  });

  it('without one goes the account’s way', () => {
    const one = identityOf(account, 'one');
    expect(one === null ? null : senderOf(account, one)).toBe(account);
  });
});
