// Answers and forwards: what they quote, what they take along, and what they leave out.
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { draftSchema } from '../../../electron/contract/model/drafts';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { wireStream } from '../../../electron/engine/compose/wire';
import { account, codeOf, type Desk, openDesk } from '../../support/compose-desk';
import { goodValue as good } from '../../support/workbench';

/** A PNG of one point: what is no picture is not quoted as one. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

describe('answering', () => {
  const source = [
    'Message-ID: <2@x.se>',
    'From: Anna <anna@x.se>',
    'To: me@example.se',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html',
    '',
    '<html><head><title>T</title></head><body><p onclick="x">Look: <img src="cid:pic"><img src="https://spy.example/x.gif"><script>alert(1)</script></p></body></html>',
    '--r',
    'Content-Type: image/png; name=pic.png',
    'Content-ID: <pic>',
    'Content-Disposition: inline; filename=pic.png',
    'Content-Transfer-Encoding: base64',
    '',
    dot.toString('base64'),
    '--r--',
    '--m',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="report.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('report').toString('base64'),
    '--m--',
    '',
  ].join('\r\n');
  const ref = { kind: 'practice' as const, id: '1' };
  const message: OpenedMessage = {
    ref,
    messageId: '<2@x.se>',
    from: { name: 'Anna', address: 'anna@x.se' },
    to: [{ name: '', address: 'me@example.se' }],
    cc: [],
    bcc: [],
    subject: 'Sv: Look',
    at: 0,
    html: '<p onclick="x">Look: <img src="data:image/png;base64,AAAA"></p>',
    text: 'Look:',
    headers: [{ name: 'References', value: '<1@x.se>' }],
    source,
    isSourceCut: false,
    attachments: [{ index: 0, name: 'report.pdf', type: 'application/pdf', size: 6, isInline: false }],
    envelope: null,
  };
  const withMessage = (change: Partial<OpenedMessage> = {}, bytes = source): Desk => {
    const desk = openDesk();
    desk.room.readMessagesWith({
      open: async () => ({ ok: true, value: { ...message, ...change } }),
      source: async () => ({ ok: true, value: Buffer.from(bytes) }),
    });
    return desk;
  };

  test.each([
    ['too long', `image/${'x'.repeat(600)}`],
    ['empty', 'image/'],
  ])('a picture whose media type is %s makes no draft that can not be opened', async (_how, type) => {
    const desk = withMessage({}, source.replace('image/png', type));
    const draft = await desk.create({ kind: 'forward', ref, intro: '' });
    expect(draftSchema.safeParse(draft).success).toBe(true);
  });

  test('an answer quotes, continues the thread and shows the quoted pictures; nothing in it runs or calls home', async () => {
    const desk = withMessage();
    const draft = await desk.create({ kind: 'reply', ref, intro: 'On 3 May <2026>, Anna wrote:' });
    const [picture] = draft.attachments;
    expect(draft.attachments).toHaveLength(1);
    expect(draft.content).toMatchObject({
      to: [{ kind: 'good', name: 'Anna', address: 'anna@x.se' }],
      subject: 'Re: Look',
      inReplyTo: '<2@x.se>',
      references: ['<1@x.se>', '<2@x.se>'],
    });
    expect(draft.content.html).toMatch(
      /^<p><\/p><p>On 3 May &lt;2026&gt;, Anna wrote:<\/p><blockquote><p dir="auto">Look: <img src="app:[^>]*><\/p><\/blockquote>$/,
    );
    expect(draft.content.html).toContain(`src="app://brevduva/picture/${picture?.sha256}"`);
    expect(draft.content.html).toContain(`data-cid="${picture?.cid}"`);
    const frozen = good(await desk.room.freeze(draft.id, 0, account));
    const read = await PostalMime.parse(await buffer(wireStream(frozen.pieces, desk.store)));
    expect(read.text).toContain('> Look:');
    expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer)).toEqual(dot);
  });

  test('a forward takes the files along', async () => {
    const draft = await withMessage().create({ kind: 'forward', ref, intro: 'Forwarded' });
    expect(draft.content).toMatchObject({ to: [], subject: 'Fwd: Sv: Look', inReplyTo: null });
    expect(draft.attachments.map(({ name, cid, size }) => [name, cid === null, size])).toEqual([
      ['report.pdf', true, 6],
      ['pic.png', false, dot.length],
    ]);
  });

  test('a message of another program is written again from what it says: people, subject, text, pictures and files, but no thread', async () => {
    const desk = withMessage({
      from: { name: 'Me', address: 'ME@example.se' },
      to: [{ name: 'Bo', address: 'bo@x.se' }],
      cc: [{ name: '', address: 'cy@x.se' }],
      bcc: [{ name: '', address: 'di@x.se' }],
    });
    const draft = await desk.create({ kind: 'again', ref });
    expect(draft.content).toMatchObject({
      accountId: account.id,
      to: [{ kind: 'good', name: 'Bo', address: 'bo@x.se' }],
      cc: [{ kind: 'good', name: '', address: 'cy@x.se' }],
      bcc: [{ kind: 'good', name: '', address: 'di@x.se' }],
      subject: 'Sv: Look',
      inReplyTo: null,
      references: [],
    });
    expect(draft.content.html).toMatch(/^<p dir="auto">Look: <img src="app:\/\/brevduva\/picture\/[0-9a-f]{64}"[^>]*><\/p>$/);
    expect(draft.attachments.map(({ name, cid, size }) => [name, cid === null, size])).toEqual([
      ['report.pdf', true, 6],
      ['pic.png', false, dot.length],
    ]);
  });

  test('a letter of text only is written again as one, and an empty line stays one line', async () => {
    const plain = [
      'Message-ID: <2@x.se>',
      'From: me@example.se',
      'To: bo@x.se',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hi <you>',
      '',
      'next',
      '',
    ];
    const once = await withMessage({ html: null, text: 'Hi <you>', attachments: [] }, plain.join('\r\n')).create({ kind: 'again', ref });
    expect(once.content).toMatchObject({ isPlain: true, html: '<p>Hi &lt;you&gt;</p><p></p><p>next</p>' });
    const rich = ['From: me@example.se', 'To: bo@x.se', 'Content-Type: text/html', '', '<p>a</p><p dir="auto"><br></p><p>b<br></p>', ''];
    const again = await withMessage({ attachments: [] }, rich.join('\r\n')).create({ kind: 'again', ref });
    expect(again.content.isPlain).toBeUndefined();
    expect(again.content.html).toBe('<p dir="auto">a</p><p dir="auto"></p><p dir="auto">b<br /></p>');
  });

  test('a message of text only is quoted as text', async () => {
    const draft = await withMessage({ html: null, text: 'Hi <you>\nline 2\n\nnext', attachments: [] }).create({
      kind: 'reply',
      ref,
      intro: 'A:',
    });
    expect(draft.content.html).toBe('<p></p><p>A:</p><blockquote><p>Hi &lt;you&gt;<br>line 2</p><p>next</p></blockquote>');
  });

  test('a forward that can not be read whole makes no draft', async () => {
    const desk = withMessage();
    desk.room.readMessagesWith({
      open: async () => ({ ok: true, value: message }),
      source: async () => ({ ok: false, failure: { code: 'offline' } }),
    });
    expect(codeOf(await desk.room.calls['drafts.create']({ accountId: null, start: { kind: 'forward', ref, intro: '' } }))).toBe('offline');
    expect(desk.store.prepare('SELECT 1 FROM draft').all()).toEqual([]);
  });
});
