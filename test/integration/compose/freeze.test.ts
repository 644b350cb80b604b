// What leaves equals what was written: frozen with real files, read back by another program's parser.
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { decodePieces, encodePieces } from '../../../electron/engine/compose/pieces';
import { copyStream, wireStream } from '../../../electron/engine/compose/wire';
import { attach, frozen, good, longestLine } from '../../support/frozen-letter';
import { temporaryStore } from '../../support/profile';

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
        html: `<p>Hej <strong>Anna</strong>!</p><p></p><p>Se <a href="https://example.se/a?b=1&amp;c=2">sidan</a>.</p><p><img src="app://brevduva/picture/${files[1]?.sha256}" data-cid="c1@picture" alt="duva"></p><p>${'Vi möts på torget, som vanligt. '.repeat(3).trim()}</p>`,
        inReplyTo: '<1@example.se>',
        references: ['<0@example.se>', '<1@example.se>'],
      },
      files,
    );
    const read = await PostalMime.parse(wire);
    expect(read.from).toEqual({ name: 'Åsa "Duvan" Öst', address: 'asa@xn--blbr-noae.se' });
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
    expect(read.text?.trim()).toBe(
      `Hej Anna!\n\n\nSe sidan <https://example.se/a?b=1&c=2>.\n\n[duva]\n\n${'Vi möts på torget, som vanligt. '.repeat(3).trim()}`,
    );
    expect(read.html).toContain('<img src="cid:c1%40picture" alt="duva"');
    expect(read.html).toContain('<p dir="auto">Hej <strong>Anna</strong>!</p><p dir="auto"><br></p>');
    expect(
      read.attachments.map((file) => [file.filename, file.mimeType, file.disposition, file.contentId ?? null, file.related ?? false]),
    ).toEqual([
      ['pigeon.png', 'image/png', 'inline', '<c1@picture>', true],
      ['Årsrapport – "slutlig", 2026.pdf', 'application/pdf', 'attachment', null, false],
      ['empty.txt', 'text/plain', 'attachment', null, false],
    ]);
    expect(read.attachments.map((file) => Buffer.from(file.content as ArrayBuffer))).toEqual([picture, report, Buffer.alloc(0)]);
  });

  test('is plain text alone where the person wants it so, in lines that grow together again', async () => {
    const store = temporaryStore();
    const picture = await attach(store, 'a.png', randomBytes(10), { type: 'image/png', cid: 'x@picture' });
    const long = 'Vi ses på årsmötet, och alla som vill får ta med sig en vän. '.repeat(5).trim();
    const { wire, text } = await frozen(
      store,
      {
        isPlain: true,
        html: `<p>${long}</p><p></p><p>  indraget</p><p>&gt; citerat</p><div data-signature="s" data-print="x"><p>Åsa</p></div>`,
      },
      [picture],
    );
    expect(text).toMatch(/\r\nContent-Type: text\/plain; charset=utf-8; format=flowed; delsp=no\r\n/);
    expect(text).not.toMatch(/multipart|text\/html|image\/png/);
    expect(longestLine(wire)).toBeLessThanOrEqual(78);
    const read = await PostalMime.parse(wire);
    expect(read.html).toBeUndefined();
    expect(read.text?.trimEnd()).toBe(`${long}\n\n  indraget\n> citerat\n-- \nÅsa`);
  });

  test('names neither this program nor this computer', async () => {
    const store = temporaryStore();
    const picture = await attach(store, 'a.png', randomBytes(10), { type: 'image/png', cid: 'x@picture' });
    const { text } = await frozen(
      store,
      { html: `<p>Here is the pigeon I told you of.</p><p><img src="app://brevduva/picture/${picture.sha256}"></p>` },
      [picture],
    );
    expect(text).not.toMatch(/brevduva|nodemailer|x-mailer|user-agent|localhost/i);
    expect(text).toMatch(/\r\nMessage-ID: <[0-9a-f]{32}@xn--blbr-noae\.se>\r\n/);
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

  test('goes to those whom the chips show: one copy however an address is spelled, in the first field it stands in, under the name that is known', async () => {
    const { message, text } = await frozen(temporaryStore(), {
      to: [good('Anna@example.se'), good('anna@EXAMPLE.se', 'Anna Ek')],
      cc: [good('ANNA@example.SE'), good('bo@example.se')],
      bcc: [good('BO@example.se', 'Bo')],
    });
    expect(message.envelope.to).toEqual([
      { field: 'to', name: 'Anna Ek', address: 'Anna@example.se' },
      { field: 'cc', name: 'Bo', address: 'bo@example.se' },
    ]);
    const head = text.slice(0, text.indexOf('\r\n\r\n'));
    expect(head).toMatch(/^To: Anna Ek <Anna@example\.se>$/m);
    expect(head).toMatch(/^Cc: Bo <bo@example\.se>$/m);
    expect(message.bccHeader).toBe('');
  });

  test('keeps the pictures that the letter shows and leaves out the others', async () => {
    const store = temporaryStore();
    const [shown, dropped] = [
      await attach(store, 'a.png', randomBytes(9), { cid: 'a@picture' }),
      await attach(store, 'b.png', randomBytes(9), { cid: 'b@picture' }),
    ];
    const { message } = await frozen(
      store,
      { html: `<p>Here is the pigeon I told you of.</p><img src="app://brevduva/picture/${shown.sha256}">` },
      [shown, dropped],
    );
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
