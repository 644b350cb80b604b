// Each preset against a provider that behaves like the real one, under its real names and ports: recognised, filled in, checked
// at every server it names, sent through, with exactly one copy in Sent, and its limits explained.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import { coach } from '../../electron/domain/coach/coach';
import { presetFor, providers, recognise, recogniseHost } from '../../electron/domain/providers';
import type { TestEngine } from '../support/engine';
import { fileOf, send, trySend } from '../support/letters';
import { type Behaviour, behaviours, type Filing } from '../support/provider-world/behaviours';
import { everyDoor, meetPerson, type Person } from '../support/provider-world/person';
import { type ProviderHost, startProvider } from '../support/provider-world/provider-host';
import { until } from '../support/until';

/** ms that the program gives a provider to file a copy by itself. */
const providerPatience = 120_000;

const rows: readonly Behaviour[] = Object.values(behaviours);

describe.each(rows)('$id', (row) => {
  const provider = providers[row.id];
  const { oauth, signIn } = { oauth: undefined, ...provider };
  const ways = [...(oauth === undefined ? [] : ['browser']), ...(signIn === 'oauth2-only' ? [] : ['password'])];
  let host: ProviderHost;
  beforeAll(async () => {
    host = await startProvider(provider, row, row.filings.includes('itself'));
  });
  afterAll(() => host.stop());

  const meet = async (way = ways[0]): Promise<Person> => {
    const person = await meetPerson(provider, row, { byBrowser: way === 'browser', clients: host.identity?.clients });
    if (way === 'browser') expect(await person.signIn()).toBe('done');
    return person;
  };
  const ready = async (way = ways[0]): Promise<{ readonly engine: TestEngine; readonly account: Account }> => {
    const person = await meet(way);
    return { engine: person.engine, account: person.save(await person.check()) };
  };
  const arrived = () => host.mail.mailbox('bob@example.test').messages().length;
  const copies = () => host.mail.mailbox(row.address).messages(host.mail.layout(row.address).sent ?? 'Sent').length;

  it('is recognised, and its settings lead to its servers', () => {
    if (provider.kind === 'mailbox') expect(recognise(row.address)).toBe(row.id);
    const { smtp } = presetFor(row.id, row.address, 'Anna');
    // Hotmail's mail goes through Outlook's servers.
    expect(recogniseHost(smtp.host)).toBe(row.id === 'hotmail' ? 'outlook' : row.id);
    expect(row.size).toBe('messageSize' in provider.limits ? provider.limits.messageSize : undefined);
    expect(row.recipients).toBe('recipientsPerMessage' in provider.limits ? provider.limits.recipientsPerMessage : undefined);
  });

  it.each(ways)('passes the check by %s at every server that the preset names', async (way) => {
    const person = await meet(way);
    for (const account of everyDoor(provider, person.account)) {
      const report = await person.check(account);
      const seen = `${account.smtp.host}:${account.smtp.port} ${JSON.stringify(report.stages)}`;
      expect(report.canSend, seen).toBe(true);
      const wanted = account.imap === null ? ['fine', 'skipped'] : ['fine'];
      expect(new Set(report.stages.map(({ state }) => state)), seen).toEqual(new Set(wanted));
      if (account.imap !== null) expect(report.sentFolder).toBe(host.mail.layout(row.address).sent);
    }
  });

  it.each(ways)('takes a letter by %s once, and has one copy of it', async (way) => {
    for (const filing of row.filings) await sendOnce(await ready(way), filing);
  });

  async function sendOnce({ engine, account }: { readonly engine: TestEngine; readonly account: Account }, filing: Filing): Promise<void> {
    const before = { arrived: arrived(), copies: copies(), looks: host.imapSignIns() };
    const id = await send(engine, { account, subject: `From ${row.id}` });
    await engine.settleMessage(id, 'accepted');
    const message = (await host.mail.mailbox('bob@example.test').waitForMessages(before.arrived + 1)).at(-1);
    if (filing === 'no-folder') {
      await engine.settle('sent.page', { accountId: account.id, offset: 0, limit: 10 }, ({ total }) => total === 1);
    } else {
      if (filing === 'later') await host.fileLater(message?.content ?? Buffer.alloc(0), before.looks);
      await settleCopy(engine, id, filing);
      expect(copies() - before.copies, filing).toBe(1);
    }
    // Nothing is made up for afterwards.
    await engine.restart(3_600_000);
    expect((await engine.settleMessage(id, 'accepted')).item.copy).toMatch(/^(none-needed|filed)$/);
    expect(copies() - before.copies).toBe(filing === 'no-folder' ? 0 : 1);
    expect(arrived() - before.arrived).toBe(1);
  }

  /**
   * Looks fall due by the clock, which is moved from one to the next. When the provider's time is over it goes on as it does: what is
   * under way then must not run out of its own time.
   */
  async function settleCopy(engine: TestEngine, id: string, filing: Filing): Promise<void> {
    if (filing === 'itself') await until(() => copies() > 0);
    let copy: string | undefined;
    const end = engine.clock.now() + providerPatience;
    const unwatch = engine.watch('outbox.entry', { id }, (entry) => {
      copy = entry?.item.copy;
    });
    await until(
      () => {
        const now = engine.clock.now();
        const due = Math.min(engine.clock.nextDue() ?? now, end);
        if (copy === 'pending' && due > now) engine.clock.skip(due - now);
        return copy === 'filed' || copy === 'none-needed';
      },
      { deadline: 30_000, describe: () => `the copy is ${copy}` },
    ).finally(unwatch);
  }

  /** A row for the test below, where the provider's limit is known; none otherwise. */
  const whatFor = (isKnown: boolean): readonly string[] => (isKnown ? [row.id] : []);

  it.each(whatFor(row.refusals.length > 0))('%s explains a refusal in its own words, and the letter goes when it is over', async () => {
    for (const { at, says, becomes, code, advice } of row.refusals) {
      const { engine, account } = await ready();
      const before = arrived();
      host.mail.policy.set(({ stage }) => (stage === at ? says : 'DUNNO'));
      const id = await send(engine, { account, subject: 'Too many' });
      const { item } = await engine.settleMessage(id, becomes);
      host.mail.policy.set(null);
      expect(item.failure, says).toMatchObject({ code, said: expect.stringContaining(says.split(' ').slice(-4).join(' ')) });
      expect(item.failure === null ? null : coach(item.failure).id, says).toBe(advice);
      expect(arrived()).toBe(before);
      await engine.call('outbox.retry', { ids: [id] });
      await engine.settleMessage(id, 'accepted');
      await host.mail.postfix.untilDelivered();
      expect(arrived()).toBe(before + 1);
    }
  });

  it.each(whatFor(row.recipients !== undefined))(
    '%s takes one recipient more than it allows at a time, and each has the letter once',
    async () => {
      const { engine, account } = await ready();
      const before = arrived();
      const wanted = (row.recipients ?? 0) + 1;
      const to = Array.from({ length: wanted }, (_, index) => `bob+${index}@example.test`).join(', ');
      const id = await send(engine, { account, to });
      const first = await engine.settleMessage(id, 'accepted', 'deferred');
      if (first.item.state !== 'accepted') await engine.call('outbox.retry', { ids: [id] });
      await engine.settleMessage(id, 'accepted');
      await host.mail.postfix.untilDelivered();
      const reached = host.mail.mailbox('bob@example.test').messages().slice(before);
      expect(new Set(reached.map(({ originalTo }) => originalTo)).size).toBe(wanted);
      expect(reached).toHaveLength(wanted);
    },
  );

  it.each(whatFor(row.size !== undefined))('%s is not sent more than it takes: that is said before the upload', async () => {
    const { engine, account } = await ready();
    const before = arrived();
    // Base64 makes four of three.
    const attach = [fileOf('film.bin', Buffer.alloc((row.size ?? 0) * 0.8, 7))];
    // Its limit is known from the start, or from what the server announced: the draft stays a draft.
    const answer = await trySend(engine, { account, attach });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'message-too-large' } });
    await host.mail.postfix.untilDelivered();
    expect(arrived()).toBe(before);
  });
});
