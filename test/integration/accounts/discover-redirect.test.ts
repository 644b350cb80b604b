// A published settings file that points elsewhere: a host of the open network must not lead into this one, whatever its names resolve to.
import type { RequestListener } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { readPublicFile } from '../../../electron/engine/accounts/discovery/public-file';
import type { Reach } from '../../../electron/engine/accounts/discovery/reach';
import { directWay } from '../../../electron/engine/mail/way';
import { forThisTest } from '../../support/for-this-test';
import { startHttpsSite } from '../../support/https-site';

// The names are the test's; whoever stands for an address of the open network is met on this computer.
vi.mock('../../../electron/engine/accounts/discovery/reach', async (original) => {
  const real = await original<typeof import('../../../electron/engine/accounts/discovery/reach')>();
  return { ...real, connectTo: (reach: Reach, signal: AbortSignal) => real.connectTo({ ...reach, addresses: ['127.0.0.1'] }, signal) };
});

const file: RequestListener = (_request, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end('<clientConfig/>');
const movedTo =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

async function read(addresses: Readonly<Record<string, readonly string[]>>) {
  const site = await forThisTest(
    startHttpsSite(Object.keys(addresses), {
      'first.test/config.xml': movedTo('https://second.test/config.xml'),
      'second.test/config.xml': file,
    }),
  );
  const names = { addresses: async (host: string) => addresses[host] ?? [] };
  const answer = await readPublicFile(
    'https://first.test/config.xml',
    { names, way: directWay, port: site.port },
    new AbortController().signal,
  );
  return { answer, asked: site.asked };
}

describe('a redirect from the open network', () => {
  it.each([
    ['this computer', ['127.0.0.1']],
    ['this computer, by IPv6', ['::1']],
    ['a router', ['192.168.1.1']],
    ['a cloud’s own data', ['169.254.169.254']],
    ['this computer, in IPv6 clothes', ['::ffff:127.0.0.1']],
    ['this computer, by way of a translating network', ['64:ff9b::7f00:1']],
    ['a test network', ['198.18.0.1']],
    ['the open network and this computer', ['203.0.113.9', '127.0.0.1']],
  ])('to %s is refused, and nobody there is asked', async (_where, second) => {
    const { answer, asked } = await read({ 'first.test': ['203.0.113.5'], 'second.test': second });
    expect(answer).toEqual({ kind: 'refused', detail: 'a redirect to second.test, inside this network' });
    expect(asked).toEqual(['first.test/config.xml']);
  });

  it('to another host of the open network is followed', async () => {
    const { answer } = await read({ 'first.test': ['203.0.113.5'], 'second.test': ['203.0.113.9'] });
    expect(answer).toMatchObject({ kind: 'found', host: 'second.test' });
  });
});

it('a redirect within a network of one’s own is followed', async () => {
  const { answer } = await read({ 'first.test': ['10.0.0.1'], 'second.test': ['10.0.0.2'] });
  expect(answer).toMatchObject({ kind: 'found', host: 'second.test' });
});
