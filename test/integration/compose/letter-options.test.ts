// Options of a letter on real servers: what the recipient gets, what the server is asked, and which copies there are.
import { decodeWords } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterOptions } from '../../../electron/contract/model/letter-options';
import { type AccountWithSecret, startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, relayAccount, send, trySend } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { headerLines, parse } from '../../support/message';
import { startScriptedSmtp } from '../../support/scripted-smtp';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

const withOptions = (options: LetterOptions) => ({ changes: { options } });
const started = async (account: AccountWithSecret): Promise<TestEngine> => forThisTest(startEngine({ accounts: [account] }));
/** With a field of mailing lists a short one looks like a spammer's. */
const longLetter = `<p>${'The draft of the report is with the printers now, and nobody has complained so far. '.repeat(15)}</p>`;
const everyReport: LetterOptions = { deliveryReport: { on: ['success', 'failure', 'delay'], returns: 'headers' } };

describe('a letter with options', () => {
  it('arrives with its priority, its request for a read receipt, its own answer address and fields, and without a trick in them', async () => {
    const alice = accountFor(host, 'alice@example.test', { name: 'Alice Åberg' });
    const engine = await started(alice);
    const mailbox = host.mailbox('dieter@example.test');
    const before = mailbox.messages().length;
    const options: LetterOptions = {
      priority: 'high',
      wantsReadReceipt: true,
      replyTo: 'Svea Ek <svea@example.test>',
      headers: [
        { name: 'X-Project', value: 'Räksmörgås 4711' },
        { name: 'List-Unsubscribe', value: '<https://example.test/off>' },
      ],
    };
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', html: longLetter, ...withOptions(options) });
    await engine.settleMessage(id, 'accepted');
    const letter = await parse((await mailbox.waitForMessages(before + 1)).at(-1)?.content);
    expect(letter.replyTo).toEqual([{ name: 'Svea Ek', address: 'svea@example.test' }]);
    const fields = new Map(letter.headers.map(({ key, value }) => [key, value]));
    expect(fields.get('importance')).toBe('high');
    expect(fields.get('x-priority')).toBe('1 (Highest)');
    expect(fields.get('disposition-notification-to')).toContain('<alice@example.test>');
    expect(fields.get('list-unsubscribe')).toBe('<https://example.test/off>');
    expect(decodeWords(fields.get('x-project') ?? '')).toBe('Räksmörgås 4711');
  });

  it('is not sent with a field that is not the person’s to set, or answers to nobody, and says which', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await started(relay);
    const bad: readonly [LetterOptions, string][] = [
      [{ headers: [{ name: 'Bcc', value: 'mallory@example.test' }] }, 'Bcc'],
      [{ replyTo: 'nobody at all' }, 'nobody at all'],
    ];
    for (const [options, name] of bad) {
      const answer = await trySend(engine, { account: relay.account, ...withOptions(options) });
      expect(answer).toMatchObject({ ok: false, failure: { code: 'option-invalid', name } });
    }
    expect(server.received).toEqual([]);
  });
});

describe('a delivery report', () => {
  it('is asked for with the message’s own id where the server offers it, of every recipient', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN', 'DSN'] }));
    const relay = relayAccount(server.port);
    const engine = await started(relay);
    const id = await send(engine, { account: relay.account, to: 'bob@example.test, carol@example.test', ...withOptions(everyReport) });
    await engine.settleMessage(id, 'accepted');
    const asked = server.commands.filter((line) => /^(MAIL|RCPT)/.test(line));
    expect(asked[0]).toMatch(new RegExp(`^MAIL FROM:<alice@example\\.test>.* RET=HDRS ENVID=${id}( |$)`));
    expect(asked.slice(1)).toEqual([
      'RCPT TO:<bob@example.test> NOTIFY=SUCCESS,FAILURE,DELAY',
      'RCPT TO:<carol@example.test> NOTIFY=SUCCESS,FAILURE,DELAY',
    ]);
  });

  it('is not asked for where the server does not offer it, and the composer is told so from then on', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN'] }));
    const relay = relayAccount(server.port);
    const engine = await started(relay);
    const question = { accountId: relay.account.id };
    await engine.settle('accounts.offersReports', question, ({ offersReports }) => offersReports === null);
    const id = await send(engine, { account: relay.account, ...withOptions(everyReport) });
    await engine.settleMessage(id, 'accepted');
    expect(server.commands.filter((line) => /NOTIFY|RET=|ENVID/.test(line))).toEqual([]);
    await engine.settle('accounts.offersReports', question, ({ offersReports }) => offersReports === false);
  });

  it('comes from a real server into the sender’s inbox, and names the message by that id', async () => {
    const alice = accountFor(host, 'alice@example.test');
    const engine = await started(alice);
    const inbox = host.mailbox('alice@example.test');
    const before = inbox.messages().length;
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', ...withOptions(everyReport) });
    await engine.settleMessage(id, 'accepted');
    const report = (await inbox.waitForMessages(before + 1)).at(-1);
    const source = report?.content.toString() ?? '';
    expect(headerLines(report?.content).join('\n')).toMatch(/multipart\/report/);
    expect(source).toContain(`Original-Envelope-Id: ${id}`);
    expect(source).toMatch(/Final-Recipient: rfc822; dieter@example\.test[\s\S]*Action: (delivered|relayed)/);
    await engine.settle('accounts.offersReports', { accountId: alice.account.id }, ({ offersReports }) => offersReports === true);
  });
});

describe('a letter of which no copy is kept', () => {
  it('is not put into Sent on the server', async () => {
    const alice = accountFor(host, 'alice@example.test');
    const engine = await started(alice);
    const sentFolder = host.layout('alice@example.test').sent ?? '';
    const mailbox = host.mailbox('alice@example.test');
    const before = mailbox.messages(sentFolder).length;
    const kept = await send(engine, { account: alice.account, ...withOptions({ keepsNoCopy: true }) });
    await engine.settle('outbox.entry', { id: kept }, (entry) => entry?.item.state === 'accepted' && entry.item.copy === 'none-needed');
    // The next one's copy is there: the first one's, which came before it, would be too.
    await engine.settleMessage(await send(engine, { account: alice.account }), 'accepted');
    expect(await mailbox.waitForMessages(before + 1, sentFolder)).toHaveLength(before + 1);
  });

  it('is not in the Sent of an account that keeps it here', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await started(relay);
    await engine.settleMessage(await send(engine, { account: relay.account, ...withOptions({ keepsNoCopy: true }) }), 'accepted');
    await engine.settleMessage(await send(engine, { account: relay.account, subject: 'Kept' }), 'accepted');
    const list = { accountId: relay.account.id, offset: 0, limit: 10 };
    const { items } = await engine.settle('sent.page', list, ({ state, total }) => state === 'ready' && total === 1);
    expect(items.map(({ subject }) => subject)).toEqual(['Kept']);
  });
});
