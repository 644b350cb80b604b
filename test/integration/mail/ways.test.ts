// The small things of the way: the name in EHLO, patience, and a server that listens on one family of addresses only.
import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { WayChoice } from '../../../electron/contract/model/way';
import { connectTcp } from '../../../electron/engine/mail/connect';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount, send } from '../../support/letters';
import { startOddServer } from '../../support/odd-servers';
import { portOf } from '../../support/ports';
import { startScriptedSmtp } from '../../support/scripted-smtp';

const way = (change: Partial<WayChoice>): { way: WayChoice } => ({ way: { proxy: null, ehloName: null, timeoutSeconds: null, ...change } });

describe('the name we say hello with', () => {
  it.each([
    [null, '[127.0.0.1]'],
    ['mail.example.org', 'mail.example.org'],
    ['[192.0.2.1]', '[192.0.2.1]'],
    ['not a name', '[127.0.0.1]'],
  ])('%s makes EHLO %s', async (ehloName, said) => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port, 'tls', way({ ehloName }));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
    expect(server.commands[0]).toBe(`EHLO ${said}`);
  });
});

it('a server that says nothing is given up after the time that was set', { timeout: 40_000 }, async () => {
  const silent = await forThisTest(startOddServer('silent'));
  const relay = relayAccount(silent.port, 'starttls', way({ timeoutSeconds: 10 }));
  const engine = await forThisTest(startEngine({ accounts: [relay], deadline: 25_000 }));
  const began = performance.now();
  const { item } = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
  expect(item.failure).toMatchObject({ code: 'greeting-timeout', port: silent.port });
  expect(performance.now() - began).toBeGreaterThan(9_900);
});

describe('a name with addresses of both families', () => {
  const listening = (host: string): Promise<Server> =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => socket.on('error', () => undefined).end('hello'));
      server.once('error', reject);
      server.listen({ port: 0, host, ipv6Only: host.includes(':') }, () => resolve(server));
    });
  const addresses = [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ];

  it.each([
    ['127.0.0.1', addresses],
    ['::1', addresses],
    ['127.0.0.1', [...addresses].reverse()],
    ['::1', [...addresses].reverse()],
  ])('is reached at %s, where alone it listens', async (host, known) => {
    const server = await listening(host);
    const place = { host: 'both.example.test', port: portOf(server) };
    const socket = await connectTcp(place, known, 10_000, new AbortController().signal);
    expect(socket.ok && socket.value.remoteAddress).toBe(host);
    if (socket.ok) socket.value.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});
