// A line that is cut at every step in front of a real server: before the server heard it, before its reply, amid its reply.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Security } from '../../electron/contract/model/accounts';
import { startEngine } from '../support/engine';
import { type FaultAction, type FaultRule, startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { accountFor, fileOf, send } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { parse } from '../support/message';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

type Place = {
  readonly name: string;
  readonly security: Security;
  /** The client's line, and the server's reply to it. */
  readonly said: Pick<FaultRule, 'line' | 'after'> | null;
  readonly reply: Pick<FaultRule, 'line' | 'after'> | null;
  readonly isLong?: boolean;
};
const inData = /^DATA$/i;
const places: readonly Place[] = [
  { name: 'the greeting', security: 'tls', said: null, reply: { line: /^220/ } },
  { name: 'EHLO', security: 'tls', said: { line: /^EHLO/i }, reply: { line: /^250[ -]/, after: /^EHLO/i } },
  { name: 'STARTTLS', security: 'starttls', said: { line: /^STARTTLS/i }, reply: { line: /^220/, after: /^STARTTLS/i } },
  { name: 'AUTH', security: 'tls', said: { line: /^AUTH/i }, reply: { line: /^235/ } },
  { name: 'MAIL', security: 'tls', said: { line: /^MAIL/i }, reply: { line: /^250 2\.1\.0/ } },
  { name: 'the first recipient', security: 'tls', said: { line: /^RCPT.*bob@/i }, reply: { line: /^250 2\.1\.5/ } },
  {
    name: 'the second recipient',
    security: 'tls',
    said: { line: /^RCPT.*carol@/i },
    reply: { line: /^250 2\.1\.5/, after: /^RCPT.*carol@/i },
  },
  { name: 'DATA', security: 'tls', said: { line: inData }, reply: { line: /^354/ } },
  { name: 'the content', security: 'tls', said: { line: /^Subject:/i, after: inData }, reply: null, isLong: true },
  { name: 'the final dot', security: 'tls', said: { line: /^\.$/, after: inData }, reply: { line: /^250.*queued as/ } },
  { name: 'QUIT', security: 'tls', said: { line: /^QUIT/i }, reply: { line: /^221/ } },
];

const cuts: readonly { readonly name: string; readonly from: FaultRule['from']; readonly action: FaultAction }[] = [
  { name: 'before the server heard it', from: 'client', action: { do: 'cut', how: 'reset' } },
  { name: 'amid the words', from: 'client', action: { do: 'truncate' } },
  { name: 'before the reply', from: 'server', action: { do: 'cut', how: 'reset' } },
  { name: 'before the reply, closed', from: 'server', action: { do: 'cut', how: 'end' } },
  { name: 'amid the reply', from: 'server', action: { do: 'truncate' } },
];
const cells = places.flatMap((place) =>
  cuts.flatMap((cut) => {
    const where = cut.from === 'client' ? place.said : place.reply;
    return where === null ? [] : [{ title: `${place.name}: ${cut.name}`, place, rule: { ...where, from: cut.from, action: cut.action } }];
  }),
);

async function timesArrived(subject: string): Promise<number[]> {
  await host.postfix.untilDelivered();
  const count = async (address: string): Promise<number> => {
    const found = await Promise.all(
      host
        .mailbox(address)
        .messages()
        .map(async ({ content }) => (await parse(content)).subject),
    );
    return found.filter((one) => one === subject).length;
  };
  return Promise.all([count('bob@example.test'), count('carol@example.test')]);
}

describe('a line that is cut', () => {
  it.each(cells)('at $title', async ({ title, place, rule }) => {
    const target = place.security === 'tls' ? host.ports.submissions : host.ports.submission;
    const proxy = await forThisTest(startFaultProxy({ target, security: place.security }));
    const { account, password } = accountFor(host, 'alice@example.test', { sentPolicy: 'local', imap: null, sentFolder: null });
    const broken = { ...account, smtp: { ...account.smtp, port: proxy.port, security: place.security } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: broken, password }] }));
    proxy.set(rule);
    const attach = place.isLong === true ? [fileOf('long.bin', Buffer.alloc(1_500_000, 1))] : [];
    const id = await send(engine, { account: broken, to: 'bob@example.test, carol@example.test', subject: title, attach });
    const isAtDot = place.name === 'the final dot';
    if (place.name === 'QUIT') {
      await engine.settleMessage(id, 'accepted');
      engine.clock.skip(15_000); // longer than a session rests
      await proxy.waitForStrikes(1);
      expect((await engine.settleMessage(id, 'accepted')).attempts).toHaveLength(1);
      return expect(await timesArrived(title)).toEqual([1, 1]);
    }
    const { item } = await engine.settleMessage(id, isAtDot ? 'uncertain' : 'deferred');
    expect(item.failure?.code).toBe(isAtDot ? 'outcome-unknown' : 'connection-lost');
    expect(proxy.struck).toHaveLength(1);
    if (!isAtDot) {
      expect(await timesArrived(title)).toEqual([0, 0]);
      await engine.call('outbox.retry', { ids: [id] });
      await engine.settleMessage(id, 'accepted');
      return expect(await timesArrived(title)).toEqual([1, 1]);
    }
    const arrived = rule.from === 'client' ? 0 : 1;
    for (let times = 0; times < 4; times += 1) engine.clock.skip(12 * 3_600_000);
    await engine.restart(3_600_000);
    await engine.settleMessage(id, 'uncertain');
    expect(await timesArrived(title)).toEqual([arrived, arrived]);
  });
});
