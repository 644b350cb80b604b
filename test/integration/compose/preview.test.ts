// What the recipient would see of a draft: the same as what leaves when it is sent, and shown whatever still stands in its way.
import { rmSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { wireStream } from '../../../electron/engine/compose/wire';
import { gather } from '../../../electron/engine/mail/gather';
import { parseMessage } from '../../../electron/engine/mail/mime';
import { blobPath } from '../../../electron/engine/store/blobs';
import { account, type Desk, openDesk, save } from '../../support/compose-desk';
import { pngOf } from '../../support/png';
import { goodValue as good } from '../../support/workbench';

const preview = async ({ room }: Desk, draftId: string) => good(await room.calls['drafts.preview']({ draftId }));
const attach = async ({ room }: Desk, draftId: string, name: string, type: string, bytes: Uint8Array<ArrayBuffer>, isInline = false) =>
  good(await room.calls['drafts.attachBytes']({ draftId, name, type, bytes, isInline }));

test('the preview says what the message says that is sent: text, headers, envelope and size', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  await attach(desk, id, 'Räkning.pdf', 'application/pdf', Buffer.alloc(5000, 7));
  good(
    await save(desk, id, 1, {
      subject: 'Årsmöte',
      html: '<p>Hej <b>Anna</b></p><p>Kom <a href="https://example.org/">hit</a>.</p>',
      bcc: [{ kind: 'good', name: '', address: 'secret@example.se' }],
    }),
  );
  const seen = await preview(desk, id);
  const frozen = good(await desk.room.freeze(id, 1, account));
  const sent = await parseMessage(good(await gather(wireStream(frozen.pieces, desk.store), frozen.size)));
  expect(seen.html).toBe(sent.html);
  expect(seen.text).toBe(sent.text);
  expect(seen.size).toBe(frozen.size);
  expect(seen.obstacles).toEqual([]);
  expect(seen.subject).toBe('Årsmöte');
  expect(seen.envelope).toEqual({ from: 'me@example.se', to: ['anna@example.se', 'secret@example.se'] });
  const names = (headers: readonly { readonly name: string }[]): string[] => headers.map(({ name }) => name);
  expect(names(seen.headers)).toEqual(names(sent.headers));
  expect(names(seen.headers)).not.toContain('Bcc');
  expect(seen.source).not.toContain('secret@example.se');
  expect(seen.attachments).toEqual([{ index: 0, name: 'Räkning.pdf', type: 'application/pdf', size: 5000, isInline: false }]);
});

test('a picture of the text is shown from the store; one that is not in the text does not go along', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const bytes = new Uint8Array(pngOf(1, 1, deflateSync(Buffer.alloc(4))));
  const shown = await attach(desk, id, 'dog.png', 'image/png', bytes);
  desk.store.write(() => desk.store.prepare('UPDATE attachment SET cid = ? WHERE id = ?').run('dog@picture', shown.id));
  good(
    await save(desk, id, 1, { html: `<p>Look: <img src="app://brevduva/picture/${shown.sha256}" data-cid="dog@picture" alt="Dog"></p>` }),
  );
  const seen = await preview(desk, id);
  expect(seen.html).toContain(`src="app://brevduva/picture/${shown.sha256}"`);
  expect(seen.source).toContain('cid:dog%40picture');
  good(await save(desk, id, 2, { html: '<p>No dog</p>' }));
  expect((await preview(desk, id)).attachments).toEqual([]);
});

test('a letter without recipient, sender and text is shown, with what stands in its way', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  good(await save(desk, id, 1, { accountId: null, to: [{ kind: 'bad', text: 'anna@', problem: 'no-domain' }], html: '' }));
  const seen = await preview(desk, id);
  expect(seen.obstacles.map(({ code }) => code)).toEqual(['account-missing', 'address-invalid']);
  expect(seen.envelope).toBeNull();
  expect(seen.from).toBeNull();
  expect(seen.source).not.toContain('nobody');
});

test('a plain letter is plain text alone, its lines whole again', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const long = 'word '.repeat(40).trim();
  good(await save(desk, id, 1, { isPlain: true, html: `<p>${long}</p><p>Bye</p>` }));
  const seen = await preview(desk, id);
  expect(seen.html).toBeNull();
  expect(seen.text.trim()).toBe(`${long}\nBye`);
  expect(seen.source).toContain('format=flowed');
});

test('a file that is gone from the disk is named, and the rest is shown', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const file = await attach(desk, id, 'Minutes.txt', 'text/plain', Buffer.from('We met.'));
  good(await save(desk, id, 1));
  rmSync(blobPath(desk.store, file.sha256));
  const seen = await preview(desk, id);
  expect(seen.obstacles).toEqual([{ code: 'attachment-missing', name: 'Minutes.txt' }]);
  expect(seen.html).toContain('Hej');
  expect(seen.source).toContain('Subject: Hej');
});

test('of a large message only the beginning of the source is read', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  await attach(desk, id, 'film.bin', 'application/octet-stream', Buffer.alloc(3_000_000, 1));
  good(await save(desk, id, 1));
  const seen = await preview(desk, id);
  expect(seen.isSourceCut).toBe(true);
  expect(seen.source.length).toBe(256 * 1024);
  expect(seen.size).toBeGreaterThan(4_000_000);
});
