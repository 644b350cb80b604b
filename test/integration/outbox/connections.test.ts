// Many messages over several connections: each arrives once, nobody waits behind a huge one, and a server may say how many it takes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, fileOf, relayAccount, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { parse } from '../../support/message';
import { type SmtpScript, startScriptedSmtp } from '../../support/scripted-smtp';
import { until } from '../../support/until';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

async function relay(script: SmtpScript, connections: number) {
  const server = await forThisTest(startScriptedSmtp(script));
  const { account, password } = relayAccount(server.port, 'tls', { connections });
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  return { server, account, engine };
}
/** Writes them while the account is away, so that they wait all together. */
async function sendTogether(engine: TestEngine, account: Parameters<typeof send>[1]['account'], subjects: readonly string[]) {
  const ids: string[] = [];
  for (const subject of subjects) ids.push(await send(engine, { account, subject }));
  return ids;
}
const named = (count: number): string[] => Array.from({ length: count }, (_, n) => `message ${n}`);

describe('a long queue', () => {
  it('goes over ten connections to a real server, each message exactly once', async () => {
    const alice = accountFor(host, 'alice@example.test', { connections: 10, imap: null, sentPolicy: 'local' });
    const away = { ...alice, account: { ...alice.account, smtp: { ...alice.account.smtp, host: 'mail.invalid' } } };
    const engine = await forThisTest(startEngine({ accounts: [away] }));
    engine.setOnline(false);
    const subjects = named(120);
    await sendTogether(engine, away.account, subjects);
    engine.setAccounts(alice);
    await engine.settle('status', {}, ({ waiting, sending }) => waiting + sending === 0);
    const arrived = await host.mailbox('bob@example.test').waitForMessages(subjects.length);
    const seen = await Promise.all(arrived.map(async ({ content }) => (await parse(content)).subject ?? ''));
    expect(seen.sort()).toEqual([...subjects].sort());
    const connections = host.postfix.log().match(/submissions\/smtpd\[\d+\]: connect from/g)?.length ?? 0;
    expect(connections).toBeGreaterThan(1);
    expect(connections).toBeLessThanOrEqual(10);
  });

  it('goes over as many connections as the server takes, and no message is put off for the others', async () => {
    let open = 0;
    const { server, account, engine } = await relay(
      {
        answer: (step) => {
          if (step !== 'greeting') return undefined;
          open += 1;
          return open > 2 ? '421 4.7.0 too many connections' : undefined;
        },
      },
      8,
    );
    const [first = ''] = await sendTogetherAway(engine, account, named(40));
    await engine.settleMessage(first, 'accepted');
    await engine.settle('status', {}, ({ waiting, sending }) => waiting + sending === 0);
    expect(server.received).toHaveLength(40);
    expect(server.count('AUTH')).toBe(2);
    expect(server.connections()).toBeLessThanOrEqual(8);
  });

  it('does not let a huge message hold up the small ones', async () => {
    let isLarge = false;
    const { server, account, engine } = await relay(
      {
        answer: (step, line) => {
          if (step === 'MAIL' && Number(/SIZE=(\d+)/.exec(line)?.[1] ?? 0) > 500_000) isLarge = true;
          return step === 'DATA' && isLarge && server.count('DATA') === 1 ? { do: 'say-nothing' } : undefined;
        },
        keywords: ['AUTH PLAIN LOGIN', 'SIZE 50000000'],
      },
      2,
    );
    const huge = await send(engine, { account, subject: 'huge', attach: [fileOf('film.bin', Buffer.alloc(600_000, 7))] });
    await server.waitForCommands('DATA', 1);
    const small = await send(engine, { account, subject: 'small' });
    await engine.settleMessage(small, 'accepted');
    expect((await engine.settleMessage(huge, 'sending')).item.state).toBe('sending');
    expect(server.connections()).toBe(2);
  });

  it('meets a server that is away with one connection and one failure', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'greeting' ? '421 4.3.2 not now' : undefined) }, 10);
    await sendTogetherAway(engine, account, named(30));
    const items = await engine.settle('outbox.list', {}, (list) => list.length === 30 && list.some(({ state }) => state === 'deferred'));
    expect(items.filter(({ state }) => state === 'deferred')).toHaveLength(1);
    await until(() => server.connections() === 1);
    expect(server.connections()).toBe(1);
  });
});

/** They are written while the account's server is another one, and then wait all together. */
async function sendTogetherAway(engine: TestEngine, account: Parameters<typeof send>[1]['account'], subjects: readonly string[]) {
  const away = { ...account, smtp: { ...account.smtp, host: 'mail.invalid' } };
  engine.setOnline(false);
  engine.setAccounts({ account: away, password: 'open sesame 4711' });
  const ids = await sendTogether(engine, away, subjects);
  engine.setAccounts({ account, password: 'open sesame 4711' });
  return ids;
}
