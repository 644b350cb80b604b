// A disk that is full or broken: Send is refused and names the disk, the draft stays, nothing is lost or sent twice, and the queue goes on.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../electron/contract/api';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { forThisTest } from '../support/for-this-test';
import { forkEngine } from '../support/forked-engine';
import { relayAccount } from '../support/letters';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { temporaryRoot } from '../support/temporary-root';
import { until } from '../support/until';
import { makeProfile } from './kill/aimed';
import { codesOf, type DiskError, diskErrors, letterOnDisk, runDisk, sendThrough } from './kill/disk';
import { finish, settle } from './kill/finish';
import { contentOf, type Letter } from './kill/letters';
import { chanceFor } from './kill/random';
import { openScene } from './kill/scene';

let built: BuiltEngine;
const template = mkdtempSync(join(temporaryRoot(), 'bd-template-'));
beforeAll(async () => {
  built = await buildEngine();
  await makeProfile(join(template, 'profile'), built.script);
});
afterAll(() => {
  rmSync(template, { recursive: true });
  return built.stop();
});

/** Others each day, so that the tests walk through all calls; `npm run test:kill -- --disk` goes through them in one go. */
const day = Math.floor(Date.now() / 86_400_000);
const cases = diskErrors.flatMap((error) => [
  ...[0, 1, 2, 3, 4].map((fifth) => ({ error, occasion: 'writing' as const, nth: 1 + fifth * 13 + (fifth === 0 ? 0 : day % 13), span: 8 })),
  ...(['body', 'dot'] as const).map((occasion) => ({ error, occasion, nth: 3, span: 2 })),
  { error, occasion: day % 2 === 0 ? ('body' as const) : ('dot' as const), nth: 1 + (day % 9), span: 1 },
]);

describe('a disk that fails for a while', () => {
  it.each(cases)(
    'with $error from call $nth on ($occasion, $span times): what is refused is said, then everything goes, once',
    async (fault) => {
      const tally = await runDisk({ script: built.script, faults: [fault] });
      expect(tally.findings).toEqual([]);
      expect(tally.accepted).toBe(1);
    },
    200_000,
  );
});

const isRoot = process.getuid?.() === 0;
/** Only root may attach to a process that is not its child. */
const watchers = isRoot ? (['EIO', 'ENOSPC'] as const) : ([] as const);

/** Lets the first two syncs of each of the engine's threads fail from now on; resolves when that holds. */
async function failSyncs(pid: number, error: DiskError, trace: string): Promise<void> {
  const inject = `inject=fdatasync:error=${error}:when=1..2`;
  const strace = spawn('strace', ['-f', '-o', trace, '-p', String(pid), '-e', 'trace=fdatasync', '-e', inject]);
  onTestFinished(() => void strace.kill());
  let said = '';
  strace.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  await until(() => said.includes('attached'));
}

describe('a journal that the disk does not take', () => {
  it.each(watchers)('with %s is carried over into the database, and what waited for it goes on, once', async (error) => {
    const scene = await openScene({
      script: built.script,
      letterChance: chanceFor(0),
      serverChance: chanceFor(0),
      template: join(template, 'profile'),
    });
    onTestFinished(() => scene.close());
    (scene.letters as Map<number, Letter>).set(0, letterOnDisk);
    const engine = await scene.victim.start();
    if (engine === null) throw new Error('the engine does not start');
    const trace = join(scene.profile, '..', 'syncs');
    await failSyncs(engine.pid, error, trace);
    const id = await sendThrough(engine, scene, codesOf[error]);
    (scene.acknowledged as Map<string, number>).set(id, 0);
    await settle(engine);
    await engine.stop();
    await finish(scene, Promise.resolve());
    expect(scene.findings(true)).toEqual([]);
    expect(scene.server.accepted).toHaveLength(1);
    // Attempts are synced on threads of their own, and there it was refused too.
    const refused = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line.includes('INJECTED'));
    expect(refused.some((line) => !line.startsWith(`${engine.pid} `))).toBe(true);
  });
});

/** A disk of its own that is soon full; only root may mount one. */
function smallDisk(): { readonly profile: string; readonly fill: () => void; readonly makeRoom: () => void } {
  const folder = mkdtempSync(join(temporaryRoot(), 'bd-small-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  const profile = join(folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  const filler = join(folder, 'filler');
  return {
    profile,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    makeRoom: () => rmSync(filler),
  };
}

const disks = isRoot ? (['a small disk'] as const) : ([] as const);

describe('a disk that is full', () => {
  it.each(disks)('%s: what is written stays, Send is refused, and goes when there is room', async () => {
    const { profile, fill, makeRoom } = smallDisk();
    const server = await forThisTest(startScriptedSmtp());
    const { account, password } = relayAccount(server.port);
    const engine = await forkEngine({ profile, script: built.script, accounts: [account], passwords: { [account.id]: password ?? '' } });
    onTestFinished(() => engine.kill());
    const good = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
      const result = await engine.call(name, input);
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      return result.value;
    };
    const { id: draftId } = await good('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    const content = contentOf({ ...letterOnDisk, number: 39 }, account.id);
    await good('drafts.save', { draftId, revision: 1, content });
    fill();
    const attach = { draftId, name: 'big.bin', type: 'x/y', bytes: new Uint8Array(300_000).fill(1), isInline: false };
    const full = { ok: false, failure: { code: 'disk-full', name: profile } };
    expect(await engine.call('drafts.attachBytes', attach)).toMatchObject(full);
    const bigger = { ...content, html: `<p>${'more '.repeat(100_000)}</p>` };
    expect(await engine.call('drafts.save', { draftId, revision: 2, content: bigger })).toMatchObject(full);
    expect((await good('drafts.open', { draftId })).content).toEqual(content);
    // The log may have a page or two to spare; in the end there is none.
    const refused = await until(async () => {
      const { id } = await good('drafts.create', { accountId: account.id, start: { kind: 'empty' } }).catch(() => ({ id: null }));
      return id === null;
    });
    expect(refused).toBe(true);
    expect(await engine.call('outbox.enqueue', { draftId, revision: 1 })).toMatchObject(full);
    expect(server.received).toEqual([]);
    makeRoom();
    await good('drafts.attachBytes', attach);
    const { revision } = await good('drafts.open', { draftId });
    await good('outbox.enqueue', { draftId, revision });
    const [received] = await server.waitForMessages(1);
    expect(received?.raw.length).toBeGreaterThan(400_000);
    expect(server.received).toHaveLength(1);
  });

  it('is not asked of whoever may not make one: the same is tried above, at each write', () => expect(disks.length).toBe(isRoot ? 1 : 0));
});
