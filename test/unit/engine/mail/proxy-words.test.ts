// What a proxy can't be told is a failure, and nothing worse.
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { connectThrough } from '../../../../electron/engine/mail/proxy';
import { forThisTest } from '../../../support/for-this-test';
import { portOf } from '../../../support/ports';

async function startTaking() {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    // Wants a user and a password (RFC 1929).
    socket.on('data', (bytes) => {
      heard.push(bytes);
      if (bytes[0] === 5) socket.write(Buffer.from([5, 2]));
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), heard: () => Buffer.concat(heard), stop: async () => void server.close() };
}
const patient = new AbortController().signal;
const at = { host: 'mail.example.org', port: 465 };

test.each([
  ['user', { user: 'å'.repeat(200), password: 'secret' }],
  ['password', { user: 'anna', password: 'å'.repeat(200) }],
])('a %s of more octets than SOCKS5 has room for', async (_what, words) => {
  const taking = await forThisTest(startTaking());
  const proxy = { kind: 'socks5', host: '127.0.0.1', port: taking.port, ...words } as const;
  expect(await connectThrough(proxy, at, 5_000, patient)).toMatchObject({ ok: false, failure: { code: 'proxy-sign-in' } });
});

test.each(['socks5', 'http'] as const)('a server with a name in its own letters is asked for in ASCII (%s)', async (kind) => {
  const taking = await forThisTest(startTaking());
  const proxy = { kind, host: '127.0.0.1', port: taking.port, user: '', password: '' } as const;
  const asked = await connectThrough(proxy, { host: 'poczta.żółw.example', port: 465 }, 5_000, patient);
  expect(asked.ok).toBe(false);
  if (kind === 'http') expect(taking.heard().toString('latin1')).toContain('CONNECT poczta.xn--w-uga1v8h.example:465');
});

test('a name of more octets than SOCKS5 has room for', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.write(Buffer.from([5, 0])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const open = await forThisTest(Promise.resolve({ port: portOf(server), stop: async () => void server.close() }));
  const proxy = { kind: 'socks5', host: '127.0.0.1', port: open.port, user: '', password: '' } as const;
  const asked = await connectThrough(proxy, { host: 'ż'.repeat(255), port: 465 }, 1_000, patient);
  expect(asked.ok).toBe(false);
});
