// What happens to engines and not to lines: a second one on the same profile, one that is stopped and goes on, and a clock that is set.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../electron/contract/api';
import { startEngine } from '../support/engine';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { forThisTest } from '../support/for-this-test';
import { type ForkedEngine, forkEngine } from '../support/forked-engine';
import { relayAccount, send, write } from '../support/letters';
import { temporaryFolder } from '../support/profile';
import { type ScriptedSmtp, type SmtpAnswer, type SmtpStep, startScriptedSmtp } from '../support/scripted-smtp';
import { until } from '../support/until';
import { contentOf } from './kill/letters';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

const good = async <N extends CallName>(engine: ForkedEngine, name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value;
};

async function fork(server: ScriptedSmtp, profile: string): Promise<ForkedEngine> {
  const { account, password } = relayAccount(server.port);
  const engine = await forkEngine({ profile, script: built.script, accounts: [account], passwords: { [account.id]: password ?? '' } });
  onTestFinished(() => engine.kill());
  return engine;
}

async function post(engine: ForkedEngine, number: number): Promise<string> {
  const { account } = relayAccount(9);
  const { id: draftId } = await good(engine, 'drafts.create', { accountId: account.id, start: { kind: 'empty' } });
  const content = contentOf({ number, subject: `letter ${number}`, to: [`taken-${number}@example.test`], attached: null }, account.id);
  await good(engine, 'drafts.save', { draftId, revision: 1, content });
  return (await good(engine, 'outbox.enqueue', { draftId, revision: 1 })).id;
}

const stateOf = async (engine: ForkedEngine, id: string): Promise<string | null> =>
  new Promise((resolve) => {
    const end = engine.watch('outbox.entry', { id }, (result) => {
      resolve(result.ok ? (result.value?.item.state ?? null) : null);
      queueMicrotask(() => end());
    });
  });

describe('a second engine on the same profile', () => {
  it('leaves, with a thousand letters in the queue: each goes once', { timeout: 120_000 }, async () => {
    const server = await forThisTest(startScriptedSmtp());
    const profile = temporaryFolder();
    const first = await fork(server, profile);
    let refused = 0;
    const ids: string[] = [];
    for (let n = 0; n < 1000; n += 50) {
      ids.push(...(await Promise.all(Array.from({ length: 50 }, (_, more) => post(first, n + more)))));
      if (n % 250 !== 100) continue;
      await expect(fork(server, profile)).rejects.toThrow('profile-in-use');
      refused += 1;
    }
    expect(refused).toBe(4);
    await until(() => server.received.length >= 1000, { deadline: 90_000, describe: () => `${server.received.length} of 1000` });
    const to = server.received.flatMap((message) => message.to);
    expect(to).toHaveLength(1000);
    expect(new Set(to).size).toBe(1000);
  });
});

describe('an engine that is stopped and goes on', () => {
  const isStopped = (pid: number): boolean => /^\d+ \(.*\) T/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

  /** Stopped at this step; `answer` is what it finds when it goes on. */
  async function stoppedAt(step: SmtpStep, answer: SmtpAnswer | undefined) {
    const server = await forThisTest(startScriptedSmtp({ keepsUnanswered: true }));
    const engine = await fork(server, temporaryFolder());
    let times = 0;
    server.script((at) => {
      if (at !== step || times > 0) return undefined;
      times += 1;
      process.kill(engine.pid, 'SIGSTOP');
      return answer;
    });
    const id = await post(engine, 0);
    await until(() => times === 1 && isStopped(engine.pid));
    process.kill(engine.pid, 'SIGCONT');
    return { server, engine, id };
  }

  it.each(['MAIL', 'DATA', 'message'] as const)('at %s: the letter goes once', async (step) => {
    const { server, engine, id } = await stoppedAt(step, undefined);
    await until(async () => (await stateOf(engine, id)) === 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('before the dot, while the server hangs up: the letter is put off and goes once', async () => {
    const { server, engine, id } = await stoppedAt('DATA', { do: 'cut', how: 'reset' });
    await until(async () => (await stateOf(engine, id)) === 'deferred');
    await good(engine, 'outbox.retry', { ids: [id] });
    await until(async () => (await stateOf(engine, id)) === 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('after the dot, while the server hangs up: it may have been sent, and does not go again', async () => {
    const { server, engine, id } = await stoppedAt('message', { do: 'cut', how: 'end' });
    await until(async () => (await stateOf(engine, id)) === 'uncertain');
    expect(await engine.call('outbox.retry', { ids: [id] })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    expect(server.received).toHaveLength(1);
  });
});

const day = 24 * 3_600_000;

describe('a clock that is set', () => {
  async function putOff() {
    const server = await forThisTest(startScriptedSmtp({ answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) }));
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account });
    await engine.settleMessage(id, 'deferred');
    return { server, engine, id };
  }

  it('back by a day while the program is away: the letter does not wait for a day, and is not given up', async () => {
    const { server, engine, id } = await putOff();
    await engine.restart(-day);
    await engine.settleMessage(id, 'deferred');
    server.script(undefined);
    engine.clock.skip(30 * 60_000);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('forward by a year: the letter gets its try before anybody gives it up', async () => {
    const { server, engine, id } = await putOff();
    server.script(undefined);
    engine.clock.skip(365 * day);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('forward by a year and back again: nothing waits for the year to pass', async () => {
    const { server, engine } = await putOff();
    await engine.restart(365 * day);
    const other = await send(engine, { account: relayAccount(server.port).account, subject: 'of next year' });
    await engine.settleMessage(other, 'deferred');
    await engine.restart(-365 * day);
    server.script(undefined);
    engine.clock.skip(30 * 60_000);
    await engine.settleMessage(other, 'accepted');
  });
});

describe('a thousand letters inside their undo time', () => {
  it('that are cancelled: none is sent', { timeout: 120_000 }, async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const ids: string[] = [];
    const one = async (n: number): Promise<void> => {
      const draft = await write(engine, { account: relay.account, subject: `letter ${n}` });
      ids.push((await engine.call('outbox.enqueue', { ...draft, when: { kind: 'undo', ms: 60_000 } })).id);
    };
    for (let n = 0; n < 1000; n += 50) await Promise.all(Array.from({ length: 50 }, (_, more) => one(n + more)));
    await engine.call('outbox.cancel', { ids });
    engine.clock.skip(10 * 60_000);
    await engine.settle('status', {}, ({ waiting, sending }) => waiting + sending === 0);
    expect(server.connections()).toBe(0);
    expect(server.received).toEqual([]);
  });
});
