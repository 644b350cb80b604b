// What leaves equals what was written: frozen with real files, read back by another program's parser.
import { createHash, randomBytes } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import type { Attachment, DraftContent, Recipient } from '../../../electron/contract/model/drafts';
import { recipientKey } from '../../../electron/domain/addresses';
import { freezeMessage } from '../../../electron/engine/compose/freeze';
import type { FrozenMessage } from '../../../electron/engine/compose/frozen';
import { decodePieces, encodePieces } from '../../../electron/engine/compose/pieces';
import { copyStream, wireSize, wireStream } from '../../../electron/engine/compose/wire';
import { blobFailure, blobPath, keepBytes } from '../../../electron/engine/store/blobs';
import type { Store } from '../../../electron/engine/store/open';
import { repeatableRandomness, temporaryStore } from '../../support/profile';

const account: Account = {
  id: 'account-1',
  provider: 'other',
  name: 'Åsa "Duvan" Öst',
  address: 'asa@räksmörgås.se',
  smtp: { host: 'smtp.example.se', port: 465, security: 'tls', user: 'asa' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};
const good = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });
const draft = (change: Partial<DraftContent>): DraftContent => ({
  accountId: account.id,
  to: [good('anna@example.se', 'Anna Ek')],
  cc: [],
  bcc: [],
  subject: 'Hej',
  html: '<p>Hej Anna</p>',
  inReplyTo: null,
  references: [],
  ...change,
});

async function attach(store: Store, name: string, bytes: Uint8Array, more: Partial<Attachment> = {}): Promise<Attachment> {
  const kept = await keepBytes(store, bytes, (blob) => blob);
  if (!kept.ok) throw new Error(kept.failure.code);
  return { id: name, name, type: 'application/octet-stream', cid: null, ...kept.value, ...more };
}

const freeze = (store: Store, change: Partial<DraftContent>, attachments: readonly Attachment[] = []) =>
  freezeMessage({
    content: draft(change),
    attachments,
    account,
    now: Date.UTC(2026, 4, 3, 10, 0, 7, 123),
    random: repeatableRandomness('one'),
    store,
  });

async function frozen(
  store: Store,
  change: Partial<DraftContent>,
  attachments: readonly Attachment[] = [],
): Promise<{ message: FrozenMessage; wire: Buffer; text: string }> {
  const result = await freeze(store, change, attachments);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const wire = await buffer(wireStream(result.value.pieces, store));
  return { message: result.value, wire, text: wire.toString('latin1') };
}

const longestLine = (wire: Buffer): number =>
  Math.max(
    ...wire
      .toString('latin1')
      .split('\r\n')
      .map((line) => line.length),
  );

