// What grows old goes, in its own time; what somebody may still need stays.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { usualKeeping } from '../../../electron/domain/keeping';
import { createHousekeeping } from '../../../electron/engine/outbox/housekeeping';
import { addAttempt, readTranscript } from '../../../electron/engine/store/story';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { fileOf, relayAccount, send } from '../../support/letters';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { createTestClock } from '../../support/test-clock';
import { until } from '../../support/until';
import { openWorkbench } from '../../support/workbench';

const day = 86_400_000;

/** The sizes of the stored files. */
const stored = ({ profile }: TestEngine): readonly number[] =>
  readdirSync(join(profile, 'blobs'), { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(profile, 'blobs', name)))
    .filter((file) => file.isFile())
    .map(({ size }) => size)
    .sort((a, b) => a - b);
const entryOf = (engine: TestEngine, id: string) => engine.settle('outbox.entry', { id }, () => true);
const file = (size: number) => [fileOf(`${size}.bin`, Buffer.alloc(size, 1))];

describe('after ninety days', () => {
  it('stories, cancelled messages and the bytes of what lies in Sent go; what waits, failed or is shown here stays', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const local = relayAccount(server.port, 'tls', { id: 'local' });
    const imap = { host: '127.0.0.1', port: 1, security: 'tls' as const, user: 'x' };
    const filed = relayAccount(server.port, 'tls', { id: 'filed', sentPolicy: 'server', imap });
    const engine = await forThisTest(startEngine({ accounts: [local, filed] }));
    const shown = await send(engine, { account: local.account, attach: file(101), bcc: 'carol@example.test' });
    const elsewhere = await send(engine, { account: filed.account, attach: file(102) });
    for (const id of [shown, elsewhere]) await engine.settleMessage(id, 'accepted');
    const cancelled = await send(engine, { account: local.account, attach: file(103) }, { kind: 'undo', ms: 60_000 });
    await engine.call('outbox.cancel', { ids: [cancelled] });
    server.script((step) => (step === 'RCPT' ? '550 5.1.1 no' : undefined));
    const failed = await send(engine, { account: filed.account, attach: file(104) });
    await engine.settleMessage(failed, 'failed');

    engine.clock.skip(89 * day);
    engine.clock.skip(day / 2);
    await until(async () => stored(engine).length === 4);
    expect((await entryOf(engine, shown))?.story.length).toBeGreaterThan(3);

    engine.clock.skip(day);
    await until(() => stored(engine).join() === '101,104', { describe: () => stored(engine).join() });
    await until(async () => (await entryOf(engine, shown))?.attempts.length === 0);
    expect(await entryOf(engine, shown)).toMatchObject({ story: [], item: { state: 'accepted' } });
    expect(await entryOf(engine, elsewhere)).toMatchObject({ story: [], attempts: [], recipients: [{ state: 'accepted' }] });
    expect(await entryOf(engine, cancelled)).toBeNull();
    const opened = await engine.call('messages.open', { ref: { kind: 'local', id: shown } });
    expect(opened).toMatchObject({ bcc: [{ address: 'carol@example.test' }], attachments: [{ size: 101 }] });
    const waiting = await entryOf(engine, failed);
    expect(waiting?.story.map(({ event }) => event)).toEqual(['frozen', 'attempt', 'failed']);
    expect(waiting?.transcript.length).toBeGreaterThan(0);
    server.script(undefined);
    await engine.call('outbox.retry', { ids: [failed] });
    await engine.settleMessage(failed, 'accepted');
  });
});

describe('conversations that fill their room', () => {
  it('go from the oldest on, but for the latest one of each message that is not finished', async () => {
    const bench = openWorkbench();
    const clock = createTestClock();
    onTestFinished(() => {
      clock.stop();
      bench.close();
    });
    const { store } = bench;
    const tried = (id: string, number: number, outcome: string, said: string): void => {
      const [startedAt, endedAt] = [clock.now(), clock.now()];
      addAttempt(store, id, { number, startedAt, endedAt, outcome }, [{ at: 1, from: 'server', text: said.repeat(1000) }]);
    };
    const add = (id: string, state: string): void => {
      store
        .prepare(
          `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from, size, sha256)
         VALUES (?1, ?1, 0, 'a', ?1, '', 'a@x', '', ?2, ?2, ?3, ?2, 1, 'h')`,
        )
        .run(id, clock.now(), state);
      tried(id, 1, 'accepted', 'x');
    };
    add('unsure', 'uncertain');
    tried('unsure', 2, 'unknown', 'y');
    for (const id of ['one', 'two', 'three']) add(id, 'accepted');
    const housekeeping = createHousekeeping(
      { store, clock, accounts: bench.accounts, isBusy: () => false },
      { ...usualKeeping, transcripts: 2500 },
    );
    onTestFinished(housekeeping.stop);
    clock.skip(10 * 60_000);
    await until(() => readTranscript(store, 'one').length === 0);
    expect([readTranscript(store, 'unsure', 1), readTranscript(store, 'unsure', 2)]).toMatchObject([[], [{ at: 1 }]]);
    for (const id of ['two', 'three']) expect(readTranscript(store, id)).toHaveLength(1);
  });
});
