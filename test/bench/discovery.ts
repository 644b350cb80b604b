// Table `discovery`: from an address to its servers, with a real DNS server and a real https site on loopback.
import { spawnSync } from 'node:child_process';
import type { RequestListener } from 'node:http';
import type { Discovery } from '../../electron/contract/model/discovery';
import { discover } from '../../electron/engine/accounts/discovery/discover';
import { directWay } from '../../electron/engine/mail/way';
import { type DnsRecords, startDnsServer } from '../support/dns-server';
import { startHttpsSite } from '../support/https-site';
import { provideTestAuthority } from '../support/test-ca';
import { median, type Row, type Table } from './table';

const runs = 9;
const patience = 5000;

const config: RequestListener = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/xml' }).end(`<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="bakery.test"><domain>bakery.test</domain>
<incomingServer type="imap"><hostname>imap.bakery.test</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.bakery.test</hostname><port>465</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
</emailProvider></clientConfig>`);
const silence: RequestListener = () => undefined;

const autoconfig = 'autoconfig.bakery.test/mail/config-v1.1.xml';
const loopback = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '127.0.0.1']));

type World = {
  readonly name: string;
  readonly dns: DnsRecords;
  readonly pages: Readonly<Record<string, RequestListener>>;
  /** null: nothing is found. */
  readonly source: string | null;
};
const worlds: readonly World[] = [
  {
    name: "the domain's own autoconfig answers",
    dns: { hosts: loopback('autoconfig.bakery.test') },
    pages: { [autoconfig]: config },
    source: 'autoconfig',
  },
  {
    name: 'service records answer, and no page',
    dns: {
      hosts: loopback('mail.bakery.test'),
      srv: [
        { name: '_submissions._tcp.bakery.test', target: 'mail.bakery.test', port: 465 },
        { name: '_imaps._tcp.bakery.test', target: 'mail.bakery.test', port: 993 },
      ],
    },
    pages: {},
    source: 'srv',
  },
  { name: 'nobody knows the domain', dns: {}, pages: {}, source: null },
  {
    name: 'a page that never answers',
    dns: { hosts: loopback('autoconfig.bakery.test') },
    pages: { [autoconfig]: silence },
    source: null,
  },
];

async function timeIn({ name, dns, pages, source }: World): Promise<Row> {
  const site = await startHttpsSite(['autoconfig.bakery.test', 'never.test'], pages);
  const server = await startDnsServer(dns);
  try {
    const times: number[] = [];
    const rounds = pages[autoconfig] === silence ? 1 : runs;
    for (let run = 0; run < rounds; run += 1) {
      const started = performance.now();
      let last: Discovery | null = null;
      const needs = { clock: { now: Date.now }, way: directWay, dnsServers: [server.address], httpsPort: site.port };
      await discover('anna@bakery.test', needs, (picture) => (last = picture), new AbortController().signal);
      times.push(performance.now() - started);
      const found = (last as Discovery | null)?.found?.source ?? null;
      if (found !== source) throw new Error(`${name}: found by ${found}`);
    }
    const said = rounds === 1 ? name : `${name} (median of ${rounds})`;
    // The patience is all that may be added to what the others take; a timer is late by some milliseconds.
    const targets = [{ kind: 'most', limit: rounds === 1 ? patience + 250 : patience } as const];
    return { name: said, unit: 'ms', ours: median(times), peerName: null, peer: null, targets };
  } finally {
    await server.stop();
    await site.stop();
  }
}

const insideVariable = 'BREVDUVA_BENCH_TRUSTS';

/** Node reads whom to trust once, when a process starts: so the measuring is done in a second one. */
async function measureInside(): Promise<readonly Row[]> {
  const takeAway = await provideTestAuthority();
  try {
    const child = spawnSync(process.execPath, [process.argv[1] ?? '', 'discovery', '--json'], {
      env: { ...process.env, [insideVariable]: '1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`the measuring process ended with ${child.status}`);
    const [table] = JSON.parse(child.stdout) as readonly { readonly rows: readonly Row[] }[];
    return table?.rows ?? [];
  } finally {
    takeAway();
  }
}

async function measure(): Promise<readonly Row[]> {
  if (process.env[insideVariable] === undefined) return measureInside();
  const rows: Row[] = [];
  for (const world of worlds) rows.push(await timeIn(world));
  return rows;
}

export const discoveryTable: Table = { title: 'discovery', measure };