describe('a frozen message', () => {
  test('arrives with its names, subject, letter, files and pictures as they were written', async () => {
    const store = temporaryStore();
    const report = randomBytes(100_000);
    const picture = randomBytes(5000);
    const files = [
      await attach(store, 'Årsrapport – "slutlig", 2026.pdf', report, { type: 'application/pdf' }),
      await attach(store, 'pigeon.png', picture, { type: 'image/png', cid: 'c1@picture' }),
      await attach(store, 'empty.txt', new Uint8Array(), { type: 'text/plain' }),
    ];
    const { wire, message } = await frozen(
      store,
      {
        to: [good('anna@example.se', 'Ek, Anna'), good('bo@bücher.example')],
        cc: [good('cy@example.se', '鳩 Pigeon')],
        subject: 'Förslag på möte 🕊',
        html: `<p>Hej <strong>Anna</strong>!</p><p></p><p>Se <a href="https://example.se/a?b=1&amp;c=2">sidan</a>.</p><p><img src="app://brevduva/picture/${files[1]?.sha256}" data-cid="c1@picture" alt="duva"></p>`,
        inReplyTo: '<1@example.se>',
        references: ['<0@example.se>', '<1@example.se>'],
      },
      files,
    );
    const read = await PostalMime.parse(wire);
    expect(read.from).toEqual({ name: 'Åsa "Duvan" Öst', address: 'asa@xn--rksmrgs-5wao1o.se' });
    expect(read.to).toEqual([
      { name: 'Ek, Anna', address: 'anna@example.se' },
      { name: '', address: 'bo@xn--bcher-kva.example' },
    ]);
    expect(read.cc).toEqual([{ name: '鳩 Pigeon', address: 'cy@example.se' }]);
    expect(read.subject).toBe('Förslag på möte 🕊');
    expect(read.date).toBe('2026-05-03T10:00:07.000Z');
    expect(read.messageId).toBe(message.messageId);
    expect(read.inReplyTo).toBe('<1@example.se>');
    expect(read.references).toBe('<0@example.se> <1@example.se>');
    expect(read.text?.trim()).toBe('Hej Anna!\n\n\nSe sidan <https://example.se/a?b=1&c=2>.');
    expect(read.html).toContain('<img src="cid:c1%40picture" alt="duva"');
    expect(read.html).toContain('<p>Hej <strong>Anna</strong>!</p><p><br></p>');
    expect(
      read.attachments.map((file) => [file.filename, file.mimeType, file.disposition, file.contentId ?? null, file.related ?? false]),
    ).toEqual([
      ['pigeon.png', 'image/png', 'inline', '<c1@picture>', true],
      ['Årsrapport – "slutlig", 2026.pdf', 'application/pdf', 'attachment', null, false],
      ['empty.txt', 'text/plain', 'attachment', null, false],
    ]);
    expect(read.attachments.map((file) => Buffer.from(file.content as ArrayBuffer))).toEqual([picture, report, Buffer.alloc(0)]);
  });

  test('names neither this program nor this computer', async () => {
    const store = temporaryStore();
    const picture = await attach(store, 'a.png', randomBytes(10), { type: 'image/png', cid: 'x@picture' });
    const { text } = await frozen(store, { html: `<p><img src="app://brevduva/picture/${picture.sha256}"></p>` }, [picture]);
    expect(text).not.toMatch(/brevduva|nodemailer|x-mailer|user-agent|localhost/i);
    expect(text).toMatch(/\r\nMessage-ID: <[0-9a-f]{32}@xn--rksmrgs-5wao1o\.se>\r\n/);
  });

  test('has hidden recipients in its envelope and in the copy for Sent, never on the wire', async () => {
    const store = temporaryStore();
    const { message, wire, text } = await frozen(store, { bcc: [good('hidden@example.se', 'Dold Öga')] });
    expect(text).not.toMatch(/hidden|bcc/i);
    expect(message.envelope.to).toEqual([
      { field: 'to', name: 'Anna Ek', address: 'anna@example.se' },
      { field: 'bcc', name: 'Dold Öga', address: 'hidden@example.se' },
    ]);
    const copy = await buffer(copyStream(message.bccHeader, message.pieces, store));
    expect(copy.equals(Buffer.concat([Buffer.from(message.bccHeader), wire]))).toBe(true);
    expect((await PostalMime.parse(copy)).bcc).toEqual([{ name: 'Dold Öga', address: 'hidden@example.se' }]);
  });

  test('to hidden recipients only shows no recipient', async () => {
    const { text } = await frozen(temporaryStore(), { to: [], bcc: [good('hidden@example.se')] });
    expect(text).toContain('\r\nTo: undisclosed-recipients:;\r\n');
  });

  test('goes once to somebody who stands in two fields', async () => {
    const { message } = await frozen(temporaryStore(), {
      to: [good('anna@example.se'), good('anna@EXAMPLE.se')],
      cc: [good('anna@example.SE')],
      bcc: [good('anna@example.se')],
    });
    expect(message.envelope.to).toEqual([{ field: 'to', name: '', address: 'anna@example.se' }]);
  });

  test('keeps the pictures that the letter shows and leaves out the others', async () => {
    const store = temporaryStore();
    const [shown, dropped] = [
      await attach(store, 'a.png', randomBytes(9), { cid: 'a@picture' }),
      await attach(store, 'b.png', randomBytes(9), { cid: 'b@picture' }),
    ];
    const { message } = await frozen(store, { html: `<img src="app://brevduva/picture/${shown.sha256}">` }, [shown, dropped]);
    expect(message.attachments).toEqual([shown]);
  });

  test('frozen twice with the same chance is the same, byte for byte', async () => {
    const store = temporaryStore();
    const file = await attach(store, 'a.bin', randomBytes(1000));
    const [first, second] = [await frozen(store, {}, [file]), await frozen(store, {}, [file])];
    expect(first.wire.equals(second.wire)).toBe(true);
    expect(first.message.messageId).toBe(second.message.messageId);
  });

  test('survives the ledger column', async () => {
    const store = temporaryStore();
    const { message, wire } = await frozen(store, {}, [
      await attach(store, 'a.bin', randomBytes(1000)),
      await attach(store, 'b.bin', randomBytes(57)),
    ]);
    const column = encodePieces(message.pieces);
    const pieces = decodePieces(column);
    expect(pieces === null ? null : (await buffer(wireStream(pieces, store))).equals(wire)).toBe(true);
    expect(decodePieces(column.subarray(0, column.length - 1))).toBeNull();
    expect(decodePieces(new Uint8Array())).toBeNull();
    expect(decodePieces(Buffer.from([255, 255, 255, 255, 0]))).toBeNull();
  });
});

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
    expect(html).toContain('<a>b</a>');
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
    const { wire } = await frozen(temporaryStore(), { html: `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}` });
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

