// The decisions of the way: names, patience, proxy rules, and which certificate counts where.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameProxy } from '../../../../electron/contract/same-servers';
import { isEhloName } from '../../../../electron/domain/way/ehlo-name';
import { patienceOf } from '../../../../electron/domain/way/patience';
import { mayBePinned, pinFor, withoutPin, withPin } from '../../../../electron/domain/way/pins';
import { routeOfEnvironment, routeOfRule } from '../../../../electron/domain/way/route';

describe('a name for EHLO', () => {
  it.each([
    'example.org',
    'mail-1.example.org',
    'host',
    'xn--brevduva-9za.se',
    '[192.0.2.1]',
    '[IPv6:2001:db8::1]',
    '[IPv6:::1]',
    '[IPv6:::ffff:192.0.2.1]',
  ])('%s can be said', (name) => expect(isEhloName(name)).toBe(true));
  it.each([
    '',
    ' ',
    'a b',
    'a..b',
    '-a.example',
    'a_b.example',
    'example.org\r\nMAIL FROM:<x>',
    '192.0.2.1',
    '[192.0.2.256]',
    '[2001:db8::1]',
    '[IPv6:1:2]',
    '[IPv6:1::2::3]',
    'ä.example',
    `${'a'.repeat(64)}.example`,
  ])('%j can’t', (name) => expect(isEhloName(name)).toBe(false));
  it('never breaks the line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => !isEhloName(name) || /^[\x21-\x7e]+$/.test(name)));
  });
});

it('patience can be raised for everything, and is never cut below what the standard asks for', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 10_000 }), (seconds) => {
      const { connect, greeting, smtpIdle, signIn, imapCommand } = patienceOf(seconds);
      return (
        connect === greeting && connect >= 10_000 && connect <= 600_000 && smtpIdle >= 300_000 && signIn >= 90_000 && imapCommand >= 60_000
      );
    }),
  );
  expect(patienceOf(600)).toMatchObject({ connect: 600_000, smtpIdle: 600_000, signIn: 600_000, imapCommand: 600_000 });
});

describe('the system’s rule', () => {
  const proxy = (kind: string, host: string, port: number) => ({ kind: 'proxy', proxy: { kind, host, port, user: '', password: '' } });
  it.each([
    ['DIRECT', { kind: 'direct' }],
    ['PROXY proxy.example:3128; DIRECT', proxy('http', 'proxy.example', 3128)],
    ['SOCKS5 10.0.0.1:1080', proxy('socks5', '10.0.0.1', 1080)],
    ['socks5 [2001:db8::1]:1080;', proxy('socks5', '2001:db8::1', 1080)],
    ['SOCKS 10.0.0.1:1080; PROXY 10.0.0.2', proxy('http', '10.0.0.2', 8080)],
    ['', { kind: 'unusable' }],
    ['QUIC proxy.example:443', { kind: 'unusable' }],
    ['PROXY evil host:99999', { kind: 'unusable' }],
  ])('%j', (rule, route) => expect(routeOfRule(rule)).toEqual(route));
});

describe('the variables of a terminal', () => {
  it.each([
    [{}, { kind: 'direct' }],
    [
      { ALL_PROXY: 'socks5h://10.0.0.1' },
      { kind: 'proxy', proxy: { kind: 'socks5', host: '10.0.0.1', port: 1080, user: '', password: '' } },
    ],
    [
      { https_proxy: 'http://anna:a%40b@proxy.example:3128/' },
      { kind: 'proxy', proxy: { kind: 'http', host: 'proxy.example', port: 3128, user: 'anna', password: 'a@b' } },
    ],
    [
      { https_proxy: 'proxy.example:3128' },
      { kind: 'proxy', proxy: { kind: 'http', host: 'proxy.example', port: 3128, user: '', password: '' } },
    ],
    [{ all_proxy: 'socks5://[::1]:9050' }, { kind: 'proxy', proxy: { kind: 'socks5', host: '::1', port: 9050, user: '', password: '' } }],
    [{ all_proxy: 'ftp://proxy.example' }, { kind: 'unusable' }],
    [{ all_proxy: '%%' }, { kind: 'unusable' }],
    [{ all_proxy: 'http://p', no_proxy: 'other.test, .example.org' }, { kind: 'direct' }],
    [{ all_proxy: 'http://p', no_proxy: '*' }, { kind: 'direct' }],
    [{ all_proxy: 'http://p', NO_PROXY: 'mail.example.org:465' }, { kind: 'direct' }],
    [
      { all_proxy: 'http://p', NO_PROXY: 'mail.example.org:587,ample.org' },
      { kind: 'proxy', proxy: { kind: 'http', host: 'p', port: 80, user: '', password: '' } },
    ],
  ])('%j', (environment, route) => expect(routeOfEnvironment(environment, 'mail.example.org', 465)).toEqual(route));
});

describe('a certificate that is trusted by hand', () => {
  const fingerprint256 = Array(32).fill('AB').join(':');
  const pin = { host: 'Mail.Example.org', port: 465, fingerprint256, since: 1 };
  it('counts for its server whatever the case of its name, and for no other port', () => {
    expect(pinFor([pin], { host: 'mail.example.org.', port: 465 })).toBe(fingerprint256);
    expect(pinFor([pin], { host: 'mail.example.org', port: 587 })).toBeNull();
    expect(pinFor([pin], { host: 'example.org', port: 465 })).toBeNull();
  });
  it('takes the place of the one before, and can be taken back', () => {
    const newer = { ...pin, host: 'mail.example.org', fingerprint256: Array(32).fill('CD').join(':') };
    expect(withPin([pin], newer)).toEqual([newer]);
    expect(withoutPin([pin], { host: 'mail.example.org', port: 465 })).toEqual([]);
    expect(withoutPin([pin], { host: 'mail.example.org', port: 587 })).toEqual([pin]);
  });
  it.each([
    'smtp.gmail.com',
    'SMTP.gmail.com',
    'ｓｍｔｐ.gmail。com',
    'smtp-mail.outlook.com',
    'smtp.live.com',
    'outlook.office365.com',
    // Where people sign in with the browser: the refresh token goes there.
    'accounts.google.com',
    'oauth2.googleapis.com.',
    'login.microsoftonline.com',
  ])('never for %s', (host) => {
    expect(mayBePinned({ host })).toBe(false);
    expect(pinFor([{ ...pin, host }], { host, port: 465 })).toBeNull();
  });
});

it('a proxy’s password is for that proxy, that port and that user alone', () => {
  const proxy = { kind: 'socks5' as const, host: 'proxy.example', port: 1080, user: 'anna' };
  expect(isSameProxy(proxy, { ...proxy, host: 'PROXY.example' })).toBe(true);
  for (const other of [
    null,
    { kind: 'system' as const },
    { ...proxy, port: 1081 },
    { ...proxy, user: 'bo' },
    { ...proxy, kind: 'http' as const },
    { ...proxy, host: 'evil.example' },
  ])
    expect(isSameProxy(proxy, other)).toBe(false);
  expect(isSameProxy({ kind: 'system' }, { kind: 'system' })).toBe(false);
});
