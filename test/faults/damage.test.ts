// A damaged database: what can be read is brought over, the person is told, and nothing in doubt goes out by itself.
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../electron/engine/create-engine';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { relayAccount, send, write } from '../support/letters';
import { temporaryFolder } from '../support/profile';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp';
import { until } from '../support/until';
import { type Chance, chanceFor } from './kill/random';

const page = 4096;
const file = (profile: string, end = ''): string => join(profile, `mail.sqlite${end}`);
const sent = 6;
const waiting = 12;
const drafts = 3;

type Scene = { readonly engine: TestEngine; readonly server: ScriptedSmtp /** As a power cut would leave it. */; readonly image: string };

/** All at once: what is waited for one after the other takes a minute. */
const each = (count: number, work: (n: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

/** Six letters are gone, twelve wait, three are being written; from now on the server takes everything. */
async function scene(): Promise<Scene> {
  const server = await forThisTest(startScriptedSmtp());
  const relay = relayAccount(server.port);
  const engine = await forThisTest(startEngine({ accounts: [relay] }));
  const { account } = relay;
  await each(sent, async (n) => engine.settleMessage(await send(engine, { account, subject: `sent ${n}` }), 'accepted'));
  server.script((step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined));
  await each(waiting, async (n) => {
    const id = await send(engine, { account, subject: `waiting ${n}`, html: `<p>${'word '.repeat(1 + n * 300)}</p>` });
    return engine.settleMessage(id, 'deferred');
  });
  await each(drafts, (n) => write(engine, { account, subject: `draft ${n}` }));
  const image = join(temporaryFolder(), 'image');
  cpSync(engine.profile, image, { recursive: true });
  server.script(undefined);
  return { engine, server, image };
}

const putBack = (profile: string, image: string): void => {
  rmSync(profile, { recursive: true });
  cpSync(image, profile, { recursive: true });
};

/** Lets everything go that goes by itself; an engine that meets damage is started again, as the shell does it. */
async function settle({ engine }: Scene): Promise<void> {
  for (let starts = 0; starts < 4; starts += 1) {
    engine.clock.skip(30 * 60_000);
    await until(async () => engine.isDamaged() || (await isQuiet(engine)), { deadline: 15_000 });
    if (!engine.isDamaged()) return void (await new Promise((resolve) => engine.clock.after(0, () => resolve(null)))); // notices follow a start
    await engine.restart();
  }
  throw new Error('the engine found damage again and again');
}

async function isQuiet(engine: TestEngine): Promise<boolean> {
  const status = await engine.settle('status', {}, () => true).catch(() => null);
  return status !== null && status.sending + status.waiting === 0;
}

const subjects = ({ server }: Scene): string[] =>
  server.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw.toString())?.[1] ?? '').sort();
const onceEach = (scene: Scene): void => {
  const ids = scene.server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);
  expect(new Set(ids).size).toBe(ids.length);
};
const salvaged = ({ engine }: Scene) => engine.notices.filter((notice) => notice.kind === 'salvaged');
const outbox = ({ engine }: Scene) => engine.settle('outbox.list', {}, () => true);

function overwrite(name: string, chance: Chance, pages: number): void {
  const bytes = readFileSync(name);
  for (let n = 0; n < pages; n += 1) {
    const at = chance.below(Math.ceil(bytes.length / page)) * page;
    const isZero = chance.next() < 0.3;
    for (let octet = at; octet < Math.min(at + page, bytes.length); octet += 1) bytes[octet] = isZero ? 0 : chance.below(256);
  }
  writeFileSync(name, bytes);
}

describe('pages that were overwritten', () => {
  it.each([1, 2, 3, 5, 8, 11])('at random (seed %i): nothing goes twice, and the engine lives', async (seed) => {
    const all = await scene();
    const chance = chanceFor(seed);
    await all.engine.restartAfter(() => overwrite(file(all.engine.profile), chance, 1 + chance.below(4)));
    await settle(all);
    onceEach(all);
    for (const notice of salvaged(all)) expect(existsSync(join(all.engine.profile, notice.keptAs))).toBe(true);
    if (salvaged(all).length === 0) expect(subjects(all)).toHaveLength(sent + waiting);
    // What was sent before is not sent again, and what is still here can be asked for.
    for (let n = 0; n < sent; n += 1) expect(subjects(all).filter((subject) => subject === `sent ${n}`)).toHaveLength(1);
    await outbox(all);
  });

  it('in the log of an engine that was killed: what may have been sent since is asked about', async () => {
    const all = await scene();
    const wal = readFileSync(file(all.image, '-wal'));
    const frames = Math.floor((wal.length - 32) / (page + 24));
    await all.engine.restartAfter(() => {
      putBack(all.engine.profile, all.image);
      wal.fill(0x5a, 32 + Math.floor(frames / 2) * (page + 24) + 100, 32 + Math.floor(frames / 2) * (page + 24) + 200);
      writeFileSync(file(all.engine.profile, '-wal'), wal);
    });
    await settle(all);
    expect(subjects(all)).toHaveLength(sent);
    expect(salvaged(all)).toHaveLength(1);
    expect((await outbox(all)).every(({ state }) => state === 'uncertain')).toBe(true);
  });
});

