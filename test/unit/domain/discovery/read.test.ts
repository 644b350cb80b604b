// What strangers say about mail servers, read.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundServers } from '../../../../electron/contract/model/discovery';
import { readAutoconfig } from '../../../../electron/domain/discovery/autoconfig';
import { choose } from '../../../../electron/domain/discovery/choose';
import { providerOfExchanger } from '../../../../electron/domain/discovery/exchangers';
import { isForeignHost, isPublicHostName } from '../../../../electron/domain/discovery/host-name';
import { readSrv } from '../../../../electron/domain/discovery/srv';

const server = (part: object) => ({
  '@type': 'smtp',
  hostname: 'smtp.example.org',
  port: '465',
  socketType: 'SSL',
  username: '%EMAILADDRESS%',
  ...part,
});
const document = (...outgoingServer: object[]) => ({ clientConfig: { emailProvider: { outgoingServer } } });

describe('an autoconfig document', () => {
  it('offers TLS from the first byte before STARTTLS', () => {
    const told = readAutoconfig(document(server({ port: '587', socketType: 'STARTTLS' }), server({})), 'a@b.org');
    expect(told?.smtp.map(({ port }) => port)).toEqual([465, 587]);
  });

  it('takes the placeholders as text, whatever the address looks like', () => {
    const told = readAutoconfig(document(server({ username: '%EMAILLOCALPART%@%EMAILDOMAIN%' })), '$&$1@b.org');
    expect(told?.smtp[0]?.user).toBe('$&$1@b.org');
  });

  it('says when only OAuth2 is offered', () => {
    expect(readAutoconfig(document(server({ authentication: 'OAuth2' })), 'a@b.org')?.wantsOauth).toBe(true);
    expect(readAutoconfig(document(server({ authentication: ['OAuth2', 'password-cleartext'] })), 'a@b.org')?.wantsOauth).toBe(false);
  });

  it.each([
    ['no encryption', { socketType: 'plain' }],
    ['this computer', { hostname: 'localhost' }],
    ['an address', { hostname: '192.0.2.1' }],
    ['a single label', { hostname: 'mail' }],
    ['a port that is none', { port: '99999' }],
    ['a user name over two lines', { username: 'a\r\nRCPT TO:<x@y>' }],
    ['POP3', { '@type': 'pop3' }],
  ])('does not offer a server with %s', (_name, part) => {
    expect(readAutoconfig(document(server(part)), 'a@b.org')).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readAutoconfig(value, 'a@b.org')));
  });
});

it('takes a service record with the target "." for "not here"', () => {
  const none = { name: '.', port: 0, priority: 0, weight: 0 };
  expect(readSrv({ submissions: [none], submission: [], imaps: [none] }, 'a@b.org')).toBeNull();
});

it('knows which host names are public, and whose they are', () => {
  for (const host of ['a.b', 'smtp.example.org', 'xn--bcher-kva.example']) expect(isPublicHostName(host)).toBe(true);
  for (const host of [
    'localhost',
    'a.localhost',
    'printer.local',
    '10.0.0.1',
    '::1',
    'a',
    '',
    '-a.org',
    'a..b',
    'A.org',
    'a.org/x',
    'a b.org',
  ])
    expect(isPublicHostName(host), host).toBe(false);
  expect(isForeignHost('smtp.example.org', 'example.org')).toBe(false);
  expect(isForeignHost('smtp.notexample.org', 'example.org')).toBe(true);
});

it('knows a provider by its exchanger, and not by a name that only looks like it', () => {
  expect(providerOfExchanger('aspmx.l.google.com')).toBe('gmail');
  expect(providerOfExchanger('evilgoogle.com')).toBeNull();
});

it('ends only when nothing better can come', () => {
  const found: FoundServers = { source: 'srv', provider: null, smtp: [], imap: null, wantsOauth: false, foreignHosts: [] };
  const source = (id: 'autoconfig' | 'srv', state: 'running' | 'nothing' | 'found') => ({ id, state, detail: null, took: null });
  const answers = new Map([['srv' as const, found]]);
  expect(choose([source('autoconfig', 'running'), source('srv', 'found')], answers)).toEqual({ found, isFinal: false });
  expect(choose([source('autoconfig', 'nothing'), source('srv', 'found')], answers)).toEqual({ found, isFinal: true });
  expect(choose([source('autoconfig', 'nothing'), source('srv', 'running')], new Map())).toEqual({ found: null, isFinal: false });
});
