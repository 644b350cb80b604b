// A letter that may have been sent is looked for in Sent by the program itself; what it finds there settles it, and nothing is sent again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import { issueCertificate } from '../../support/certificates';
import { startEngine } from '../../support/engine';
import { startFaultProxy } from '../../support/fault-proxy';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, relayAccount, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { events, farName } from '../../support/outbox';
import { startScriptedImap } from '../../support/scripted-imap';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';
import { until } from '../../support/until';

const minute = 60_000;

describe('a letter whose answer was lost, at a provider that files copies', () => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost();
  });
  afterAll(() => host.stop());

  it('is found in Sent after half a minute, and has one copy there and one recipient', async () => {
    const proxy = await forThisTest(startFaultProxy({ target: host.ports.submissions, security: 'tls' }));
    const { account, password } = accountFor(host, 'gina@example.test', { sentPolicy: 'server' });
    const broken = { ...account, smtp: { ...account.smtp, port: proxy.port } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: broken, password }] }));
    proxy.set({ from: 'client', line: /^\.$/, after: /^DATA$/i, action: { do: 'pass-then-cut', how: 'reset' } });
    const id = await send(engine, { account: broken, to: 'dieter@example.test' });
    await engine.settleMessage(id, 'uncertain');
    await host.mailbox('gina@example.test').waitForMessages(1, '[Gmail]/Sent Mail');
    engine.clock.skip(30_000);
    const entry = await engine.settleMessage(id, 'accepted');
    expect(events(entry)).toEqual(['frozen', 'attempt', 'dot', 'uncertain', 'found-in-sent']);
    expect(entry.item).toMatchObject({ copy: 'filed', failure: null });
    await host.postfix.untilDelivered();
    expect(host.mailbox('dieter@example.test').messages()).toHaveLength(1);
    expect(host.mailbox('gina@example.test').messages('[Gmail]/Sent Mail')).toHaveLength(1);
  });
});

/** A server that never answers the final dot, and a Sent folder that a test fills and breaks. */
async function unsure(imapHost: 'localhost' | typeof farName, changes: Partial<Account> = {}) {
  const certificate = await issueCertificate(await testAuthority(), { names: ['localhost', farName] });
  const smtp = await forThisTest(startScriptedSmtp({ answer: (step) => (step === 'message' ? { do: 'cut', how: 'reset' } : undefined) }));
  const imap = await forThisTest(startScriptedImap({ certificate, folders: { Sent: '\\Sent' } }));
  const { account: relay, password } = relayAccount(smtp.port);
  const account: Account = {
    ...relay,
    imap: { host: imapHost, port: imap.port, security: 'tls', user: relay.address },
    sentPolicy: 'search-first',
    sentFolder: 'Sent',
    ...changes,
  };
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  const id = await send(engine, { account });
  await engine.settleMessage(id, 'uncertain');
  /** Looks that were taken, as the story tells. */
  const looks = (wanted: number) =>
    engine.settle(
      'outbox.entry',
      { id },
      (entry) => (entry?.story ?? []).filter(({ event }) => event === 'not-found-in-sent').length === wanted,
    );
  return { smtp, imap, account, password, engine, id, looks };
}

describe('a letter whose answer was lost', () => {
  it('is looked for six times within some thirty hours, and then waits for the person', async () => {
    const { smtp, imap, engine, id, looks } = await unsure('localhost');
    for (const [index, pause] of [0.5, 2, 10, 60, 360, 1440].entries()) {
      engine.clock.skip(pause * minute);
      await looks(index + 1);
    }
    engine.clock.skip(10 * 1440 * minute);
    await engine.restart();
    await engine.settleMessage(id, 'uncertain');
    expect(imap.count('EXAMINE')).toBe(6);
    expect(smtp.count('DATA')).toBe(1);
  });

  it('is not said to have been looked for where there is no Sent folder', async () => {
    const { engine, imap, id } = await unsure('localhost', { imap: null, sentPolicy: 'local', sentFolder: null });
    for (let hours = 0; hours < 48; hours += 6) engine.clock.skip(360 * minute);
    await engine.restart();
    expect(events(await engine.settleMessage(id, 'uncertain'))).toEqual(['frozen', 'attempt', 'dot', 'uncertain']);
    expect(imap.commands).toEqual([]);
  });

  it('goes on being looked for after a restart', async () => {
    const { engine, looks } = await unsure('localhost');
    engine.clock.skip(30_000);
    await looks(1);
    await engine.restart(2 * minute);
    await looks(2);
  });

  it('is not looked for without a network, and is when it is back', async () => {
    const { engine, imap, looks } = await unsure(farName);
    engine.setOnline(false);
    engine.clock.skip(30 * minute);
    await looks(0);
    expect(imap.commands).toEqual([]);
    engine.setOnline(true);
    await looks(1);
  });

  it('loses no look to a server that is away', async () => {
    const { engine, imap, looks } = await unsure('localhost');
    let refused = 0;
    imap.script((verb) => {
      if (verb === 'LOGIN') refused += 1;
      return verb === 'LOGIN' ? 'NO [UNAVAILABLE] not now' : undefined;
    });
    engine.clock.skip(30_000);
    await until(() => refused > 0);
    imap.script(undefined);
    await until(async () => {
      engine.clock.skip(minute);
      return imap.count('EXAMINE') > 0;
    });
    const entry = await looks(1);
    // Ten minutes after the look that could not be taken, and not six times as late.
    const [look, unknown] = [entry?.story.at(-1)?.at ?? 0, entry?.story.at(-2)?.at ?? 0];
    expect(look - unknown).toBeGreaterThan(10 * minute);
  });
});
