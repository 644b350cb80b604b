// Every step of a submission, with everything that a server can do there: what becomes of the message, and what the server got.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { OutboxEntry } from '../../electron/contract/model/outbox';
import { isTemporary, pausesAccount } from '../../electron/domain/smtp-failure';
import { stringsFor } from '../../renderer/strings/languages';
import { walk } from '../support/browser-walk';
import { issueCertificate, type KeyAndCertificate } from '../support/certificates';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { startIdentityProvider } from '../support/identity-provider';
import { fileOf, relayAccount, send } from '../support/letters';
import { events, status } from '../support/outbox';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp';
import { beginSignIn } from '../support/sign-in-desk';
import { testAuthority } from '../support/test-ca';
import { languages, toldEverywhere } from '../support/told';
import { until } from '../support/until';
import { type Fault, faults } from './steps/faults';
import { lawOf, type Outcome } from './steps/law';
import { holdPatience } from './steps/patience';
import { type Step, steps } from './steps/steps';

const both = ['bob@example.test', 'carol@example.test'];
/** More than the system takes from a sender whose receiver has stopped reading. */
const long = 8_000_000;
const interruption = 100_000;
/** Longer than any pause between two tries, and longer than a session is used again without a question, or rests. */
const nextTry = 16 * 60_000;
const pauses = { nothing: 0, reset: 2_000, goodbye: 11_000 } as const;

let certificate: KeyAndCertificate;
beforeAll(async () => {
  certificate = await issueCertificate(await testAuthority());
});

/** A server that has this fault at this step, once, as soon as it is armed. */
async function faultyServer(step: Step, fault: Fault) {
  let isArmed = step.after === 'nothing';
  let struck = 0;
  let seen = 0;
  const isAnswered = fault.kind === 'later' || fault.kind === 'no';
  const server = await forThisTest(
    startScriptedSmtp({
      security: step.security === 'tls' ? 'tls' : 'starttls',
      certificate,
      keywords: step.keywords,
      isCramMd5Able: true,
      interruptsBodyAfter: interruption,
      keepsUnanswered: !isAnswered,
      answer(at) {
        if (at === 'greeting') seen = 0;
        if (at !== step.at) return undefined;
        seen += 1;
        if (!isArmed || seen !== step.nth || struck > 0) return undefined;
        struck += 1;
        return fault.answer(at);
      },
    }),
  );
  const arm = (): void => {
    isArmed = true;
    seen = 0;
  };
  return { server, arm, isStruck: () => struck > 0 };
}

async function engineFor(step: Step, server: ScriptedSmtp): Promise<{ engine: TestEngine; account: Account }> {
  const { account, password } = relayAccount(server.port, step.security, step.oauth === undefined ? {} : { oauth: step.oauth });
  if (step.oauth === undefined) return { account, engine: await forThisTest(startEngine({ accounts: [{ account, password }] })) };
  const identity = await forThisTest(startIdentityProvider());
  const engine = await forThisTest(startEngine({ accounts: [{ account, password: null }], oauthClients: identity.clients }));
  const signingIn = await beginSignIn(engine, account);
  await walk(signingIn.page, account.address);
  expect(await signingIn.ended()).toBe('done');
  return { engine, account };
}

const letter = (step: Step, account: Account, subject: string) => ({
  account,
  subject,
  to: both.join(', '),
  attach: step.at === 'content' ? [fileOf('long.bin', Buffer.alloc(long, 'pigeon '))] : [],
});

/** How often each of the two has it, by the server's own books. */
const timesReceived = (server: ScriptedSmtp): number[] =>
  both.map((address) => server.received.filter(({ to }) => to.includes(address)).length);
const statesOf = ({ recipients }: OutboxEntry): string[] => recipients.map(({ state }) => state);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** How the text begins in each case: what a person reads first. */
const beginningOf = (says: ReturnType<typeof stringsFor>['outbox']['says']): Readonly<Record<Exclude<Outcome, 'sent'>, RegExp>> => {
  const begins = (...words: readonly string[]): RegExp => new RegExp(`^(${words.map(escaped).join('|')})`);
  const waits = begins(says.waiting, says.tried(1), says.tried(2));
  return {
    waits,
    'waits-for-one': waits,
    'refused-one': begins(says.partly('1', '2')),
    failed: begins(says.failed),
    // Since when stands at its end.
    paused: new RegExp(`^${escaped(says.accountSince('@')).replace('@', '.+')}`),
    uncertain: begins(says.uncertain),
  };
};

/** The sentence belongs to the right class, and says what the server said. */
function sentence(entry: OutboxEntry, fault: Fault, outcome: Exclude<Outcome, 'sent'>, now: number): void {
  const texts = toldEverywhere(entry, now);
  for (const language of languages) {
    const { says } = stringsFor(language).outbox;
    expect(texts[language], language).toMatch(beginningOf(says)[outcome]);
    if (fault.reply !== undefined) expect(texts[language], language).toMatch(new RegExp(`${fault.reply}.* (try later|not here|closing)`));
  }

  const failure = entry.item.failure ?? { code: 'internal' as const };
  const isOne = outcome === 'refused-one';
  expect(failure.code === 'outcome-unknown').toBe(outcome === 'uncertain');
  expect(pausesAccount(failure)).toBe(outcome === 'paused');
  if (outcome === 'waits' || outcome === 'waits-for-one') expect(isTemporary(failure)).toBe(true);
  if (outcome === 'failed') expect(isTemporary(failure)).toBe(false);
  const told = isOne ? entry.recipients.find(({ state }) => state === 'refused')?.failure : failure;
  if (fault.reply !== undefined) expect(told).toMatchObject({ reply: fault.reply, said: expect.stringMatching(/later|not here|closing/) });
  if (fault.reply !== undefined) expect(told?.enhanced).toBe(fault.enhanced);
}

