// A real DNS server (dnsmasq) on a free loopback port, which knows only what a test tells it.

import { Resolver } from 'node:dns/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDaemon } from './daemon';
import { freePorts } from './ports';
import { until } from './until';

export type DnsRecords = {
  /** Names and their addresses. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly srv?: readonly { readonly name: string; readonly target: string; readonly port: number; readonly priority?: number }[];
  readonly mx?: Readonly<Record<string, string>>;
  readonly txt?: Readonly<Record<string, string>>;
  /** Instead of a free one. */
  readonly port?: number;
};
export type DnsServer = { /** As the engine wants it: "127.0.0.1:5353". */ readonly address: string; readonly stop: () => Promise<void> };

export async function startDnsServer({ hosts = {}, srv = [], mx = {}, txt = {}, port: wanted }: DnsRecords): Promise<DnsServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bd-dns-'));
  const port = wanted ?? (await freePorts(['dns'])).dns;
  const server = startDaemon({
    command: 'dnsmasq',
    args: [
      '--keep-in-foreground',
      '--conf-file=/dev/null',
      `--port=${port}`,
      '--listen-address=127.0.0.1',
      '--bind-interfaces',
      '--no-resolv',
      '--no-hosts',
      '--no-daemon',
      '--user=',
      '--local=/test/',
      '--address=/ready.test/127.0.0.1',
      ...Object.entries(hosts).map(([name, address]) => `--host-record=${name},${address}`),
      ...srv.map(({ name, target, port: at, priority = 0 }) => `--srv-host=${name},${target},${at},${priority},0`),
      ...Object.entries(mx).map(([domain, target]) => `--mx-host=${domain},${target},10`),
      ...Object.entries(txt).map(([name, text]) => `--txt-record=${name},${text}`),
    ],
    log: path.join(folder, 'log'),
  });
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  await until(
    async () => {
      if (!server.isAlive()) throw new Error(`dnsmasq ended: ${server.output()}`);
      return resolver.resolve4('ready.test').then(
        () => true,
        () => false,
      );
    },
    { describe: () => 'dnsmasq does not answer' },
  );
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      await server.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
