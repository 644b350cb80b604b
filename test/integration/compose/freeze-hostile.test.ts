// Letters that are made to do harm, and files that were lost: what leaves is harmless and whole, or nothing does.
import { randomBytes } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { wireStream } from '../../../electron/engine/compose/wire';
import { blobFailure, blobPath } from '../../../electron/engine/store/blobs';
import { attach, freeze, frozen, good, longestLine } from '../../support/frozen-letter';
import { temporaryStore } from '../../support/profile';

describe('hostile input', () => {
  test('line breaks in a name or the subject add no header and nobody', async () => {
    const { wire, message } = await frozen(temporaryStore(), {
      subject: 'Hej\r\nBcc: spy@example.org\r\n\r\nbody',
      to: [good('anna@example.se', 'Anna\r\nBcc: spy@example.org')],
    });
    const read = await PostalMime.parse(wire);
    expect(read.bcc).toBeUndefined();
    expect(read.subject).toBe('Hej Bcc: spy@example.org body');
    expect(read.to).toEqual([{ name: 'Anna Bcc: spy@example.org', address: 'anna@example.se' }]);
    expect(message.envelope.to).toHaveLength(1);
  });

  test.each(['anna@example.se>,<spy@example.org', 'anna@example.se\r\nRCPT TO:<spy@example.org>', 'anna@example.se, spy@example.org', ''])(
    '%j as an address is refused',
    async (address) => {
      expect(await freeze(temporaryStore(), { to: [good(address)] })).toEqual({ ok: false, failure: { code: 'address-invalid', address } });
    },
  );

  test('without a recipient nothing is frozen', async () => {
    expect(await freeze(temporaryStore(), { to: [] })).toEqual({ ok: false, failure: { code: 'no-recipient' } });
  });

  test('scripts, frames, styles, remote pictures and odd links do not leave', async () => {
    const { wire } = await frozen(temporaryStore(), {
      html: '<p onclick="x()">A<script>alert(1)</script><style>p{}</style><iframe src="https://x"></iframe><img src="https://spy.example/p.gif"><img src="data:image/png;base64,AAAA"><img src=x onerror=y><a href="javascript:alert(1)">b</a><a href="file:///etc/passwd">c</a><a href="//x.se">d</a><svg onload=z><p style="background:url(https://spy.example)">e</p></p>',
    });
    const html = (await PostalMime.parse(wire)).html ?? '';
    expect(html).not.toMatch(/script|spy|iframe|onerror|onclick|onload|passwd|<img|svg|data:|\/\/x\.se/i);
    expect(html).toContain('<p dir="auto">Abc');
  });

  test('a picture of somebody else can not be smuggled in', async () => {
    const store = temporaryStore();
    const foreign = await attach(store, 'secret.png', randomBytes(99));
    expect(await freeze(store, { html: `<img src="app://brevduva/picture/${foreign.sha256}">` })).toMatchObject({
      ok: false,
      failure: { code: 'attachment-missing' },
    });
  });

  test.each([
    ['5,000 characters without a space', 'x'.repeat(5000)],
    ['5,000 characters with spaces', 'word '.repeat(1000).trim()],
    ['emoji', '🕊️👩‍👩‍👧‍👦'.repeat(300)],
    ['what looks encoded already', '=?utf-8?q?Hej?= =?x?='],
    ['many spaces', `a${' '.repeat(200)}b`],
    ['quotes and backslashes', '"\\"(\\)<>@,;:'],
    ['a lone half of a pair', 'a\ud83d b'],
  ])('a subject of %s arrives, in lines that servers take', async (_what, subject) => {
    const { wire } = await frozen(temporaryStore(), { subject });
    expect((await PostalMime.parse(wire)).subject).toBe(Buffer.from(subject).toString());
    expect(longestLine(wire)).toBeLessThanOrEqual(78);
  });

  test('a letter of one endless line arrives in short ones', async () => {
    const { wire } = await frozen(temporaryStore(), { html: `<p>${'å'.repeat(50_000)}${'a'.repeat(200_000)}</p>` });
    expect(longestLine(wire)).toBeLessThanOrEqual(78);
    expect((await PostalMime.parse(wire)).text?.trim()).toHaveLength(250_000);
  });

  test('a deeply nested letter does not exhaust the engine', async () => {
    const { wire } = await frozen(temporaryStore(), { html: `${'<div>'.repeat(5000)}Deep down${'</div>'.repeat(5000)}` });
    expect(wire.length).toBeLessThan(100_000);
  });

  test('thread headers take message ids only', async () => {
    const { text } = await frozen(temporaryStore(), { inReplyTo: 'x Bcc: a@b.se', references: ['<ok@x.se>', 'junk', '<a b@x.se>'] });
    expect(text).toContain('\r\nReferences: <ok@x.se>\r\n');
    expect(text).not.toMatch(/In-Reply-To|junk/);
  });

  test('an attached message keeps its bytes', async () => {
    const store = temporaryStore();
    const bytes = Buffer.from('Subject: x\r\n\r\n8-bit: å\nbare newline, no end');
    const { wire } = await frozen(store, {}, [await attach(store, 'old.eml', bytes, { type: 'message/rfc822' })]);
    const read = await PostalMime.parse(wire);
    expect(read.attachments.map((file) => [file.filename, Buffer.from(file.content as ArrayBuffer)])).toEqual([['old.eml', bytes]]);
  });

  test.each(['../../etc/passwd', 'a"b;c=d.txt', 'räksmörgås 🕊.pdf', `${'lång'.repeat(60)}.pdf`, 'a\tb.txt', "it's.txt"])(
    'a file called %j arrives under that name',
    async (name) => {
      const store = temporaryStore();
      const { wire } = await frozen(store, {}, [await attach(store, name, Buffer.from('x'))]);
      expect((await PostalMime.parse(wire)).attachments[0]?.filename).toBe(name);
      expect(longestLine(wire)).toBeLessThanOrEqual(998);
    },
  );
});

describe('a stored file that was lost', () => {
  test('stops the freezing, by name', async () => {
    const store = temporaryStore();
    const file = await attach(store, 'report.pdf', randomBytes(1000));
    rmSync(blobPath(store, file.sha256));
    expect(await freeze(store, {}, [file])).toMatchObject({ ok: false, failure: { code: 'attachment-missing', name: 'report.pdf' } });
  });
  test('stops the freezing when it only changed, too', async () => {
    const store = temporaryStore();
    const file = await attach(store, 'report.pdf', randomBytes(1000));
    writeFileSync(blobPath(store, file.sha256), randomBytes(1000));
    expect(await freeze(store, {}, [file])).toMatchObject({ ok: false, failure: { code: 'attachment-missing', name: 'report.pdf' } });
  });
  test('stops the sending: nothing goes out empty or short', async () => {
    const store = temporaryStore();
    const file = await attach(store, 'report.pdf', randomBytes(200_000));
    const { message } = await frozen(store, {}, [file]);
    truncateSync(blobPath(store, file.sha256), 1000);
    const error: unknown = await buffer(wireStream(message.pieces, store)).catch((thrown: unknown) => thrown);
    expect(blobFailure(error)).toMatchObject({ code: 'attachment-missing' });
  });
});
