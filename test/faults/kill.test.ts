// The engine is killed again and again while letters are written and sent. The long run is `npm run test:kill`; this is the daily one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { runAimed } from './kill/aimed';
import { judge } from './kill/judge';
import type { LedgerRow } from './kill/ledger';
import { runKills } from './kill/run';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

/** Another one each day, so that the tests walk through them all; it is in the failure's message. */
const seed = Math.floor(Date.now() / 86_400_000);

describe(`an engine that is killed (seed ${seed})`, () => {
  it('fifty times at any moment loses nothing, sends nothing twice and changes nothing', { timeout: 120_000 }, async () => {
    const tally = await runKills({ kills: 50, messages: 60, seed, script: built.script });
    expect(tally).toMatchObject({ findings: [], kills: 50, messages: 60 });
    expect(tally.accepted).toBe(60);
  });

  it('between two writes leaves nothing half done', { timeout: 120_000 }, async () => {
    // One aim in each fifth of a letter's way from the draft to its acceptance, another one each day.
    const aims = [0, 1, 2, 3, 4].map((fifth) => ({ place: 'disk' as const, nth: 1 + fifth * 12 + (seed % 12) }));
    const tally = await runAimed({ seed, script: built.script, aims });
    expect(tally).toMatchObject({ findings: [], kills: 5 });
  });
});

describe('the judge of a kill run', () => {
  const row: LedgerRow = {
    id: 'a',
    draftId: 'd',
    messageId: '<1@example.test>',
    subject: 'letter 0',
    state: 'accepted',
    dotAt: null,
    sha256: 'aa',
    size: 5,
    attachments: 0,
    recipients: [{ address: 'taken-0-0@example.test', state: 'accepted' }],
  };
  const copy = { messageId: row.messageId, to: ['taken-0-0@example.test'], sha256: 'aa', size: 5 };
  const evidence = {
    letters: new Map([[0, { number: 0, subject: 'letter 0', to: ['taken-0-0@example.test'], attached: null }]]),
    acknowledged: new Map([['a', 0]]),
    ledger: { messages: [row], drafts: new Set<string>(), damage: [] as string[] },
    accepted: [copy],
    dots: new Map([[row.messageId, 1]]),
    octets: new Map([[row.messageId, 5]]),
    sentAgain: new Set<string>(),
    isFinal: true,
  };
  const kinds = (changes: Partial<typeof evidence>) => judge({ ...evidence, ...changes }).map(({ kind }) => kind);
  const withRow = (changes: Partial<LedgerRow>) => ({ ledger: { ...evidence.ledger, messages: [{ ...row, ...changes }] } });

  it('finds nothing where all is well', () => expect(kinds({})).toEqual([]));
  it.each([
    ['a message that is gone', 'lost', { ledger: { ...evidence.ledger, messages: [] }, accepted: [] }],
    ['a message said to be there that is not', 'lost', { accepted: [] }],
    ['a message that came twice', 'twice', { accepted: [copy, copy] }],
    [
      'a letter that is two messages',
      'twice',
      { ledger: { ...evidence.ledger, messages: [row, { ...row, id: 'b', messageId: '<1@example.test>' }] } },
    ],
    ['other bytes', 'changed', { accepted: [{ ...copy, sha256: 'bb' }] }],
    ['a message beside its draft', 'half', { ledger: { ...evidence.ledger, drafts: new Set(['d']) } }],
    ['a message without its file', 'half', { letters: new Map([[0, { number: 0, subject: 'letter 0', to: copy.to, attached: 9 }]]) }],
    ['a message without its recipients', 'half', withRow({ recipients: [] })],
    [
      'a refusal that nobody said',
      'unfounded',
      { ...withRow({ state: 'failed', recipients: [{ address: copy.to[0] ?? '', state: 'refused' }] }), accepted: [] },
    ],
    [
      'a doubt without its mark',
      'unfounded',
      { ...withRow({ state: 'uncertain', recipients: [{ address: copy.to[0] ?? '', state: 'uncertain' }] }), accepted: [] },
    ],
    [
      'a message that hangs',
      'unfinished',
      { ...withRow({ state: 'queued', recipients: [{ address: copy.to[0] ?? '', state: 'pending' }] }), accepted: [] },
    ],
    ['a damaged database', 'damaged', { ledger: { ...evidence.ledger, damage: ['row 3 missing from index'] } }],
  ] as const)('finds %s', (_what, kind, changes) => expect(kinds(changes as Partial<typeof evidence>)).toContain(kind));
});
