// Addresses that are unusual and right, and some that only look so: as the sender's own, and as somebody to write to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress } from '../../electron/domain/addresses';
import { startEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { accountFor, relayAccount, send, trySend } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { parse } from '../support/message';
import { startScriptedSmtp } from '../support/scripted-smtp';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

describe('at a real server, an address', () => {
  it('with a plus is written from and arrives, whole', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const plus = { ...account, address: 'alice+work@example.test' };
    const engine = await forThisTest(startEngine({ accounts: [{ account: plus, password }] }));
    const id = await send(engine, { account: plus, to: 'Bob <bob+list@example.test>' });
    await engine.settleMessage(id, 'accepted');
    const [letter] = await host.mailbox('bob@example.test').waitForMessages(1);
    const read = await parse(letter?.raw);
    expect(read.from?.address).toBe('alice+work@example.test');
    expect(read.to?.[0]?.address).toBe('bob+list@example.test');
  });

  it('in quotes that it does not need is the address without them', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const id = await send(engine, { account, to: '"Carol, of the club" <"carol"@example.test>' });
    await engine.settleMessage(id, 'accepted');
    const [letter] = await host.mailbox('carol@example.test').waitForMessages(1);
    expect((await parse(letter?.raw)).to).toEqual([{ name: 'Carol, of the club', address: 'carol@example.test' }]);
  });

  it('of a top-level domain nobody knows is handed over: the server knows better than a list', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const id = await send(engine, { account, to: 'dora@office.brevduva, bob@example.test' });
    const entry = await engine.settleMessage(id, 'accepted', 'partly', 'failed');
    expect(entry.recipients.find(({ address }) => address === 'bob@example.test')?.state).toBe('accepted');
    expect(entry.recipients.find(({ address }) => address === 'dora@office.brevduva')?.state).toMatch(/^(accepted|refused)$/);
  });
});

describe('on the wire, an address', () => {
  it.each([
    ['anna@blåbär.example', 'anna@xn--blbr-noae.example'],
    ['anna@BLÅBÄR.example', 'anna@xn--blbr-noae.example'],
    ['anna@brød。dk', 'anna@xn--brd-1na.dk'],
    ['o’brien+news@example.museum'.replace('’', "'"), "o'brien+news@example.museum"],
    ['{a}!#$%&*/=?^_`|~b@example.zzz', '{a}!#$%&*/=?^_`|~b@example.zzz'],
  ])('%s is %s', async (typed, wire) => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await engine.settleMessage(await send(engine, { account: relay.account, to: 'anna@example.test', bcc: typed }), 'accepted');
    expect(server.received[0]?.to).toEqual(['anna@example.test', wire]);
  });

  it('of one’s own with an international domain is in ASCII in the envelope, and the sign-in is as it was typed', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN', '8BITMIME'] }));
    const address = 'anna@blåbär.example';
    const { account, password } = relayAccount(server.port, 'tls');
    const own = { ...account, address, smtp: { ...account.smtp, user: address } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: own, password }] }));
    await engine.settleMessage(await send(engine, { account: own }), 'accepted');
    expect(server.received[0]?.from).toBe('anna@xn--blbr-noae.example');
    const plain = server.commands.find((line) => line.startsWith('AUTH PLAIN '))?.slice('AUTH PLAIN '.length) ?? '';
    expect(Buffer.from(plain, 'base64').toString('utf8').split('\0')[1]).toBe(address);
  });

  it('that needs its quotes is refused with a sentence, and nothing leaves', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    for (const to of ['"anna berg"@example.test', '"a@b"@example.test', '"<eve@example.test>"@example.test'])
      expect(await trySend(engine, { account: relay.account, to })).toMatchObject({ ok: false, failure: { code: 'address-invalid' } });
    expect(server.commands).toEqual([]);
    expect(checkAddress('"anna berg"@example.test')).not.toBeNull();
  });
});
