// An identity with a server of its own is taken away: what it has sent stays the account's.
import { expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount, send } from '../../support/letters';
import { startScriptedImap } from '../../support/scripted-imap';
import { startScriptedSmtp } from '../../support/scripted-smtp';

const bob = (port: number) => ({
  id: 'bob',
  name: 'Bob',
  address: 'bob@example.test',
  smtp: { host: '127.0.0.1', port, security: 'tls', user: 'bob@example.test' } as const,
});
const as = { changes: { identityId: 'bob' } };

it('a copy that could not be filed yet is filed all the same', async () => {
  const smtp = await forThisTest(startScriptedSmtp());
  let isFull = true;
  const imap = await forThisTest(
    startScriptedImap({
      folders: { Sent: '\\Sent' },
      answer: (verb) => (verb === 'APPEND' && isFull ? 'NO [OVERQUOTA] the mailbox is full' : undefined),
    }),
  );
  const mailbox = { host: '127.0.0.1', port: imap.port, security: 'tls', user: 'alice@example.test' } as const;
  const change = { imap: mailbox, sentPolicy: 'append', sentFolder: 'Sent' } as const;
  const relay = relayAccount(smtp.port, 'tls', { ...change, aliases: [bob(smtp.port)] });
  const engine = await forThisTest(startEngine({ accounts: [{ ...relay, aliasPasswords: { bob: 'open sesame 4711' } }] }));
  const id = await send(engine, { account: relay.account, ...as });
  await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'failing');
  engine.setAccounts(relayAccount(smtp.port, 'tls', change));
  isFull = false;
  await engine.call('outbox.retryCopy', { id });
  await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
  expect(imap.appended).toHaveLength(1);
});

it('its letters stay in the list of what was sent where that is kept here', async () => {
  const smtp = await forThisTest(startScriptedSmtp());
  const relay = relayAccount(smtp.port, 'tls', { aliases: [bob(smtp.port)] });
  const engine = await forThisTest(startEngine({ accounts: [{ ...relay, aliasPasswords: { bob: 'open sesame 4711' } }] }));
  await engine.settleMessage(await send(engine, { account: relay.account, ...as }), 'accepted');
  engine.setAccounts(relayAccount(smtp.port));
  const page = await engine.settle('sent.page', { accountId: 'relay', offset: 0, limit: 10 }, ({ state }) => state === 'ready');
  expect(page.items).toMatchObject([{ from: 'Bob' }]);
});
