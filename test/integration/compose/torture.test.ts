// Files of the torture collections through the rooms of the engine: opened as a draft, looked at, and sent. Nothing stands still,
// nothing is lost, and nothing hostile leaves.
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Draft } from '../../../electron/contract/model/drafts';
import { wireStream } from '../../../electron/engine/compose/wire';
import { parseMessage } from '../../../electron/engine/mail/mime';
import { openedFrom } from '../../../electron/engine/sent/opened';
import { blobPath } from '../../../electron/engine/store/blobs';
import { account, type Desk, openDesk, opened, save } from '../../support/compose-desk';
import { wireComplaints } from '../../support/judges/wire-rules';
import { damaged, type Torture, tortures } from '../../support/torture';
import { goodValue as good } from '../../support/workbench';

const fromFile = ({ room }: Desk, message: Buffer) =>
  room.calls['drafts.create']({ accountId: account.id, start: { kind: 'file', name: 'torture.eml', bytes: new Uint8Array(message) } });

/** What may run or call home in the elements of a letter: in its words it's words. */
const hostile = /trap\.example|onerror|onload|onclick|javascript:|vbscript:|<script|<iframe|<form|<svg|<style|file:\/\//i;
const elements = (html: string): string => (html.slice(Math.max(0, html.indexOf('<body'))).match(/<[^>]*>/g) ?? []).join('');

const filesOf = ({ store }: Desk, { attachments }: Draft): string =>
  attachments.map(({ sha256 }) => readFileSync(blobPath(store, sha256)).toString('latin1')).join('\n');

/** How long the engine did nothing else, in ms. */
async function longestStandstill(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(look, 5);
  await work();
  clearInterval(timer);
  look();
  return longest;
}

/** Sent to somebody, whomever the file named. */
async function leave(desk: Desk, { id, revision }: Draft): Promise<Buffer> {
  const { content } = await opened(desk, id);
  const html = `<p>I forward this to you, as we agreed on the telephone yesterday evening.</p>${content.html}`;
  good(
    await save(desk, id, revision + 1, {
      ...content,
      to: [{ kind: 'good', name: 'Anna', address: 'anna@example.se' }],
      cc: [],
      bcc: [],
      html,
    }),
  );
  const frozen = good(await desk.room.freeze(id, revision + 1, account));
  return buffer(wireStream(frozen.pieces, desk.store));
}

/** As a file: a draft's own mark and hidden people taken out, what a letter needs besides put in. */
async function asFile(desk: Desk, { id }: Draft): Promise<Buffer> {
  const file = Buffer.from(good(await desk.room.calls['drafts.asFile']({ draftId: id })).bytes).toString('latin1');
  const letter = file.replace(/^X-Unsent: 1\r\n(?:Bcc: [^\r]*\r\n(?:[ \t][^\r]*\r\n)*)?/, '');
  const head = letter.slice(0, letter.indexOf('\r\n\r\n'));
  const missing = ['To', 'Subject'].filter((name) => !new RegExp(`^${name}:`, 'm').test(head)).map((name) => `${name}: x\r\n`);
  return Buffer.from(missing.join('') + letter, 'latin1');
}

async function surviving(
  { message, keeps }: Pick<Torture, 'message' | 'keeps'>,
  leaving: (desk: Desk, draft: Draft) => Promise<Buffer>,
): Promise<void> {
  const desk = openDesk();
  let draft: Draft | null = null;
  const standstill = await longestStandstill(async () => {
    const answer = await fromFile(desk, message);
    if (answer.ok) draft = answer.value;
    else expect(answer.failure).toMatchObject({ code: 'not-a-letter', name: 'torture.eml' });
    const parsed = await parseMessage(message);
    await openedFrom({ kind: 'local', id: 'x' }, parsed, message, null);
  });
  expect(standstill).toBeLessThan(3000);
  expect(draft !== null || keeps === null).toBe(true);
  if (draft === null) return;
  const known = await opened(desk, (draft as Draft).id);
  expect(elements(known.content.html)).not.toMatch(hostile);
  expect(JSON.stringify(known.content)).not.toContain('\\u0000');
  expect(known.attachments.map(({ name }) => name).join('\n')).not.toMatch(/[/\\\0\u202e]/);
  if (keeps !== null) expect(`${known.content.html}\n${filesOf(desk, known)}`).toContain(keeps);
  const seen = good(await desk.room.calls['drafts.preview']({ draftId: known.id }));
  expect(elements(seen.html ?? '')).not.toMatch(hostile);
  expect(wireComplaints(await leaving(desk, known), false)).toEqual([]);
}

test.each(tortures.map((torture) => [torture.what, torture] as const))('%s', (_what, torture) => surviving(torture, leave), 60_000);

test.each(Array.from({ length: 8 }, (_, block) => block))(
  'forty messages damaged at random, the %s. time',
  async (block) => {
    for (let seed = block * 40; seed < block * 40 + 40; seed += 1) {
      const message = damaged(seed);
      await surviving({ message, keeps: null }, asFile).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
    }
  },
  120_000,
);
