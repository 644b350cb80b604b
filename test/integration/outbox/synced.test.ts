// What the system was asked to do, in its order: the journal is on the disk before a final dot goes out, and before anything is answered.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { forkEngine } from '../../support/forked-engine';
import { call } from '../../support/forked-outbox';
import { relayAccount } from '../../support/letters';
import { temporaryFolder } from '../../support/profile';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { temporaryRoot } from '../../support/temporary-root';
import { until } from '../../support/until';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

const letters = 24;
/** Octets that no commands of ours come to, and every message does. */
const leastMessage = 400;
/** `at`: its place among the lines, when it was answered; `begunAt`: when it was made. */
type Call =
  | { readonly kind: 'sync'; readonly begunAt: number; readonly at: number }
  | { readonly kind: 'journal'; readonly at: number }
  | { readonly kind: 'write'; readonly octets: number; readonly at: number };

/** The calls that matter, in the order in which they were answered. A call that another thread interrupted is written in two lines. */
function readTrace(file: string): readonly Call[] {
  const begun = new Map<string, { readonly text: string; readonly at: number }>();
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at): Call[] => {
      const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      if (text.endsWith('<unfinished ...>')) {
        begun.set(thread, { text, at });
        return [];
      }
      const before = text.startsWith('<... ') ? begun.get(thread) : undefined;
      const whole = `${before?.text ?? ''}${text}`;
      if (/^f(?:data)?sync\(\d+<[^>]*mail\.sqlite-wal>.*= 0$/.test(whole)) return [{ kind: 'sync', begunAt: before?.at ?? at, at }];
      if (/^pwrite64\(\d+<[^>]*mail\.sqlite-wal>/.test(whole)) return [{ kind: 'journal', at }];
      const [, octets] = /^writev?\(\d+<TCP:\[[^\]]+\]>.*= (\d+)$/.exec(whole) ?? [];
      return octets === undefined ? [] : [{ kind: 'write', octets: Number(octets), at }];
    });
}

