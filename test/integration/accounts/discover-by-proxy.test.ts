// Finding servers where the system has a proxy: pages and probes go by it, and no name is asked for here.
import { createSocket } from 'node:dgram';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Result, succeed } from '../../../electron/contract/failure';
import type { Discovery } from '../../../electron/contract/model/discovery';
import type { Route } from '../../../electron/domain/way/route';
import { discover } from '../../../electron/engine/accounts/discovery/discover';
import type { Place } from '../../../electron/engine/mail/connection-failure';
import { createRoots, type Roots } from '../../../electron/engine/mail/roots';
import { createWays, type Way } from '../../../electron/engine/mail/way';
import { createAuthority, issueCertificate } from '../../support/certificates';
import { startDnsServer } from '../../support/dns-server';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { startHttpsSite } from '../../support/https-site';
import { type NamingProxy, startNamingProxy } from '../../support/naming-proxy';
import { freePorts, portOf } from '../../support/ports';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

const address = 'anna@example.test';
const settingsPage = 'autoconfig.example.test/mail/config-v1.1.xml';
const config = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x"><domain>x</domain>
<outgoingServer type="smtp"><hostname>smtp.example.test</hostname><port>465</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>`;
const answer: RequestListener = (_request, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end(config);

/** A DNS server that hears and never answers. */
async function startSilentDns(): Promise<{ readonly address: string; readonly heard: () => number }> {
  let heard = 0;
  const socket = createSocket('udp4', () => {
    heard += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void socket.close());
  return { address: `127.0.0.1:${socket.address().port}`, heard: () => heard };
}

const routeTo = ({ choice }: Pick<NamingProxy, 'choice'>): Result<Route> =>
  succeed({ kind: 'proxy', proxy: choice.kind === 'system' ? never() : { ...choice, password: '' } });
const never = (): never => {
  throw new Error('a proxy of a test has a place');
};

/** As the account room makes it. */
const wayBy = (systemProxy: (place: Place) => Promise<Result<Route>>, roots: Roots = createRoots()): Way =>
  createWays({ roots, find: () => null, systemProxy })({
    id: '',
    way: { proxy: { kind: 'system' }, ehloName: null, timeoutSeconds: null },
  });

async function look(way: Way, dnsServer: string, httpsPort = 443): Promise<Discovery> {
  let last: Discovery | null = null;
  const needs = { clock: { now: Date.now }, way, dnsServers: [dnsServer], httpsPort };
  await discover(address, needs, (picture) => (last = picture), new AbortController().signal);
  return last ?? { sources: [], found: null, isDone: false };
}
const statesOf = ({ sources }: Discovery) => Object.fromEntries(sources.map(({ id, state }) => [id, state]));

describe.each(['socks5', 'http'] as const)('by a %s proxy', (kind) => {
  it('reads the domain’s own page, which no name server here knows of', async () => {
    const site = await forThisTest(startHttpsSite(['autoconfig.example.test'], { [settingsPage]: answer }));
    const proxy = await forThisTest(startNamingProxy(kind, { 'autoconfig.example.test': site.port }));
    const dns = await startSilentDns();
    const last = await look(
      wayBy(async () => routeTo(proxy)),
      dns.address,
    );
    expect(last.found).toMatchObject({ source: 'autoconfig', smtp: [{ host: 'smtp.example.test', port: 465 }] });
    expect(site.asked).toContain(settingsPage);
    expect(proxy.asked).toContain('autoconfig.example.test:443');
    expect(dns.heard()).toBe(0);
  });

  it('tries the usual names, leaves the domain’s records out, and says so', async () => {
    const certificate = await issueCertificate(await testAuthority(), { names: ['smtp.example.test'] });
    const smtp = await forThisTest(startScriptedSmtp({ certificate }));
    const proxy = await forThisTest(startNamingProxy(kind, { 'smtp.example.test': smtp.port }));
    const dns = await startSilentDns();
    const last = await look(
      wayBy(async () => routeTo(proxy)),
      dns.address,
    );
    expect(last.found).toMatchObject({ source: 'probe', smtp: [{ host: 'smtp.example.test', port: 465, security: 'tls' }] });
    expect(statesOf(last)).toMatchObject({ srv: 'left-out', mx: 'left-out', autoconfig: 'nothing' });
    expect(dns.heard()).toBe(0);
  });
});

describe('a proxy of the system', () => {
  it('that nobody answers for is not gone around, and is named', async () => {
    const { nobody } = await freePorts(['nobody']);
    const site = await forThisTest(startHttpsSite(['autoconfig.example.test'], { [settingsPage]: answer }));
    const real = await forThisTest(startDnsServer({ hosts: { 'autoconfig.example.test': '127.0.0.1', 'smtp.example.test': '127.0.0.1' } }));
    const gone = { choice: { kind: 'http', host: '127.0.0.1', port: nobody, user: '' } } as const;
    const last = await look(
      wayBy(async () => routeTo(gone)),
      real.address,
      site.port,
    );
    expect(last.found).toBeNull();
    expect(last.sources.find(({ id }) => id === 'autoconfig')).toMatchObject({
      state: 'nothing',
      detail: `127.0.0.1:${nobody}: proxy-unreachable`,
    });
    expect(site.asked).toEqual([]);
  });

  it('of a kind that is not known here is not gone around', async () => {
    const site = await forThisTest(startHttpsSite(['autoconfig.example.test'], { [settingsPage]: answer }));
    const dns = await startSilentDns();
    const last = await look(
      wayBy(async () => succeed({ kind: 'unusable' })),
      dns.address,
      site.port,
    );
    expect(last).toMatchObject({ found: null, isDone: true });
    expect([site.asked, dns.heard()]).toEqual([[], 0]);
  });

  it('can’t be used to point into this network', async () => {
    const inside = await forThisTest(startHttpsSite(['inside.test'], { 'inside.test/config.xml': answer }));
    const outside = await forThisTest(
      startHttpsSite(['autoconfig.example.test'], {
        [settingsPage]: (_request, response) => void response.writeHead(302, { location: 'https://inside.test/config.xml' }).end(),
      }),
    );
    const proxy = await forThisTest(startNamingProxy('http', { 'autoconfig.example.test': outside.port }));
    const real = await forThisTest(startDnsServer({ hosts: { 'inside.test': '127.0.0.1' } }));
    const way = wayBy(async ({ host }) => (host === 'inside.test' ? succeed({ kind: 'direct' }) : routeTo(proxy)));
    const last = await look(way, real.address, inside.port);
    expect(last.sources.find(({ id }) => id === 'autoconfig')).toMatchObject({ state: 'refused' });
    expect(inside.asked).toEqual([]);
  });

  it('is asked about by the engine before there is any account', async () => {
    const site = await forThisTest(startHttpsSite(['autoconfig.example.test'], { [settingsPage]: answer }));
    const proxy = await forThisTest(startNamingProxy('http', { 'autoconfig.example.test': site.port }));
    const engine = await forThisTest(startEngine({ accounts: [], systemProxy: async () => routeTo(proxy) }));
    const { found } = await engine.settle('accounts.discover', { address }, ({ isDone }) => isDone);
    expect(found?.source).toBe('autoconfig');
  });
});

it('a page of a company’s own network is believed where the company’s authority vouches for it', async () => {
  const company = await createAuthority('Company');
  const server = createServer(await issueCertificate(company, { names: ['autoconfig.example.test'] }), answer);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const dns = await forThisTest(startDnsServer({ hosts: { 'autoconfig.example.test': '127.0.0.1' } }));
  const roots = createRoots();
  const straight = wayBy(async () => succeed({ kind: 'direct' }), roots);
  const stranger = await look(straight, dns.address, portOf(server));
  expect(stranger.sources.find(({ id }) => id === 'autoconfig')).toMatchObject({
    state: 'refused',
    detail: 'autoconfig.example.test: certificate',
  });
  roots.setCompany([company.cert]);
  expect((await look(straight, dns.address, portOf(server))).found?.source).toBe('autoconfig');
});
