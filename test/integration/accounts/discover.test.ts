// Finding servers from an address: a real DNS server, a real https site, and strangers who answer wrongly.
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Discovery } from '../../../electron/contract/model/discovery';
import { discover } from '../../../electron/engine/accounts/discovery/discover';
import { directWay } from '../../../electron/engine/mail/way';
import { type DnsRecords, startDnsServer } from '../../support/dns-server';
import { forThisTest } from '../../support/for-this-test';
import { type HttpsSite, startHttpsSite } from '../../support/https-site';

const config = (server: string): string => `<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="x"><domain>x</domain>
<incomingServer type="imap"><hostname>imap.${server}</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.${server}</hostname><port>587</port><socketType>STARTTLS</socketType>
<username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></outgoingServer>
<outgoingServer type="smtp"><hostname>smtp.${server}</hostname><port>25</port><socketType>plain</socketType></outgoingServer>
</emailProvider></clientConfig>`;
const text =
  (body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml' }).end(body);
const movedTo =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

type World = { readonly dns?: DnsRecords; readonly pages?: Readonly<Record<string, RequestListener>> };

/** Looks for the address in a world made of these records and pages; answers the last picture and what the site was asked. */
async function look(address: string, { dns = {}, pages = {} }: World): Promise<{ readonly last: Discovery; readonly site: HttpsSite }> {
  const names = [...new Set(Object.keys(pages).map((page) => page.split('/')[0] ?? ''))];
  const site = await forThisTest(startHttpsSite([...names, 'never.test'], pages));
  const hosts = Object.fromEntries(names.map((name) => [name, '127.0.0.1']));
  const server = await forThisTest(startDnsServer({ ...dns, hosts: { ...hosts, ...dns.hosts } }));
  const pictures: Discovery[] = [];
  const needs = { clock: { now: Date.now }, way: directWay, dnsServers: [server.address], httpsPort: site.port };
  await discover(address, needs, (picture) => pictures.push(picture), new AbortController().signal);
  const last = pictures.at(-1);
  if (last === undefined) throw new Error('nothing was pushed');
  expect(pictures.filter(({ isDone }) => isDone)).toHaveLength(1);
  return { last, site };
}
const stateOf = ({ sources }: Discovery, wanted: string) => sources.find(({ id }) => id === wanted);

describe('finding servers from an address', () => {
  it('takes what the domain itself publishes, and tells it the domain only', async () => {
    const { last, site } = await look('anna+news@example.test', {
      pages: { 'autoconfig.example.test/mail/config-v1.1.xml': text(config('example.test')) },
    });
    expect(last.found).toEqual({
      source: 'autoconfig',
      provider: null,
      smtp: [{ host: 'smtp.example.test', port: 587, security: 'starttls', user: 'anna+news' }],
      imap: { host: 'imap.example.test', port: 993, security: 'tls', user: 'anna+news@example.test' },
      wantsOauth: false,
      foreignHosts: [],
    });
    expect(site.asked.join(' ')).not.toContain('anna');
  });

  it('prefers the domain itself to the public database, whichever is faster', async () => {
    const slow: RequestListener = (request, response) => void setTimeout(() => text(config('example.test'))(request, response), 300);
    const { last } = await look('anna@example.test', {
      pages: {
        'example.test/.well-known/autoconfig/mail/config-v1.1.xml': slow,
        'autoconfig.thunderbird.net/v1.1/example.test': text(config('other.test')),
      },
    });
    expect(last.found?.source).toBe('autoconfig');
  });

  it('names the hosts of another domain, to be confirmed before a password goes there', async () => {
    const { last } = await look('anna@example.test', {
      pages: { 'autoconfig.thunderbird.net/v1.1/example.test': text(config('hosting.test')) },
    });
    expect(last.found).toMatchObject({ source: 'isp-database', foreignHosts: ['smtp.hosting.test', 'imap.hosting.test'] });
  });

  it('reads service records, the preferred one first', async () => {
    const { last } = await look('anna@example.test', {
      dns: {
        srv: [
          { name: '_submission._tcp.example.test', target: 'mail.example.test', port: 587 },
          { name: '_submissions._tcp.example.test', target: 'second.example.test', port: 465, priority: 20 },
          { name: '_submissions._tcp.example.test', target: 'first.example.test', port: 465, priority: 10 },
          { name: '_imaps._tcp.example.test', target: 'mail.example.test', port: 993 },
        ],
      },
    });
    expect(last.found).toMatchObject({
      source: 'srv',
      smtp: [
        { host: 'first.example.test', port: 465, security: 'tls' },
        { host: 'second.example.test', port: 465 },
        { host: 'mail.example.test', port: 587, security: 'starttls' },
      ],
      imap: { host: 'mail.example.test', port: 993 },
    });
  });

  it('asks the company behind the mail exchanger in the domain’s place', async () => {
    const { last } = await look('anna@example.test', {
      dns: { mx: { 'example.test': 'mx1.hosting.test' } },
      pages: { 'autoconfig.hosting.test/mail/config-v1.1.xml': text(config('hosting.test')) },
    });
    expect(last.found).toMatchObject({ source: 'mx', foreignHosts: ['smtp.hosting.test', 'imap.hosting.test'] });
  });

  it('knows a big provider by the exchanger of a company’s own domain', async () => {
    const { last } = await look('anna@example.test', { dns: { mx: { 'example.test': 'aspmx.l.google.com' } } });
    expect(last.found).toMatchObject({ source: 'mx', provider: 'gmail', smtp: [{ host: 'smtp.gmail.com', user: 'anna@example.test' }] });
    const other = await look('anna@example.test', { dns: { mx: { 'example.test': 'example-test.mail.protection.outlook.com' } } });
    expect(other.last.found).toMatchObject({ source: 'mx', provider: 'microsoft365', smtp: [{ host: 'smtp.office365.com' }] });
  });

  it('finds nothing where nothing is, and says so', async () => {
    const { last } = await look('anna@example.test', {});
    expect(last).toMatchObject({ found: null, isDone: true });
    expect(last.sources.map(({ state }) => state)).toEqual(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing']);
  });

  it('asks nobody about an address that has no public domain', async () => {
    for (const address of ['anna@localhost', 'anna@127.0.0.1', 'anna@[::1]', 'anna@intranet', 'anna@']) {
      const { last, site } = await look(address, {});
      expect(last).toEqual({ sources: [], found: null, isDone: true });
      expect(site.asked).toEqual([]);
    }
  });
});

const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/xml' });
  const more = (): void => {
    while (!response.destroyed && response.write('<a>'.repeat(10_000)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${config('&b;')}`;

describe('answers that are not to be used', () => {
  it.each<[string, RequestListener]>([
    ['one without end', endless],
    ['100 MB by its own word', (_request, response) => void response.writeHead(200, { 'content-length': '100000000' }).write('<')],
    ['entities that expand', text(bomb)],
    ['a web page', text('<!doctype html><title>Welcome</title>')],
    ['no XML at all', text('\0\u0001<<<>')],
    ['servers without encryption only', text(config('example.test').replace('STARTTLS', 'plain'))],
    ['a server on this computer', text(config('example.test').replaceAll('smtp.example.test', 'localhost'))],
    ['a server by its address', text(config('example.test').replaceAll('smtp.example.test', '10.0.0.1'))],
    ['a redirect to http', movedTo('http://autoconfig.example.test/mail/config-v1.1.xml')],
    ['a redirect to this computer', movedTo('https://localhost/config.xml')],
    ['a redirect to an address', movedTo('https://127.0.0.1/config.xml')],
    ['a redirect in a circle', movedTo('https://autoconfig.example.test/mail/config-v1.1.xml')],
  ])('%s', async (_name, page) => {
    const { last } = await look('anna@example.test', { pages: { 'autoconfig.example.test/mail/config-v1.1.xml': page } });
    expect(stateOf(last, 'autoconfig')?.state).toBe('refused');
    expect(last.found).toBeNull();
  });

  it('does not wait for a host that never answers longer than five seconds, and uses what others said', async () => {
    const silent: RequestListener = () => undefined;
    const { last } = await look('anna@example.test', {
      pages: {
        'autoconfig.example.test/mail/config-v1.1.xml': silent,
        'autoconfig.thunderbird.net/v1.1/example.test': text(config('example.test')),
      },
    });
    expect(stateOf(last, 'autoconfig')?.state).toBe('late');
    expect(last.found?.source).toBe('isp-database');
  });

  it('can be called off', async () => {
    const control = new AbortController();
    const server = await forThisTest(startDnsServer({}));
    const done = discover(
      'anna@example.test',
      { clock: { now: Date.now }, way: directWay, dnsServers: [server.address] },
      () => undefined,
      control.signal,
    );
    control.abort();
    await done;
  });
});