/** What was synced or given its place, and when a call was answered: the answers go out on the engine's own line to the page, as other news does. */
function storedIn(file: string): readonly string[] {
  const begun = new Map<string, string>();
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      if (text.endsWith('<unfinished ...>')) {
        begun.set(thread, text);
        return [];
      }
      const whole = text.startsWith('<... ') ? `${begun.get(thread) ?? ''}${text}` : text;
      const [, synced] = /^f(?:data)?sync\(\d+<([^>]*)>.*= 0$/.exec(whole) ?? [];
      if (synced !== undefined) return [`sync ${synced}`];
      const [, placed] = /^rename\("[^"]*", "([^"]*)"\) += 0$/.exec(whole) ?? [];
      if (placed !== undefined) return [`place ${placed}`];
      return /^(?:write|writev|sendmsg)\(\d+<UNIX[^>]*>.*kind.{1,12}answer.*= \d+$/.test(whole) ? ['answer'] : [];
    });
}

it('a file, its place and the journal are synced before the answer that it is attached, and the journal before the answer to Send', async () => {
  const { account } = relayAccount(1);
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  const trace = join(temporaryFolder(), 'trace');
  const calls = 'trace=fsync,fdatasync,rename,write,writev,sendmsg';
  const engine = await forkEngine({
    profile,
    accounts: [],
    passwords: {},
    script: built.script,
    through: ['strace', '-f', '-qq', '-yy', '-s', '400', '-o', trace, '-e', calls],
  });
  onTestFinished(() => engine.kill());
  engine.setAccounts([{ ...account, smtp: { ...account.smtp, port: 1 } }]);
  const draft = await call(engine, 'drafts.create', { accountId: account.id, start: { kind: 'empty' } });
  const read = (): readonly string[] => storedIn(trace);
  /** Where the nth call's answer stands, once it does: the tracer writes down a call a little later than it was made. */
  const answerOf = (nth: number): Promise<number> =>
    until(() => {
      const places = read().flatMap((one, place) => (one === 'answer' ? [place] : []));
      return places.length >= nth && places[nth - 1];
    });
  /** What happened between the answer of the call before and its own: nothing else is asked meanwhile. The calls are counted from 1. */
  const before = async (nth: number): Promise<readonly string[]> => {
    const [begin, end] = [await answerOf(nth - 1), await answerOf(nth)];
    return read().slice(begin + 1, end);
  };
  const bytes = new Uint8Array(300_000).fill(7);
  await call(engine, 'drafts.attachBytes', { draftId: draft.id, name: 'data.bin', type: 'x/y', bytes, isInline: false });
  const attached = await before(2);
  const place = attached.findIndex((one) => one.startsWith('place ') && /blobs\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(one));
  expect(attached.slice(0, place).some((one) => one.includes('/blobs/incoming/'))).toBe(true);
  const blob = attached[place]?.slice('place '.length) ?? '';
  const after = attached.slice(place + 1);
  expect(after).toContain(`sync ${join(blob, '..')}`);
  expect(after.indexOf(`sync ${join(profile, 'mail.sqlite-wal')}`)).toBeGreaterThan(after.indexOf(`sync ${join(blob, '..')}`));
  const to = [{ kind: 'good' as const, name: '', address: 'bob@example.test' }];
  const { revision } = await call(engine, 'drafts.save', { draftId: draft.id, revision: 50, content: { ...draft.content, to } });
  await call(engine, 'outbox.enqueue', { draftId: draft.id, revision, when: { kind: 'undo', ms: 60_000 } });
  const sent = await before(4);
  expect(sent).toContain(`sync ${join(profile, 'mail.sqlite-wal')}`);
}, 60_000);

it('each mark is on the disk before its final dot goes out, also where messages leave in one piece with their dots', async () => {
  const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN LOGIN', '8BITMIME', 'PIPELINING'] }));
  const { account, password } = relayAccount(server.port, 'tls', { connections: 1 });
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  const trace = join(temporaryFolder(), 'trace');
  const engine = await forkEngine({
    profile,
    accounts: [{ ...account, smtp: { ...account.smtp, port: 1 } }],
    passwords: { [account.id]: password ?? '' },
    script: built.script,
    through: ['strace', '-f', '-qq', '-yy', '-s', '0', '-o', trace, '-e', 'trace=fsync,fdatasync,pwrite64,write,writev'],
  });
  onTestFinished(() => engine.kill());
  for (let n = 0; n < letters; n += 1) {
    const draft = await call(engine, 'drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    const content = {
      ...draft.content,
      to: [{ kind: 'good' as const, name: '', address: 'bob@example.test' }],
      subject: `${n}`,
      html: '<p>Hi</p>',
    };
    const { revision } = await call(engine, 'drafts.save', { draftId: draft.id, revision: draft.revision + 1, content });
    await call(engine, 'outbox.enqueue', { draftId: draft.id, revision, when: { kind: 'now' } });
  }
  engine.setAccounts([account]);
  await server.waitForMessages(letters);
  let left = -1;
  engine.watch('status', {}, (result) => {
    if (result.ok) left = result.value.waiting + result.value.sending;
  });
  await until(() => left === 0, { deadline: 20_000 });
  await engine.stop();

  const calls = readTrace(trace);
  const syncs = calls.filter((one) => one.kind === 'sync');
  /** Whether all that the journal had been given before `begin` was on the disk before `end`. */
  const isKept = (begin: number, end: number): boolean => {
    const last = calls.findLast((one) => one.kind === 'journal' && one.at < begin)?.at ?? 0;
    return syncs.some((sync) => sync.begunAt > last && sync.at < end);
  };
  const writes = calls.filter((one) => one.kind === 'write');
  let inOnePiece = 0;
  let messages = 0;
  for (const [n, message] of writes.entries()) {
    if (message.octets <= leastMessage) continue;
    messages += 1;
    const [commands, next] = [writes[n - 1], writes[n + 1]];
    // What leaves with its dot has the next commands with it as well, so that another message comes behind it.
    const isWhole = next !== undefined && next.octets > leastMessage;
    const dotAt = isWhole ? message.at : (next?.at ?? 0);
    inOnePiece += isWhole ? 1 : 0;
    const mark = isWhole ? undefined : calls.findLast(({ kind, at }) => kind === 'journal' && at > message.at && at < dotAt);
    // A mark that is not made between the message and its dot was made before the commands that began the message.
    expect(isKept(mark === undefined ? (commands?.at ?? 0) : mark.at + 1, dotAt), `the ${messages}th message`).toBe(true);
  }
  expect(messages).toBe(letters);
  expect(inOnePiece).toBeGreaterThan(letters / 2);
});
