// A letter on its way through real servers: what arrives, who gets it, and what nobody learns.
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../support/engine';
import { startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { accountFor, fileOf, relayAccount, send, write } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { headerLines, parse, unfolded } from '../support/message';
import { startScriptedSmtp } from '../support/scripted-smtp';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

const started = (address: string) => {
  const { account, password } = accountFor(host, address, { name: 'Alice Andersson' });
  return forThisTest(startEngine({ accounts: [{ account, password }] })).then((engine) => ({ engine, account }));
};

describe('a letter', () => {
  it.each(['tls', 'starttls'] as const)('arrives over %s as it was written', async (security) => {
    const { account, password } = accountFor(host, 'alice@example.test', { name: 'Alice Åberg' });
    const port = security === 'tls' ? host.ports.submissions : host.ports.submission;
    const engine = await forThisTest(
      startEngine({ accounts: [{ account: { ...account, smtp: { ...account.smtp, port, security } }, password }] }),
    );
    const mailbox = host.mailbox('dieter@example.test');
    const before = mailbox.messages().length;
    const id = await send(engine, {
      account,
      to: 'Dieter Döring <dieter@example.test>',
      subject: 'Grüße',
      html: '<p>Hello <b>Dieter</b></p><p>.</p><p>.two</p>',
    });
    const entry = await engine.settleMessage(id, 'accepted');
    const message = (await mailbox.waitForMessages(before + 1)).at(-1);
    const letter = await parse(message?.content);
    expect(letter).toMatchObject({
      subject: 'Grüße',
      from: { name: 'Alice Åberg', address: 'alice@example.test' },
      messageId: entry.messageId,
    });
    expect(letter.to).toEqual([{ name: 'Dieter Döring', address: 'dieter@example.test' }]);
    expect(letter.html).toContain('<b>Dieter</b>');
    expect(letter.text?.replaceAll('\r\n', '\n')).toMatch(/Hello Dieter\n+\.\n+\.two/);
    expect(message?.content).toHaveLength(entry.item.size);
    expect(entry.recipients).toEqual([expect.objectContaining({ address: 'dieter@example.test', state: 'accepted', failure: null })]);
  });

  it('goes to exactly those who stand in its chips, and to each once', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, {
      account: relay.account,
      to: 'Bob <bob@example.test>, "Carol, the \\"first\\"" <carol@example.test>; BOB@EXAMPLE.TEST, bob@EXAMPLE.test',
      cc: 'dieter@example.test, bob@example.test',
      bcc: 'svea@example.test',
    });
    await engine.settleMessage(id, 'accepted');
    const [received] = server.received;
    expect(received?.from).toBe('alice@example.test');
    expect([...(received?.to ?? [])].sort()).toEqual([
      'bob@example.test',
      'carol@example.test',
      'dieter@example.test',
      'svea@example.test',
    ]);
    const letter = await parse(received?.raw);
    expect(letter.to?.map(({ address }) => address)).toContain('carol@example.test');
    expect(letter.to?.find(({ address }) => address === 'carol@example.test')?.name).toBe('Carol, the "first"');
  });

  it('never shows Bcc to anyone but the sender in the own Sent folder', async () => {
    const { engine, account } = await started('alice@example.test');
    const id = await send(engine, { account, to: 'carol@example.test', bcc: 'Hidden Person <inga@example.test>' });
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
    const [seen] = await host.mailbox('carol@example.test').waitForMessages(1);
    const [hidden] = await host.mailbox('inga@example.test').waitForMessages(1);
    expect(hidden?.originalTo).toBe('inga@example.test');
    for (const message of [seen, hidden]) {
      expect(message?.raw.toString()).not.toMatch(/^bcc:/im);
      expect(message?.content.toString()).not.toContain('inga@');
    }
    const copy = host.mailbox('alice@example.test').messages('Sent').at(-1);
    expect((await parse(copy?.raw)).bcc).toEqual([{ name: 'Hidden Person', address: 'inga@example.test' }]);
    const bcc = headerLines(copy?.raw).filter((line) => /^bcc:/i.test(line));
    expect(bcc).toHaveLength(1);
    expect(copy?.raw.toString()).toBe(`${bcc[0]}\r\n${seen?.content.toString()}`);
  });

  it('to hidden recipients only names nobody', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await engine.settleMessage(
      await send(engine, { account: relay.account, to: '', bcc: 'bob@example.test, carol@example.test' }),
      'accepted',
    );
    const [received] = server.received;
    expect(received?.to).toEqual(['bob@example.test', 'carol@example.test']);
    expect(received?.raw.toString()).not.toMatch(/bob|carol|^bcc:/im);
    expect(unfolded(received?.raw)).toContainEqual(expect.stringMatching(/^To: [\w-]+:;$/));
  });

  it('reaches addresses in other alphabets, and says so where the server cannot', async () => {
    const able = await forThisTest(startScriptedSmtp());
    const unable = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN', '8BITMIME'] }));
    const accounts = [relayAccount(able.port, 'tls', { id: 'able' }), relayAccount(unable.port, 'tls', { id: 'unable' })] as const;
    const engine = await forThisTest(startEngine({ accounts }));
    await engine.settleMessage(
      await send(engine, { account: accounts[0].account, to: 'Åsa <åsa@bücher.test>, ole@smørrebrød.test' }),
      'accepted',
    );
    expect(able.received[0]?.to).toEqual(['åsa@xn--bcher-kva.test', 'ole@xn--smrrebrd-64af.test']);
    expect(able.commands.find((line) => line.startsWith('MAIL'))).toContain('SMTPUTF8');
    await engine.settleMessage(await send(engine, { account: accounts[1].account, to: 'ole@smørrebrød.test' }), 'accepted');
    const { item } = await engine.settleMessage(await send(engine, { account: accounts[1].account, to: 'åsa@bücher.test' }), 'failed');
    expect(item.failure).toMatchObject({ code: 'address-invalid', address: expect.stringMatching(/^åsa@/) as string });
    expect(unable.received).toHaveLength(1);
  });

  it('gives away neither the name of the computer nor of the program', async () => {
    const { engine, account } = await started('alice@example.test');
    await send(engine, { account, to: 'nils@example.test' });
    const [message] = await host.mailbox('nils@example.test').waitForMessages(1);
    expect(message?.received.at(-1)).toMatch(/^from \[127\.0\.0\.1\] /);
    const headers = unfolded(message?.content).join('\n');
    expect(headers).not.toMatch(/^(x-mailer|user-agent|x-originating-ip):/im);
    expect(headers).not.toMatch(/brevduva|nodemailer/i);
    expect(headers.toLowerCase()).not.toContain(`@${hostname().toLowerCase()}`);
  });

  it('leaves once, however often Send is pressed', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const draft = await write(engine, { account: relay.account });
    const answers = await Promise.all([1, 2, 3, 4].map(() => engine.call('outbox.enqueue', draft)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await engine.settleMessage(answers[0]?.id ?? '', 'accepted');
    expect(await engine.call('outbox.enqueue', draft)).toEqual(answers[0]);
    await engine.restart();
    expect(await engine.call('outbox.enqueue', draft)).toEqual(answers[0]);
    await engine.settle('status', {}, ({ waiting, sending }) => waiting + sending === 0);
    expect(server.received).toHaveLength(1);
  });

  it('carries an attachment of no bytes and one of all bytes', async () => {
    const { engine, account } = await started('alice@example.test');
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
    await send(engine, { account, to: 'pia@example.test', attach: [fileOf('empty.txt', ''), fileOf('räksmörgås “1”.bin', bytes)] });
    const [message] = await host.mailbox('pia@example.test').waitForMessages(1);
    const { attachments } = await parse(message?.content);
    expect(attachments.map(({ filename, content }) => [filename, content.byteLength])).toEqual([
      ['empty.txt', 0],
      ['räksmörgås “1”.bin', 70_000],
    ]);
    expect(Buffer.from(attachments[1]?.content ?? []).equals(bytes)).toBe(true);
  });

  it('waits in the outbox until the network is there, also over a restart', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const closed = { ...relay, account: { ...relay.account, smtp: { ...relay.account.smtp, port: 1 } } };
    const engine = await forThisTest(startEngine({ accounts: [closed] }));
    const id = await send(engine, { account: relay.account });
    await engine.settleMessage(id, 'deferred');
    await engine.restart();
    engine.setAccounts(relay);
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('is kept, with the reason, when its account is removed, and can be taken back into a draft', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(
      startEngine({ accounts: [{ ...relay, account: { ...relay.account, smtp: { ...relay.account.smtp, port: 1 } } }] }),
    );
    const id = await send(engine, { account: relay.account, subject: 'Mine' });
    await engine.settleMessage(id, 'deferred');
    engine.setAccounts();
    const { item } = await engine.settleMessage(id, 'kept');
    expect(item.failure?.code).toBe('account-missing');
    const { draftId } = await engine.call('outbox.edit', { id });
    engine.setAccounts(relay);
    const draft = await engine.call('drafts.open', { draftId });
    expect(draft.content.subject).toBe('Mine');
    const again = await engine.call('outbox.enqueue', { draftId, revision: draft.revision });
    await engine.settleMessage(again.id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('shows how far it is, and may take its time after the final dot', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const proxy = await forThisTest(startFaultProxy({ target: server.port, security: 'tls' }));
    proxy.set({ from: 'server', line: /^250 2\.0\.0 taken/, action: { do: 'delay', ms: 1500 } });
    const relay = relayAccount(proxy.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account, attach: [fileOf('big.bin', Buffer.alloc(3_000_000, 3))] });
    await engine.settle('outbox.entry', { id }, (entry) => entry !== null && entry.item.progress === entry.item.size);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
    expect(await engine.call('drafts.ids', { search: '' })).toEqual({ ids: [] });
  });
});