describe('the first page', () => {
  it.each([0, 0xff])('overwritten with %i is lent by a fresh database: nothing is lost', async (octet) => {
    const all = await scene();
    await all.engine.restartAfter(() => {
      const bytes = readFileSync(file(all.engine.profile));
      bytes.fill(octet, 0, page);
      writeFileSync(file(all.engine.profile), bytes);
    });
    expect((await all.engine.call('drafts.ids', { search: '' })).ids).toHaveLength(drafts);
    await settle(all);
    expect(subjects(all)).toHaveLength(sent + waiting);
    expect(salvaged(all)).toMatchObject([{ drafts, messages: sent + waiting }]);
  });
});

describe('a file that is shorter than it was', () => {
  it.each([0.9, 0.5, 0.2, 0])('at %d of its length: nothing goes twice, and the person is told', async (part) => {
    const all = await scene();
    await all.engine.restartAfter(() => {
      const { length } = readFileSync(file(all.engine.profile));
      truncateSync(file(all.engine.profile), Math.floor((length * part) / page) * page);
    });
    await settle(all);
    onceEach(all);
    expect(salvaged(all)).toHaveLength(1);
    const next = await send(all.engine, { account: relayAccount(all.server.port).account, subject: 'goes on' });
    await all.engine.settleMessage(next, 'accepted');
  });
});

describe('a file of somebody else', () => {
  it('in place of the database is left alone where another program can read it', async () => {
    const all = await scene();
    await all.engine.restart();
    const profile = join(temporaryFolder(), 'profile');
    cpSync(all.engine.profile, profile, { recursive: true });
    for (const end of ['', '-wal']) rmSync(file(profile, end), { force: true });
    const other = new DatabaseSync(file(profile));
    other.exec('CREATE TABLE note (text); CREATE TABLE more (text); PRAGMA user_version = 1');
    other.close();
    const before = readFileSync(file(profile));
    const host = { clock: all.engine.clock, random: () => new Uint8Array(16), notify: () => undefined };
    const opened = createEngine({ profile, host: { ...host, secret: () => Promise.reject(new Error()) } as never });
    expect(opened).toMatchObject({ ok: false, failure: { code: 'database-damaged' } });
    expect(readFileSync(file(profile)).equals(before)).toBe(true);
  });

  it('that is no database at all is kept beside a fresh one', async () => {
    const all = await scene();
    await all.engine.restartAfter(() => writeFileSync(file(all.engine.profile), 'Dear diary, '.repeat(5000)));
    expect(await outbox(all)).toEqual([]);
    await until(() => salvaged(all).length === 1);
    const [notice] = salvaged(all);
    expect(notice).toMatchObject({ drafts: 0, messages: 0 });
    expect(readFileSync(join(all.engine.profile, notice?.keptAs ?? ''), 'utf8')).toMatch(/^Dear diary/);
  });
});

describe('a write-ahead log', () => {
  it('of another database beside a database that was closed is not replayed: nothing is lost', async () => {
    const [all, other] = [await scene(), await scene()];
    await all.engine.restartAfter(() => cpSync(file(other.image, '-wal'), file(all.engine.profile, '-wal')));
    await settle(all);
    expect(subjects(all)).toHaveLength(sent + waiting);
    expect(salvaged(all)).toMatchObject([{ drafts, messages: sent + waiting }]);
  });

  it.each(['another database’s', 'none', 'an empty one'])(
    'replaced after a kill by %s: what may have been sent since is asked about',
    async (by) => {
      const [all, other] = [await scene(), await scene()];
      await all.engine.restartAfter(() => {
        putBack(all.engine.profile, all.image);
        const log = file(all.engine.profile, '-wal');
        rmSync(log);
        if (by === 'another database’s') cpSync(file(other.image, '-wal'), log);
        if (by === 'an empty one') writeFileSync(log, '');
      });
      await settle(all);
      expect(subjects(all)).toHaveLength(sent);
      expect(salvaged(all)).toHaveLength(1);
      expect((await outbox(all)).every(({ state }) => state === 'uncertain' || state === 'kept')).toBe(true);
    },
  );

  it('of an engine that was killed is simply read', async () => {
    const all = await scene();
    await all.engine.restartAfter(() => putBack(all.engine.profile, all.image));
    await settle(all);
    expect(subjects(all)).toHaveLength(sent + waiting);
    expect(salvaged(all)).toEqual([]);
  });
});
