// What a message that arrived says of its domain: real signatures, and records asked of a real DNS server.
import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../electron/engine/accounts/discovery/names';
import { authenticate, lookUpDmarc } from '../../electron/engine/doctor/authenticity';
import { type DnsRecords, startDnsServer } from '../support/dns-server';
import { forThisTest } from '../support/for-this-test';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyRecord = `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
const letter = [
  'From: alice@example.test',
  'To: alice@example.test',
  'Subject: test',
  'Message-ID: <1@example.test>',
  '',
  'Hello',
  '',
].join('\r\n');
const received = (ip: string): string =>
  `Received: from mail.example.test (mail.example.test [${ip}])\r\n\tby mx.example.test with ESMTPS id 1;\r\n\tMon, 23 Nov 2026 10:00:00 +0000\r\n`;

async function signed(signingDomain: string): Promise<string> {
  const key = { signingDomain, selector: 's1', privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
  const { signatures } = await dkimSign(letter, { ...key, signatureData: [key] });
  return signatures + letter;
}

async function judge(source: string, txt: DnsRecords['txt']) {
  const server = await forThisTest(startDnsServer({ txt: txt ?? {} }));
  return authenticate(Buffer.from(source), 'alice@example.test', '[127.0.0.1]', createNames([server.address]));
}

const dmarc = { '_dmarc.example.test': 'v=DMARC1; p=reject' };
const spf = { 'example.test': 'v=spf1 ip4:203.0.113.5 -all' };

describe('a message that arrived', () => {
  it('passes all three where everything is right', async () => {
    const seen = await judge(received('203.0.113.5') + (await signed('example.test')), {
      ...dmarc,
      ...spf,
      's1._domainkey.example.test': keyRecord,
    });
    expect(seen).toMatchObject({
      spf: { result: 'pass', record: 'v=spf1 ip4:203.0.113.5 -all', ip: '203.0.113.5' },
      dkim: [{ result: 'pass', domain: 'example.test', selector: 's1' }],
      dmarc: { result: 'pass', policy: 'reject' },
    });
  });

  it('fails SPF from a server that the domain does not name', async () => {
    const seen = await judge(received('198.51.100.9') + letter, { ...dmarc, ...spf });
    expect(seen).toMatchObject({ spf: { result: 'fail' }, dkim: [], dmarc: { result: 'fail' } });
  });

  it('fails DKIM when it was changed on the way', async () => {
    const source = (await signed('example.test')).replace('Hello', 'Hullo');
    const seen = await judge(received('203.0.113.5') + source, { ...spf, 's1._domainkey.example.test': keyRecord });
    expect(seen?.dkim).toEqual([expect.objectContaining({ result: expect.stringMatching(/fail|neutral/) })]);
    expect(seen?.dmarc.record).toBeNull();
  });

  it('is judged by the bounce domain of a relay, which says nothing of the From address', async () => {
    const bounces = { 'bounces.relay.test': 'v=spf1 ip4:198.51.100.9 -all' };
    const seen = await judge(`Return-Path: <0102-x@bounces.relay.test>\r\n${received('198.51.100.9')}${letter}`, {
      ...dmarc,
      ...spf,
      ...bounces,
    });
    expect(seen).toMatchObject({
      spf: { result: 'pass', domain: 'bounces.relay.test', isAligned: false, ip: '198.51.100.9' },
      dmarc: { result: 'fail' },
    });
  });

  it('counts for the From address by a bounce domain below the same one', async () => {
    const bounces = { 'bounces.example.test': 'v=spf1 ip4:198.51.100.9 -all' };
    const seen = await judge(`Return-Path: <x@bounces.example.test>\r\n${received('198.51.100.9')}${letter}`, { ...dmarc, ...bounces });
    expect(seen).toMatchObject({ spf: { result: 'pass', isAligned: true }, dmarc: { result: 'pass' } });
  });

  it('without an envelope sender is judged by what the server called itself', async () => {
    const helo = { 'mail.example.test': 'v=spf1 ip4:198.51.100.9 -all' };
    const seen = await judge(`Return-Path: <>\r\n${received('198.51.100.9')}${letter}`, { ...dmarc, ...helo });
    expect(seen).toMatchObject({ spf: { result: 'pass', domain: 'mail.example.test' } });
  });

  it('cannot be judged when it never left the provider', async () => {
    expect(await judge(received('10.1.2.3') + letter, dmarc)).toBeNull();
    const signedIn = 'Received: from laptop (dsl.example.net [81.2.3.4])\r\n\tby mail.example.test (Postfix) with ESMTPSA id 4X\r\n';
    expect(await judge(signedIn + letter, { ...dmarc, ...spf })).toBeNull();
    expect(await judge(letter, dmarc)).toBeNull();
  });
});

it('reads a domain’s DMARC record by itself', async () => {
  const server = await forThisTest(startDnsServer({ txt: dmarc }));
  const names = createNames([server.address]);
  expect(await lookUpDmarc('example.test', names)).toEqual({ result: 'unknown', policy: 'reject', record: 'v=DMARC1; p=reject' });
  expect(await lookUpDmarc('other.test', names)).toEqual({ result: 'unknown', policy: null, record: null });
});
