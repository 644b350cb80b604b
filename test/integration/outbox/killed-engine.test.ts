// The engine process is killed while it sends: what had not left goes once, and what may have left is asked about.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import type { When } from '../../../electron/contract/model/outbox';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { type ForkedEngine, forkEngine } from '../../support/forked-engine';
import { call, settled } from '../../support/forked-outbox';
import { relayAccount } from '../../support/letters';
import { type ScriptedSmtp, type SmtpStep, startScriptedSmtp } from '../../support/scripted-smtp';
import { temporaryRoot } from '../../support/temporary-root';
import { until } from '../../support/until';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

/** A profile, and engines on it one after the other; whatever still runs when the test is over is ended. */
function profileOn(server: ScriptedSmtp, changes: Partial<Account> = {}) {
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  const { account, password } = relayAccount(server.port, 'tls', changes);
  let running: ForkedEngine | null = null;
  onTestFinished(async () => {
    await running?.kill();
    rmSync(profile, { recursive: true, force: true });
  });
  return {
    account,
    async start(): Promise<ForkedEngine> {
      running = await forkEngine({ profile, accounts: [account], passwords: { [account.id]: password ?? '' }, script: built.script });
      return running;
    },
  };
}

async function send(
  engine: ForkedEngine,
  accountId: string,
  subject: string,
  when: When = { kind: 'now' },
  address = 'bob@example.test',
): Promise<string> {
  const draft = await call(engine, 'drafts.create', { accountId, start: { kind: 'empty' } });
  const content = {
    ...draft.content,
    to: [{ kind: 'good' as const, name: 'Bob', address }],
    subject,
    html: '<p>Hello</p>',
  };
  await call(engine, 'drafts.attachBytes', {
    draftId: draft.id,
    name: 'data.bin',
    type: 'application/octet-stream',
    bytes: new Uint8Array(randomBytes(200_000)),
    isInline: false,
  });
  const { revision } = await call(engine, 'drafts.save', { draftId: draft.id, revision: draft.revision + 100, content });
  return (await call(engine, 'outbox.enqueue', { draftId: draft.id, revision, when })).id;
}
const silentAt = (step: SmtpStep) => ({ answer: (at: SmtpStep) => (at === step ? ({ do: 'say-nothing' } as const) : undefined) });

describe('an engine that is killed while it sends', () => {
  it.each(['AUTH', 'MAIL', 'RCPT', 'DATA'] as const)(
    'before the final dot (at %s): the message goes at the next start, once',
    async (step) => {
      const server = await forThisTest(startScriptedSmtp(silentAt(step)));
      const profile = profileOn(server);
      const first = await profile.start();
      const id = await send(first, profile.account.id, `killed at ${step}`);
      await server.waitForCommands(step, 1);
      await first.kill();
      server.script(undefined);
      const entry = await settled(await profile.start(), id, 'accepted');
      expect(server.received).toHaveLength(1);
      expect(server.received[0]?.raw).toHaveLength(entry.item.size);
      expect(entry.story.map(({ event }) => event)).toEqual(['frozen', 'attempt', 'crashed', 'attempt', 'dot', 'accepted']);
    },
  );

  it('after the final dot: the message may have been sent and does not go again by itself, but with the same bytes if the person says so', async () => {
    const server = await forThisTest(startScriptedSmtp({ ...silentAt('message'), keepsUnanswered: true }));
    const profile = profileOn(server);
    const first = await profile.start();
    const id = await send(first, profile.account.id, 'killed after the dot');
    await server.waitForMessages(1);
    await first.kill();
    server.script(undefined);
    const second = await profile.start();
    const entry = await settled(second, id, 'uncertain');
    expect(entry.story.map(({ event }) => event)).toEqual(['frozen', 'attempt', 'dot', 'crashed', 'uncertain']);
    const other = await send(second, profile.account.id, 'another');
    await settled(second, other, 'accepted');
    expect(server.received).toHaveLength(2);
    await call(second, 'outbox.settle', { id, as: 'send-again' });
    await settled(second, id, 'accepted');
    expect(server.received[2]?.raw.equals(server.received[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  it('three times over the same message: it is kept aside, and the others go', async () => {
    const server = await forThisTest(startScriptedSmtp(silentAt('DATA')));
    const profile = profileOn(server);
    let engine = await profile.start();
    const id = await send(engine, profile.account.id, 'the poisonous one');
    for (let crash = 1; crash <= 3; crash += 1) {
      await server.waitForCommands('DATA', crash);
      await engine.kill();
      engine = await profile.start();
    }
    expect((await settled(engine, id, 'kept')).item.failure?.code).toBe('crashed-thrice');
    server.script(undefined);
    await settled(engine, await send(engine, profile.account.id, 'a harmless one'), 'accepted');
    await call(engine, 'outbox.retry', { ids: [id] });
    await settled(engine, id, 'accepted');
    expect(server.received).toHaveLength(2);
  });

  it('three times over one of four that go at the same time: that one alone is kept aside', async () => {
    let isPoisonThere = true;
    const server = await forThisTest(
      startScriptedSmtp({
        answer(step, line) {
          if (step !== 'RCPT') return undefined;
          isPoisonThere ||= line.includes('poison');
          return isPoisonThere ? { do: 'say-nothing' } : undefined;
        },
      }),
    );
    const profile = profileOn(server, { connections: 4 });
    let engine = await profile.start();
    const write = (subject: string) => send(engine, profile.account.id, subject, { kind: 'now' }, `${subject}@example.test`);
    const poison = await write('poison');
    const innocent: string[] = [];
    for (let n = 0; n < 16; n += 1) innocent.push(await write(`letter-${n}`));
    await server.waitForCommands('RCPT', 4);
    for (let crash = 1; crash <= 3; crash += 1) {
      await until(() => server.commands.filter((line) => /^RCPT.*poison/.test(line)).length === crash);
      // What comes while it is under suspicion waits for it as well.
      if (crash > 1) for (const n of [1, 2, 3]) innocent.push(await write(`late-${crash}-${n}`));
      await engine.kill();
      isPoisonThere = false;
      engine = await profile.start();
    }
    expect((await settled(engine, poison, 'kept')).item.failure?.code).toBe('crashed-thrice');
    for (const id of innocent) expect((await settled(engine, id, 'accepted', 'kept')).item.state).toBe('accepted');
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(innocent.length);
    expect(server.received).toHaveLength(innocent.length);
  });
});

describe('an engine that is killed inside the undo time of a message', () => {
  it('sends nothing early and loses nothing: the whole time begins anew, and Send can still be undone', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const profile = profileOn(server);
    const first = await profile.start();
    const id = await send(first, profile.account.id, 'held', { kind: 'undo', ms: 60_000 });
    await first.kill();
    const started = Date.now();
    const second = await profile.start();
    const held = await settled(second, id, 'held');
    expect(held.item.nextTryAt).toBeGreaterThanOrEqual(started + 60_000);
    expect(held.story.map(({ event }) => event)).toEqual(['frozen', 'held', 'held']);
    const { draftId } = await call(second, 'outbox.edit', { id });
    expect(await call(second, 'drafts.open', { draftId })).toMatchObject({
      content: { subject: 'held' },
      attachments: [{ size: 200_000 }],
    });
    expect(server.connections()).toBe(0);
  });
});
