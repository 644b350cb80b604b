// The engine is killed with one message behind its dot and the next begun, its mark set ahead: the memory of the computer tells them apart.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { type ForkedEngine, forkEngine } from '../../support/forked-engine';
import { call, settled } from '../../support/forked-outbox';
import { relayAccount } from '../../support/letters';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { temporaryRoot } from '../../support/temporary-root';
import { until } from '../../support/until';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

const people = ['anna', 'bob', 'carl', 'dora'] as const;

async function write(engine: ForkedEngine, accountId: string, name: string): Promise<string> {
  const draft = await call(engine, 'drafts.create', { accountId, start: { kind: 'empty' } });
  const to = [{ kind: 'good' as const, name: '', address: `${name}@example.test` }];
  const content = { ...draft.content, to, subject: name, html: '<p>Hello</p>' };
  const { revision } = await call(engine, 'drafts.save', { draftId: draft.id, revision: draft.revision + 1, content });
  return (await call(engine, 'outbox.enqueue', { draftId: draft.id, revision, when: { kind: 'now' } })).id;
}

/** Killed when carl's letter is behind its dot and dora's has been begun; then another engine, with what is left of the memory. */
async function killedBehindCarl(keepsMemory: boolean) {
  let isMute = false;
  let dots = 0;
  const server = await forThisTest(
    startScriptedSmtp({
      keywords: ['AUTH PLAIN LOGIN', '8BITMIME', 'PIPELINING'],
      answer(step) {
        if (step === 'message') dots += 1;
        isMute ||= dots === 3; // answers come in their order, or not at all
        return isMute ? { do: 'say-nothing' } : undefined;
      },
    }),
  );
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  const session = mkdtempSync('/dev/shm/session-');
  let running: ForkedEngine | null = null;
  onTestFinished(async () => {
    await running?.kill();
    for (const folder of [profile, session]) rmSync(folder, { recursive: true, force: true });
  });
  const { account, password } = relayAccount(server.port, 'tls', { connections: 1 });
  const start = async (port: number): Promise<ForkedEngine> => {
    const accounts = [{ ...account, smtp: { ...account.smtp, port } }];
    const env = { XDG_RUNTIME_DIR: session };
    running = await forkEngine({ profile, accounts, passwords: { [account.id]: password ?? '' }, env, script: built.script });
    return running;
  };
  const first = await start(1);
  const ids: string[] = [];
  for (const name of people) ids.push(await write(first, account.id, name));
  first.setAccounts([account]);
  const [anna = '', bob = '', carl = '', dora = ''] = ids;
  await until(() => dots === 3);
  await settled(first, bob, 'accepted');
  const waiting = await settled(first, dora, 'sending');
  expect(waiting.story.map(({ event }) => event)).not.toContain('dot'); // it is held back, and nobody is told otherwise
  await first.kill();
  if (!keepsMemory) rmSync(join(session, 'brevduva'), { recursive: true });
  isMute = false;
  dots = 4;
  return { server, second: await start(server.port), anna, carl, dora };
}

it('what was begun behind it goes, for its dot was surely held back', async () => {
  const { server, second, anna, carl, dora } = await killedBehindCarl(true);
  await settled(second, anna, 'accepted');
  await settled(second, carl, 'uncertain');
  const entry = await settled(second, dora, 'accepted');
  expect(entry.story.map(({ event }) => event).slice(-5)).toEqual(['attempt', 'crashed', 'attempt', 'dot', 'accepted']);
  expect(server.received.map(({ to }) => to[0])).toEqual(['anna', 'bob', 'dora'].map((name) => `${name}@example.test`));
});

it('where the memory is gone, as after a power cut, both may have been sent, and neither goes again', async () => {
  const { server, second, anna, carl, dora } = await killedBehindCarl(false);
  await settled(second, anna, 'accepted');
  await settled(second, carl, 'uncertain');
  await settled(second, dora, 'uncertain');
  await settled(second, await write(second, (await settled(second, dora, 'uncertain')).item.accountId, 'emil'), 'accepted');
  expect(server.received.map(({ to }) => to[0])).toEqual(['anna', 'bob', 'emil'].map((name) => `${name}@example.test`));
});
