// What a server takes is known before the letter leaves: from its last check or send, also after a restart.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, fileOf, relayAccount, send, trySend, write } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { startScriptedSmtp } from '../../support/scripted-smtp';

const limit = 2_000_000;
let host: MailHost;
beforeAll(async () => {
  host = await startMailHost({ limits: { size: limit } });
});
afterAll(() => host.stop());

async function onLimited() {
  const known = accountFor(host, 'alice@example.test', { imap: null, sentPolicy: 'local' });
  const account = { ...known.account, smtp: { ...known.account.smtp, port: host.ports.limited } };
  return {
    account,
    password: known.password ?? '',
    engine: await forThisTest(startEngine({ accounts: [{ account, password: known.password }] })),
  };
}
const film = () => fileOf('film.mov', Buffer.alloc(1_700_000, 7));

it('after a check the letter is refused before it is put into the outbox, naming the largest file; the draft stays', async () => {
  const { engine, account, password } = await onLimited();
  await engine.settle('accounts.check', { account, secret: { kind: 'typed', password } }, ({ isDone }) => isDone);
  expect(await engine.settle('accounts.sizeLimits', {}, (limits) => limits.length > 0)).toEqual([{ accountId: account.id, octets: limit }]);
  const answer = await trySend(engine, { account, attach: [fileOf('small.txt', 'x'), film()] });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'message-too-large', name: 'film.mov', limit } });
  const page = await engine.settle('drafts.page', { search: '', offset: 0, limit: 10 }, ({ items }) => items.length > 0);
  expect(page.items[0]?.attachments).toBe(2);
  expect(await engine.settle('outbox.list', {}, () => true)).toEqual([]);
});

it('after a send it is known as well, and still after a restart', async () => {
  const { engine, account } = await onLimited();
  await engine.settleMessage(await send(engine, { account, to: 'bob@example.test' }), 'accepted');
  await engine.restart();
  expect(await trySend(engine, { account, attach: [film()] })).toMatchObject({ ok: false, failure: { code: 'message-too-large', limit } });
  // What fits goes.
  await engine.settleMessage(
    await send(engine, { account, to: 'bob@example.test', attach: [fileOf('a.bin', Buffer.alloc(1_000_000))] }),
    'accepted',
  );
});

it('a server that names no limit stands in nobody’s way', async () => {
  const server = await forThisTest(startScriptedSmtp());
  const relay = relayAccount(server.port);
  const engine = await forThisTest(startEngine({ accounts: [relay] }));
  await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
  expect(await engine.settle('accounts.sizeLimits', {}, () => true)).toEqual([]);
  const draft = await write(engine, { account: relay.account, attach: [film()] });
  await engine.settleMessage((await engine.call('outbox.enqueue', draft)).id, 'accepted');
});
