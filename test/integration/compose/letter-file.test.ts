// Letters as files: a draft that is saved and opened again is the same, and a hostile file becomes a sensible draft or a sentence.
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Draft } from '../../../electron/contract/model/drafts';
import { codeOf, type Desk, openDesk, opened, save } from '../../support/compose-desk';
import { pngOf } from '../../support/png';
import { goodValue as good } from '../../support/workbench';

const toFile = async ({ room }: Desk, draftId: string): Promise<Uint8Array<ArrayBuffer>> =>
  good(await room.calls['drafts.asFile']({ draftId })).bytes;
const fromFile = ({ room }: Desk, bytes: Uint8Array<ArrayBuffer> | string, name = 'letter.eml') =>
  room.calls['drafts.create']({
    accountId: 'account-1',
    start: { kind: 'file', name, bytes: typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'latin1')) : bytes },
  });
const preview = async ({ room }: Desk, { id }: Pick<Draft, 'id'>) => good(await room.calls['drafts.preview']({ draftId: id }));

test('a draft that is saved as a file and opened again has everything: people, subject, thread, text, pictures, files', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const attach = async (name: string, type: string, bytes: Buffer) =>
    good(await desk.room.calls['drafts.attachBytes']({ draftId: id, name, type, bytes: new Uint8Array(bytes), isInline: false }));
  await attach('Räkning maj.pdf', 'application/pdf', Buffer.from('%PDF-1.4 x'));
  const dog = await attach('dog.png', 'image/png', pngOf(1, 1, deflateSync(Buffer.alloc(4))));
  desk.store.write(() => desk.store.prepare('UPDATE attachment SET cid = ? WHERE id = ?').run('dog@picture', dog.id));
  good(
    await save(desk, id, 1, {
      subject: 'Årsmöte på lördag',
      cc: [{ kind: 'good', name: 'Björn, ordförande', address: 'bjorn@example.se' }],
      bcc: [{ kind: 'good', name: '', address: 'secret@example.se' }],
      html: `<p>Hej <strong>Anna</strong></p><ul><li><p>Ett</p></li></ul><p><img src="app://brevduva/picture/${dog.sha256}" data-cid="dog@picture" alt="Hund"></p>`,
      inReplyTo: '<one@example.org>',
      references: ['<zero@example.org>', '<one@example.org>'],
    }),
  );
  const file = await toFile(desk, id);
  const source = Buffer.from(file).toString('latin1');
  expect(source).toMatch(/^X-Unsent: 1\r\nBcc: <secret@example.se>\r\n/);
  const again = good(await fromFile(desk, file));
  const before = await opened(desk, id);
  const { to, cc, bcc, subject, inReplyTo, references, html } = again.content;
  expect({ to, cc, bcc, subject, inReplyTo, references }).toMatchObject({
    to: before.content.to,
    cc: before.content.cc,
    bcc: before.content.bcc,
    subject: 'Årsmöte på lördag',
    inReplyTo: '<one@example.org>',
    references: ['<zero@example.org>', '<one@example.org>'],
  });
  expect(html).toContain(`app://brevduva/picture/${dog.sha256}`);
  const files = (draft: Draft) => draft.attachments.map(({ name, type, sha256, cid }) => ({ name, type, sha256, isPicture: cid !== null }));
  expect(files(again)).toEqual(files(before));
  const [one, two] = [await preview(desk, before), await preview(desk, again)];
  expect(two.text).toBe(one.text);
  expect(two.html?.replace(/\s+/g, ' ')).toBe(one.html?.replace(/\s+/g, ' '));
});

test('a plain letter stays a plain letter, line for line', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const html = `<p>${'word '.repeat(40).trim()}</p><p></p><p>&gt; said</p><p>  indented &amp; &lt;b&gt;</p>`;
  good(await save(desk, id, 1, { isPlain: true, html }));
  const again = good(await fromFile(desk, await toFile(desk, id)));
  expect(again.content.isPlain).toBe(true);
  expect((await preview(desk, again)).text).toBe((await preview(desk, { id })).text);
});

