// A disk that is full or broken: Send is refused and names the disk, the draft stays, nothing is lost or sent twice, and the queue goes on.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../electron/contract/api';
import type { FailureCode } from '../../electron/contract/failure';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { forThisTest } from '../support/for-this-test';
import { type ForkedEngine, forkEngine } from '../support/forked-engine';
import { relayAccount } from '../support/letters';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { temporaryRoot } from '../support/temporary-root';
import { until } from '../support/until';
import { makeProfile } from './kill/aimed';
import { finish, settle } from './kill/finish';
import { contentOf, type Letter } from './kill/letters';
import { chanceFor } from './kill/random';
import { openScene, type Scene } from './kill/scene';

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

type Fault = { readonly error: 'ENOSPC' | 'EIO'; readonly calls: string; readonly from: number; readonly to: number };
const codes: Readonly<Record<Fault['error'], readonly FailureCode[]>> = {
  ENOSPC: ['disk-full', 'disk-error'], // SQLite calls a full disk an I/O error where it was only asked to sync
  EIO: ['disk-error'],
};
const failing = ({ error, calls, from, to }: Fault): [string, ...string[]] => [
  ...(['strace', '-f', '-qq', '-o', '/dev/null', '--seccomp-bpf'] as const),
  ...['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${from}..${to}`],
];
const letter: Letter = { number: 0, subject: 'letter 0', to: ['taken-0-0@example.test', 'taken-0-1@example.test'], attached: 30_000 };

/** Presses until it works, as a person does who makes room; each refusal has to be the disk's, and to name it. */
async function insist<N extends CallName>(
  engine: ForkedEngine,
  name: N,
  input: CallInput<N>,
  { profile }: Scene,
  expected: readonly FailureCode[],
): Promise<CallOutput<N>> {
  for (;;) {
    const result = await engine.call(name, input);
    if (result.ok) return result.value;
    expect([name, expected.includes(result.failure.code), result.failure]).toEqual([name, true, result.failure]);
    expect(result.failure.name).toBe(profile);
    expect((await engine.call('drafts.open', { draftId: 'draftId' in input ? String(input.draftId) : '' })).ok).toBe(true);
  }
}

async function sendThrough(engine: ForkedEngine, scene: Scene, expected: readonly FailureCode[]): Promise<string> {
  const { accountId } = scene.victim;
  const created = await until(async () => {
    const draft = await engine.call('drafts.create', { accountId, start: { kind: 'empty' } });
    return draft.ok && draft.value;
  });
  const draftId = created.id;
  const bytes = new Uint8Array(letter.attached ?? 0).fill(7);
  await insist(engine, 'drafts.attachBytes', { draftId, name: 'data.bin', type: 'x/y', bytes, isInline: false }, scene, expected);
  const revision = 50;
  await insist(engine, 'drafts.save', { draftId, revision, content: contentOf(letter, accountId) }, scene, expected);
  return (await insist(engine, 'outbox.enqueue', { draftId, revision }, scene, expected)).id;
}

describe('a disk that fails for a while', () => {
  const cases = (['ENOSPC', 'EIO'] as const).flatMap((error) =>
    [1, 12, 36, 54, 64].map((from) => [error, from, { error, calls: 'pwrite64,fdatasync,fsync,ftruncate', from, to: from + 7 }] as const),
  );

  it.each(cases)(
    'with %s from write %i on: Send is refused while it lasts, then everything goes, once',
    async (error, from, fault) => {
      const chances = { letterChance: chanceFor(0), serverChance: chanceFor(0) };
      const scene = await openScene({ script: built.script, ...chances, template: join(template, 'profile') });
      onTestFinished(() => scene.close());
      (scene.letters as Map<number, Letter>).set(0, letter);
      const engine = await scene.victim.start(undefined, failing(fault)).catch((unusable: unknown) => {
        expect(String(unusable)).toMatch(new RegExp(codes[error].join('|')));
        return null;
      });
      expect(engine === null).toBe(from === 1);
      // An engine that could not open its profile says so; there is room by the time it is started again.
      const working = engine ?? (await scene.victim.start());
      if (working === null) throw new Error('the engine does not start');
      const id = await sendThrough(working, scene, codes[error]);
      (scene.acknowledged as Map<string, number>).set(id, 0);
      await settle(working);
      await working.stop();
      await finish(scene, Promise.resolve());
      expect(scene.findings(true)).toEqual([]);
      expect(scene.server.accepted).toHaveLength(1);
    },
    60_000,
  );
});

const isRoot = process.getuid?.() === 0;
/** Only root may attach to a process that is not its child. */
const watchers = isRoot ? (['EIO', 'ENOSPC'] as const) : ([] as const);

/** Lets the first two syncs of each of the engine's threads fail from now on; resolves when that holds. */
async function failSyncs(pid: number, error: Fault['error'], trace: string): Promise<void> {
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
    (scene.letters as Map<number, Letter>).set(0, letter);
    const engine = await scene.victim.start();
    if (engine === null) throw new Error('the engine does not start');
    const trace = join(scene.profile, '..', 'syncs');
    await failSyncs(engine.pid, error, trace);
    const id = await sendThrough(engine, scene, codes[error]);
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
    const content = contentOf({ ...letter, number: 39 }, account.id);
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
