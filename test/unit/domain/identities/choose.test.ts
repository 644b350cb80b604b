// From which identity a letter goes, and what becomes of it when its recipients change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LastUsed } from '../../../../electron/contract/model/identities';
import { chooseIdentity, fitOfRule, type IdentityQuestion } from '../../../../electron/domain/identities/choose';
import { guardIdentity } from '../../../../electron/domain/identities/guard';
import type { Identity } from '../../../../electron/domain/identities/identity';

const identity = (id: string, address: string, domains: readonly string[] = [], accountId = 'a'): Identity => ({
  id,
  accountId,
  name: '',
  address,
  replyTo: '',
  organisation: '',
  bccSelf: false,
  signatures: [],
  domains,
  smtp: null,
});
const own = identity('a', 'anna@example.org');
const shop = identity('shop', 'shop@example.org', ['customers.example']);
const board = identity('board', 'anna@board.example', ['board.example', 'vip.customers.example']);
const other = identity('b', 'anna@home.example', [], 'b');
const choose = (question: Partial<IdentityQuestion>) => {
  const {
    identity: found,
    reason,
    because,
  } = chooseIdentity({
    identities: [own, shop, board, other],
    writtenTo: [],
    recipients: [],
    lastUsed: [],
    usual: own,
    ...question,
  });
  return [found.id, reason, because];
};
const used = (address: string, accountId: string, identityId: string | null = null): LastUsed => ({ address, accountId, identityId });

describe('a letter goes from', () => {
  it('the usual identity when nothing speaks for another', () => {
    expect(choose({ recipients: ['bo@nowhere.example'] })).toEqual(['a', 'usual', '']);
  });

  it('the address that was written to, whatever rules and history say', () => {
    expect(
      choose({
        writtenTo: ['bo@nowhere.example', 'Shop@Example.ORG'],
        recipients: ['eva@board.example'],
        lastUsed: [used('eva@board.example', 'b')],
      }),
    ).toEqual(['shop', 'written-to', 'Shop@Example.ORG']);
  });

  it('the one whose rule is for the domain, before the one that was used last', () => {
    expect(choose({ recipients: ['eva@customers.example'], lastUsed: [used('eva@customers.example', 'b')] })).toEqual([
      'shop',
      'domain-rule',
      'customers.example',
    ]);
  });

  it('the closest of several rules, and a rule is for the domains below it too', () => {
    expect(choose({ recipients: ['eva@mail.customers.example'] })[0]).toBe('shop');
    expect(choose({ recipients: ['eva@mail.vip.customers.example'] })[0]).toBe('board');
    expect(choose({ recipients: ['eva@othercustomers.example'] })[0]).toBe('a');
  });

  it('the one of the first recipient that something is known of', () => {
    expect(choose({ recipients: ['x@nowhere.example', 'eva@board.example', 'bo@customers.example'] })[0]).toBe('board');
  });

  it('the one that was used last with that person, own addresses of other accounts among them', () => {
    expect(choose({ recipients: ['bo@x.example'], lastUsed: [used('Bo@X.example', 'b')] })).toEqual(['b', 'last-used', 'bo@x.example']);
    const habit = { ...used('new@y.example', 'a', 'shop'), isByDomain: true };
    expect(choose({ recipients: ['new@y.example'], lastUsed: [habit] })).toEqual(['shop', 'domain-used', 'y.example']);
    expect(choose({ recipients: ['new@y.example', 'bo@x.example'], lastUsed: [habit, used('bo@x.example', 'b')] })[0]).toBe('b');
    expect(choose({ recipients: ['bo@x.example'], lastUsed: [used('bo@x.example', 'a', 'shop')] })[0]).toBe('shop');
  });

  it('the usual one where the one that was used is gone', () => {
    expect(choose({ recipients: ['bo@x.example'], lastUsed: [used('bo@x.example', 'a', 'gone')] })[0]).toBe('a');
  });

  it('one of those there are, whatever is asked', () => {
    const address = fc.oneof(fc.emailAddress(), fc.string({ minLength: 1 }), fc.constantFrom('eva@board.example', 'bo@customers.example'));
    fc.assert(
      fc.property(fc.array(address), fc.array(address), fc.array(address), (writtenTo, recipients, seen) => {
        const found = choose({ writtenTo, recipients, lastUsed: seen.map((one) => used(one, 'a', 'board')) });
        expect(['a', 'shop', 'board', 'b']).toContain(found[0]);
        expect(found[1] === 'usual').toBe(found[2] === '');
      }),
    );
  });
});

it.each([
  ['example.org', 'example.org', true],
  ['@Example.org ', 'EXAMPLE.org', true],
  ['*.example.org', 'a.example.org', true],
  ['example.org', 'notexample.org', false],
  ['räksmörgås.example', 'xn--rksmrgs-5wao1o.example', true],
  ['', 'example.org', false],
  ['not a domain', 'not a domain', false],
])('the rule %j is for %j: %j', (rule, domain, isFor) => {
  expect(fitOfRule(rule, domain) > 0).toBe(isFor);
});

describe('the guard', () => {
  const choice = (to: Identity, reason: 'domain-rule' | 'last-used' | 'usual') => ({ identity: to, reason, because: 'x' });

  it('follows the recipients while the person has not chosen', () => {
    expect(guardIdentity({ current: own, reason: 'usual', choice: choice(shop, 'domain-rule') }).kind).toBe('follow');
    expect(guardIdentity({ current: shop, reason: 'last-used', choice: choice(own, 'usual') }).kind).toBe('follow');
  });

  it('only suggests once the person has chosen by hand, or answers what came to an address', () => {
    for (const reason of ['by-hand', 'written-to'] as const)
      expect(guardIdentity({ current: own, reason, choice: choice(shop, 'last-used') }).kind).toBe('suggest');
  });

  it('says nothing where From is right, or nothing speaks against it', () => {
    expect(guardIdentity({ current: shop, reason: 'by-hand', choice: choice(shop, 'domain-rule') }).kind).toBe('stay');
    expect(guardIdentity({ current: shop, reason: 'by-hand', choice: choice(own, 'usual') }).kind).toBe('stay');
    expect(guardIdentity({ current: null, reason: 'usual', choice: choice(own, 'usual') }).kind).toBe('stay');
  });
});