test('only people, subject, thread, text and files are taken from a file; it is never sent', async () => {
  const desk = openDesk();
  const file =
    'From: Somebody <else@example.org>\r\nReply-To: trap@example.org\r\nTo: anna@example.org\r\nSubject: x\r\nX-Priority: 1\r\n' +
    'Disposition-Notification-To: trap@example.org\r\nContent-Type: text/html\r\n\r\n' +
    '<p onclick="x()">Hi<script>alert(1)</script><img src="https://example.org/spy.png"></p>';
  const draft = good(await fromFile(desk, file));
  expect(draft.content).toMatchObject({ accountId: 'account-1', to: [{ address: 'anna@example.org' }], subject: 'x' });
  expect(JSON.stringify(draft.content)).not.toMatch(/trap|script|spy|onclick|else@/);
});

const nested = (levels: number): string => {
  let part = 'Content-Type: text/plain\r\n\r\nThe innermost';
  for (let level = 0; level < levels; level += 1)
    part = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${part}\r\n--b${level}--\r\n`;
  return `Subject: Nested\r\nTo: anna@example.org\r\n${part}`;
};
const hostile: Readonly<Record<string, string>> = {
  'a hundred levels of parts': nested(100),
  '8-bit headers': 'Subject: H\xe4lsningar \xff\xfe\r\nTo: J\xf6rgen <anna@example.org>\r\n\r\nHi',
  'NUL bytes': 'Subject: a\0b\r\nTo: anna@example.org\0\r\n\r\nHi\0there',
  'an endless boundary': `Subject: x\r\nContent-Type: multipart/mixed; boundary="${'b'.repeat(100_000)}"\r\n\r\n--${'b'.repeat(100_000)}\r\n\r\nHi`,
  'a part that never ends': 'Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHi',
  'base64 that is none': 'Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%*****',
  'an unknown charset': 'Subject: =?x-klingon?B?AAAA?=\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\nHi \xe4',
  'a name that climbs': 'Subject: x\r\nContent-Type: application/pdf; name="../../etc/passwd"\r\nContent-Disposition: attachment\r\n\r\nHi',
};

test.each(Object.entries(hostile))('%s: a draft that can be opened, shown and saved', async (_what, file) => {
  const desk = openDesk();
  const draft = good(await fromFile(desk, file));
  const known = await opened(desk, draft.id);
  expect(JSON.stringify(known)).not.toMatch(/\\u0000|\.\.\//);
  await preview(desk, draft);
  expect((await toFile(desk, draft.id)).length).toBeGreaterThan(100);
});

test('what could not be taken apart goes along as it was, so that nothing is lost', async () => {
  const desk = openDesk();
  const draft = good(await fromFile(desk, nested(100), 'deep.eml'));
  expect(draft.content).toMatchObject({ subject: 'Nested', to: [{ address: 'anna@example.org' }] });
  expect(draft.attachments.map(({ name }) => name)).toEqual(['deep.eml']);
});

test.each([
  ['nothing at all', ''],
  ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['a text without headers', 'Dear Anna,\n\nthis is no letter file.\n'],
])('%s is no letter, and says so', async (_what, file) => {
  const desk = openDesk();
  const answer = await fromFile(desk, file, 'odd.eml');
  expect(answer).toMatchObject({ ok: false, failure: { code: 'not-a-letter', name: 'odd.eml' } });
});

test('a file of 60 MB becomes a draft, and the engine answers others meanwhile', async () => {
  const desk = openDesk();
  const line = `${'A'.repeat(76)}\r\n`;
  const file = Buffer.from(
    `Subject: Large\r\nContent-Type: application/octet-stream; name=film.bin\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(60_000_000 / line.length)}`,
  );
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const draft = await fromFile(desk, new Uint8Array(file));
  clearInterval(timer);
  expect(codeOf(draft)).toBe('fine');
  expect(good(draft).attachments[0]).toMatchObject({ name: 'film.bin' });
  expect(longest).toBeLessThan(5000);
}, 60_000);
