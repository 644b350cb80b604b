// What the shell is told of the whole when it asks, e.g. because somebody wants to leave.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ToShell } from '../../electron/contract/parent';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { type ForkedEngine, forkEngine } from '../support/forked-engine';
import { relayAccount } from '../support/letters';
import { temporaryRoot } from '../support/temporary-root';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

async function enqueue(engine: ForkedEngine, accountId: string): Promise<void> {
  const draft = await engine.call('drafts.create', { accountId, start: { kind: 'empty' } });
  if (!draft.ok) throw new Error(draft.failure.code);
  const to = [{ kind: 'good' as const, name: '', address: 'bob@example.test' }];
  await engine.call('drafts.save', { draftId: draft.value.id, revision: 5, content: { ...draft.value.content, to } });
  const sent = await engine.call('outbox.enqueue', {
    draftId: draft.value.id,
    revision: 5,
    when: { kind: 'undo', ms: 30_000 },
  });
  if (!sent.ok) throw new Error(sent.failure.code);
}

it('counts each letter from the moment it was taken, however often it is asked', async () => {
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  const { account } = relayAccount(1);
  const engine = await forkEngine({ profile, accounts: [account], passwords: {}, script: built.script });
  onTestFinished(async () => {
    await engine.kill();
    rmSync(profile, { recursive: true, force: true });
  });
  let id = 0;
  const held = (): Promise<number | undefined> => {
    id += 1;
    const asked = id;
    const answer = new Promise<number | undefined>((resolve) => {
      const hear = (message: ToShell): void => {
        if (message.kind !== 'status-now' || message.id !== asked) return;
        engine.child.off('message', hear);
        resolve(message.status?.held);
      };
      engine.child.on('message', hear);
    });
    engine.child.send({ kind: 'read-status', id: asked });
    return answer;
  };
  // Faster than the engine says it unasked.
  for (let count = 1; count <= 20; count += 1) {
    await enqueue(engine, account.id);
    expect(await held()).toBe(count);
  }
});
