// Exactly one copy in Sent, whoever files it; and a copy that fails never sends the letter again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import { startEngine } from '../support/engine';
import { startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { accountFor, fileOf, send } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { toldEverywhere } from '../support/told';

let host: MailHost;
beforeEach(async () => {
  host = await startMailHost();
});
afterEach(() => host.stop());

async function user(address: string, changes: Partial<Account> = {}) {
  const known = accountFor(host, address, changes);
  return { account: known.account, known, engine: await forThisTest(startEngine({ accounts: [known] })) };
}

const copies = (address: string, folder: string): readonly string[] =>
  host
    .mailbox(address)
    .messages(folder)
    .map(({ raw }) => raw.toString());

describe('the copy in Sent', () => {
  it.each([
    ['alice@example.test', 'Sent'],
    ['svea@example.test', 'Skickat'],
    ['dieter@example.test', 'Gesendete Objekte'],
    ['nils@example.test', 'Sent'],
    ['pia@example.test', 'Sent'],
  ])('of %s is filed once in %s, read, with the very bytes that left', async (address, folder) => {
    for (const sentFolder of [host.layout(address).sent, null]) {
      const { engine, account } = await user(address, { sentFolder });
      const before = copies(address, folder).length;
      const received = host.mailbox('bob@example.test').messages().length;
      const id = await send(engine, { account });
      await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
      const message = (await host.mailbox('bob@example.test').waitForMessages(received + 1)).at(-1);
      expect(copies(address, folder)).toHaveLength(before + 1);
      expect(copies(address, folder).at(-1)).toBe(message?.content.toString());
      expect(host.mailbox(address).messages(folder).at(-1)?.isSeen).toBe(true);
      await engine.restart();
      engine.clock.skip(3_600_000);
      await engine.settle(
        'sent.page',
        { accountId: account.id, offset: 0, limit: 50 },
        ({ state, total }) => state === 'ready' && total === before + 1,
      );
    }
  });

  it.each(['gina@example.test', 'olaf@example.test'])('of %s, whose provider files it, is not filed a second time', async (address) => {
    const { engine, account } = await user(address);
    const folder = address.startsWith('gina') ? '[Gmail]/Sent Mail' : 'Sent';
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'accepted');
    await host.mailbox(address).waitForMessages(1, folder);
    engine.clock.skip(10 * 60_000);
    const entry = await engine.settle('outbox.entry', { id }, (value) => value?.item.copy !== 'pending');
    expect(entry?.item.copy).toMatch(/^(none-needed|filed)$/);
    expect(copies(address, folder)).toHaveLength(1);
  });

  it('is looked for before it is filed where it is not known who files it', async () => {
    const filing = await user('olaf@example.test', { sentPolicy: 'search-first' });
    const first = await send(filing.engine, { account: filing.account });
    await filing.engine.settleMessage(first, 'accepted');
    await host.mailbox('olaf@example.test').waitForMessages(1, 'Sent');
    for (let minute = 0; minute < 5; minute += 1) filing.engine.clock.skip(60_000);
    await filing.engine.settle(
      'outbox.entry',
      { id: first },
      (entry) => entry?.item.copy === 'filed' || entry?.item.copy === 'none-needed',
    );
    expect(copies('olaf@example.test', 'Sent')).toHaveLength(1);

    const plain = await user('carol@example.test', { sentPolicy: 'search-first' });
    const second = await send(plain.engine, { account: plain.account });
    await plain.engine.settleMessage(second, 'accepted');
    const skipping = setInterval(() => plain.engine.clock.skip(30_000), 200);
    await plain.engine
      .settle('outbox.entry', { id: second }, (entry) => entry?.item.copy === 'filed')
      .finally(() => clearInterval(skipping));
    expect(copies('carol@example.test', 'Sent')).toHaveLength(1);
  });

  it('gets a folder where there is none', async () => {
    const { engine, account } = await user('inga@example.test');
    const id = await send(engine, { account });
    await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'filed');
    expect(copies('inga@example.test', 'Sent')).toHaveLength(1);
    expect(await host.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
    await engine.settle(
      'sent.page',
      { accountId: account.id, offset: 0, limit: 10 },
      ({ state, total }) => state === 'ready' && total === 1,
    );
  });

  it('is made up for when the IMAP server was away, without a second letter', async () => {
    const proxy = await forThisTest(startFaultProxy({ target: host.ports.imaps, security: 'tls' }));
    await proxy.refuse();
    const { account: base } = accountFor(host, 'alice@example.test');
    const { engine, account } = await user('alice@example.test', {
      imap: { host: '127.0.0.1', port: proxy.port, security: 'tls', user: base.address },
    });
    const id = await send(engine, { account });
    const failing = await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'failing');
    expect(failing?.item.state).toBe('accepted');
    expect(failing?.item.copyFailure?.code).toBe('imap-unavailable');
    if (failing === null) throw new Error('the message is gone');
    const { en } = toldEverywhere(failing, engine.clock.now());
    expect(en).toMatch(/^Sent\. Copy not saved yet/);
    expect(en).toContain(`The incoming server 127.0.0.1:${proxy.port} can’t be used right now.`);
    expect(en).not.toMatch(/465|587/); // the ports for sending
    await proxy.accept();
    engine.clock.skip(3_600_000);
    await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'filed');
    expect(copies('alice@example.test', 'Sent')).toHaveLength(1);
    expect(await host.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it.each([
    ['before the server had it', { do: 'cut', how: 'reset' }, 0],
    ['after the server had it', { do: 'pass-then-cut', how: 'reset' }, 1],
  ] as const)('is filed once although the line broke %s', async (_title, action, stored) => {
    const proxy = await forThisTest(startFaultProxy({ target: host.ports.imaps, security: 'tls' }));
    const { account: base } = accountFor(host, 'alice@example.test');
    const { engine, account } = await user('alice@example.test', {
      imap: { host: '127.0.0.1', port: proxy.port, security: 'tls', user: base.address },
    });
    // The last line of the message's literal: what follows it is only the command's own line end.
    proxy.set({ from: 'client', line: /^END OF LETTER/, action });
    const id = await send(engine, { account, attach: [fileOf('note.txt', 'x')], html: '<p>END OF LETTER</p>' });
    await proxy.waitForStrikes(1);
    expect(copies('alice@example.test', 'Sent').length).toBeLessThanOrEqual(stored);
    engine.clock.skip(3_600_000);
    await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'filed');
    expect(copies('alice@example.test', 'Sent')).toHaveLength(1);
    expect(await host.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it('that does not fit into a full mailbox is told, and stays readable here', async () => {
    const { engine, account } = await user('frida@example.test');
    const id = await send(engine, { account, attach: [fileOf('big.bin', Buffer.alloc(60_000, 1))] });
    const entry = await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'failing');
    expect(entry?.item).toMatchObject({ state: 'accepted', copyFailure: { code: 'append-over-quota' } });
    if (entry === null) throw new Error('the message is gone');
    const { en } = toldEverywhere(entry, engine.clock.now());
    expect(en).toMatch(/^Sent\. Copy not saved yet/);
    expect(en).toContain('The mailbox is full, so the copy was not saved there. The message was sent.');
    expect(await host.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
    expect(copies('frida@example.test', 'Sent')).toEqual([]);
  });
});