test('law: the envelope holds those on the chips and nobody else, the header those who are not hidden', async () => {
  const store = temporaryStore();
  const chips = fc
    .array(
      fc.tuple(
        fc.constantFrom('anna', 'bo', 'åsa', 'x+y'),
        fc.constantFrom('example.se', 'EXAMPLE.se', 'räksmörgås.se'),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 4 },
    )
    .map((list) => list.map(([local, domain, name]) => good(`${local}@${domain}`, name)));
  const keys = (list: readonly { readonly address?: string | undefined }[]): string[] =>
    [...new Set(list.map(({ address }) => recipientKey(address ?? '')))].sort();
  const addressed = (list: readonly Recipient[]) => list.map((chip) => (chip.kind === 'good' ? chip : { address: chip.text }));
  await fc.assert(
    fc.asyncProperty(chips, chips, chips, async (to, cc, bcc) => {
      fc.pre(to.length + cc.length + bcc.length > 0);
      const { message, wire } = await frozen(store, { to, cc, bcc });
      expect(keys(message.envelope.to)).toEqual(keys(addressed([...to, ...cc, ...bcc])));
      expect(message.envelope.to).toHaveLength(keys(message.envelope.to).length);
      const read = await PostalMime.parse(wire);
      expect(keys((read.to ?? []).filter((one) => 'address' in one && one.address !== ''))).toEqual(keys(addressed(to)));
      expect(keys(read.cc ?? [])).toEqual(keys(addressed(cc)));
    }),
    { numRuns: 100 },
  );
});

test('law: the recorded size and SHA-256 are those of the bytes that travel, and the files come back', async () => {
  const store = temporaryStore();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 200_000 }), { maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      async (files, subject, words) => {
        const attachments: Attachment[] = [];
        for (const [index, bytes] of files.entries()) attachments.push(await attach(store, `${index}.bin`, bytes));
        const { message, wire } = await frozen(store, { subject, html: `<p>${words.replace(/[<&]/g, '')}</p>` }, attachments);
        expect(message.size).toBe(wire.length);
        expect(wireSize(message.pieces)).toBe(wire.length);
        expect(message.sha256).toBe(createHash('sha256').update(wire).digest('hex'));
        expect(longestLine(wire)).toBeLessThanOrEqual(998);
        const read = await PostalMime.parse(wire);
        expect(read.attachments.map((file) => Buffer.from(file.content as ArrayBuffer))).toEqual(files.map((bytes) => Buffer.from(bytes)));
        expect(read.subject ?? '').toBe(message.subject);
      },
    ),
    { numRuns: 60 },
  );
});