/** Time passes, the program is started again, and more time passes: what may not move by itself does not. */
async function muchLater(engine: TestEngine): Promise<void> {
  for (let times = 0; times < 3; times += 1) engine.clock.skip(nextTry);
  await engine.restart(nextTry);
  engine.clock.skip(nextTry);
  await status(engine, ({ sending, waiting }) => sending + waiting === 0);
}

/** The time that is told for the next try comes, and it goes. */
async function leavesByItself(engine: TestEngine, id: string): Promise<void> {
  await engine.settle('outbox.entry', { id }, (entry) => {
    const { state, nextTryAt } = entry?.item ?? {};
    if (state === 'accepted') return true;
    const now = engine.clock.now();
    if (nextTryAt !== undefined && nextTryAt !== null && nextTryAt > now) setImmediate(engine.clock.skip, nextTryAt - now);
    return false;
  });
}

async function settled(engine: TestEngine, id: string, states: readonly OutboxEntry['item']['state'][]) {
  const entry = await engine.settleMessage(id, ...states);
  expect(JSON.stringify(entry)).not.toContain('\\u0000');
  return entry;
}

const check: Readonly<
  Record<Outcome, (cell: { engine: TestEngine; account: Account; server: ScriptedSmtp; id: string; fault: Fault }) => Promise<void>>
> = {
  async sent({ engine, id }) {
    const entry = await settled(engine, id, ['accepted']);
    expect(statesOf(entry)).toEqual(['accepted', 'accepted']);
    expect(events(entry)).not.toContain('deferred');
  },
  async waits({ engine, server, id, fault }) {
    const entry = await settled(engine, id, ['deferred']);
    sentence(entry, fault, 'waits', engine.clock.now());
    expect(timesReceived(server)).toEqual([0, 0]);
    await leavesByItself(engine, id);
  },
  async 'waits-for-one'({ engine, server, id, fault }) {
    const entry = await settled(engine, id, ['deferred']);
    sentence(entry, fault, 'waits-for-one', engine.clock.now());
    expect(statesOf(entry).sort()).toEqual(['accepted', 'deferred']);
    expect(timesReceived(server).sort()).toEqual([0, 1]);
    await leavesByItself(engine, id);
  },
  async 'refused-one'({ engine, server, id, fault }) {
    const entry = await settled(engine, id, ['partly']);
    sentence(entry, fault, 'refused-one', engine.clock.now());
    expect(timesReceived(server).sort()).toEqual([0, 1]);
    await muchLater(engine);
    expect(timesReceived(server).sort()).toEqual([0, 1]);
    await engine.call('outbox.retry', { ids: [id] });
    await settled(engine, id, ['accepted']);
  },
  async failed({ engine, server, id, fault }) {
    const entry = await settled(engine, id, ['failed']);
    sentence(entry, fault, 'failed', engine.clock.now());
    await muchLater(engine);
    expect(timesReceived(server)).toEqual([0, 0]);
    await engine.call('outbox.retry', { ids: [id] });
    await settled(engine, id, ['accepted']);
  },
  async paused({ engine, account, server, id, fault }) {
    const { paused } = await status(engine, (now) => now.paused.length === 1);
    expect(paused.map(({ accountId }) => accountId)).toEqual([account.id]);
    const entry = await settled(engine, id, ['queued']);
    sentence(entry, fault, 'paused', engine.clock.now());
    const asked = server.connections();
    engine.clock.skip(nextTry);
    expect([server.connections(), ...timesReceived(server)]).toEqual([asked, 0, 0]);
    await engine.call('accounts.resume', { accountId: account.id });
    await settled(engine, id, ['accepted']);
  },
  async uncertain({ engine, server, id, fault }) {
    const entry = await settled(engine, id, ['uncertain']);
    sentence(entry, fault, 'uncertain', engine.clock.now());
    expect(events(entry)).toContain('dot');
    await muchLater(engine);
    await settled(engine, id, ['uncertain']);
    expect(timesReceived(server)).toEqual([1, 1]);
    await engine.call('outbox.settle', { id, as: 'sent' });
    await settled(engine, id, ['accepted']);
  },
};

describe.each(steps)('at $name', (step) => {
  it.each(faults)('$name', async (fault) => {
    const outcome = lawOf(step, fault);
    const patience = fault.isSilent === true ? holdPatience() : null;
    const { server, arm, isStruck } = await faultyServer(step, fault);
    const { engine, account } = await engineFor(step, server);
    let before = 0;
    if (step.after !== 'nothing') {
      await engine.settleMessage(await send(engine, letter(step, account, 'before')), 'accepted');
      before = 1;
      arm();
      engine.clock.skip(pauses[step.after]);
      if (step.after === 'goodbye') await until(isStruck);
    }
    const id = await send(engine, letter(step, account, 'the letter'));
    await until(isStruck, { describe: () => server.commands.join(' | ') });
    if (step.at === 'message')
      expect((await engine.settle('outbox.entry', { id }, (entry) => entry !== null))?.item.state).not.toBe('queued');
    if (patience !== null) {
      await until(() => patience.longest() > 0); // the conversation has begun
      if (step.at === 'message') expect(patience.longest()).toBeGreaterThanOrEqual(10 * 60_000);
      patience.runsOut();
    }
    await check[outcome]({ engine, account, server, id, fault });
    expect(timesReceived(server)).toEqual([1 + before, 1 + before]);
    expect(server.commands.join('\n')).not.toMatch(/RCPT.*(?<!bob@example.test|carol@example.test)>/);
  });
});
