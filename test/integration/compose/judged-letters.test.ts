// Letters of every kind, frozen as they would be sent. Each comes before the judges when its test ends (support/judges); what stands
// here is that the recipient's program has everything that was in it.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Attachment, DraftContent } from '../../../electron/contract/model/drafts';
import { contentOf, letterOf } from '../../faults/kill/letters';
import { chanceFor } from '../../faults/kill/random';
import { attach, frozen, good } from '../../support/frozen-letter';
import { readByPostalMime } from '../../support/judges/compare';
import { judge } from '../../support/judges/judge';
import { temporaryStore } from '../../support/profile';

const paragraph = 'Styrelsen träffas på torsdag klockan sju, i det stora rummet, och alla som vill får komma. ';
const page = (count: number): string => `<p>${paragraph.repeat(6).trim()}</p>`.repeat(count);
const quote = `<blockquote><p>Kommer du?</p><blockquote><p>${paragraph.repeat(3)}</p></blockquote></blockquote>`;
const table = `<table data-grid=""><tbody>${[
  ['Name', 'Betrag'],
  ['Müller &amp; Söhne', '1 234,50 €'],
  ['Ångström', '−3 °C'],
]
  .map((row) => `<tr>${row.map((cell) => `<td data-grid=""><p>${cell}</p></td>`).join('')}</tr>`)
  .join('')}</tbody></table>`;
const hebrew = '<p>שלום לכולם, הפגישה תתקיים ביום חמישי בשעה שבע בערב באולם הגדול.</p><p>مرحبا بالجميع، نلتقي يوم الخميس.</p>';
const combining = `<p>${'e\u0301a\u0308o\u0302 Zalgo: h\u0335\u0321\u0322e\u0336l\u0337\u0328p\u0338 and a family 👩‍👩‍👧‍👦 of flags 🇸🇪🇩🇰. '.repeat(8)}</p>`;

const letters: Readonly<Record<string, Partial<DraftContent>>> = {
  'a few words': { subject: 'Hello', html: '<p>Dear Anna, thank you for the flowers.</p>' },
  'no subject': { subject: '', html: '<p>Dear Anna, thank you for the flowers.</p>' },
  'headings, lists, code and links': {
    html: `<h1>Plan</h1>${page(2)}<ul><li><p>ett</p><ol><li><p>två</p></li></ol></li></ul><pre><code>if (a &lt; b) {\n\treturn  c;\n}</code></pre><p><a href="https://example.se/väg?a=1&amp;b=%20">vägen dit</a></p><hr>`,
  },
  'a table with figures': { subject: 'Årets siffror', html: `<p>Så här ser det ut:</p>${table}${page(1)}` },
  'an answer under a quote of a quote': {
    subject: 'Re: Möte på torsdag?',
    html: `<p>Ja, gärna!</p>${quote}`,
    inReplyTo: '<CAF+abc=1@mail.example.com>',
    references: Array.from({ length: 60 }, (_, n) => `<${n}.${'reference'.repeat(3)}@mail.example.com>`),
  },
  'plain text with quotes': {
    isPlain: true,
    html: `<p>${paragraph.repeat(4)}</p><p></p><p>&gt; ${paragraph.repeat(2)}</p><p>&gt;&gt; From me</p><p>From here on it counts.</p><p>    indented</p><p>.</p><p>..dots</p><p>--</p><div data-signature="s"><p>Åsa</p><p>Ordförande</p></div>`,
  },
  'plain text in ASCII': { isPlain: true, subject: 'Plain', html: '<p>Nothing but letters &amp; "signs" = + ~ here.</p>' },
  'ten thousand lines': {
    html: Array.from({ length: 10_000 }, (_, n) => `<p>Rad ${n}: ${n % 3 === 0 ? paragraph : 'short'}</p>`).join(''),
  },
  'ten thousand plain lines': {
    isPlain: true,
    html: Array.from({ length: 10_000 }, (_, n) => `<p>${n % 7 === 0 ? '&gt; ' : ''}Line ${n} of a list that has no end</p>`).join(''),
  },
  'one line without an end': { html: `<p>${paragraph.repeat(500)}</p>` },
  'one word without an end': {
    html: `<p>See ${'https://example.org/'.padEnd(3000, 'abc/')} and tell me.</p><p>What do you think of it?</p>`,
  },
  'right-to-left text': { subject: 'פגישה ביום חמישי', to: [good('dana@example.org', 'דנה לוי')], html: hebrew },
  'Chinese, Thai and Japanese': {
    subject: '关于星期四会议的通知',
    html: '<p>大家好，会议定于星期四晚上七点在大厅举行，欢迎大家参加。</p><p>สวัสดีทุกคน เจอกันวันพฤหัสบดี</p><p>よろしくお願いいたします。</p>',
  },
  'combining text and emoji': { subject: '🎉 Fest! 👩‍👩‍👧‍👦🇸🇪 e\u0301a\u0308', html: combining },
  'bytes that are no text': { subject: 'a\0b\u0007c\ufffe', html: `<p>Pasted\0 from\u0008 somewhere\u001b[31m: ${paragraph}\ud83d</p>` },
  'a subject of two thousand letters': { subject: 'Angående '.repeat(220), html: page(1) },
  'a subject of one long word': { subject: `Donaudampfschifffahrt${'sgesellschaft'.repeat(40)}`, html: page(1) },
  'names with everything in them': {
    to: ['Ek, Anna', '"Bo" Berg', 'Cilla (hemma)', 'D@vid', 'Émile <x>', 'a\\b', 'ÅÄÖ '.repeat(40), '=?utf-8?q?x?=', "O'Neill; Co."].map(
      (name, n) => good(`${['hans', 'berg', 'ingrid', 'davida', 'anna', 'fred', 'gun', 'cilla', 'emile'][n]}@example.se`, name),
    ),
    html: page(1),
  },
  'only people in Cc': { to: [], cc: [good('anna@example.se', 'Anna')], html: page(1) },
  'only hidden people': { to: [], bcc: [good('anna@example.se', 'Anna')], html: page(1) },
  'what a person asks for': {
    html: page(1),
    options: {
      priority: 'high',
      wantsReadReceipt: true,
      replyTo: 'Kansliet <kansliet@blåbär.se>',
      deliveryReport: { on: ['success', 'failure', 'delay'], returns: 'headers' },
      headers: [{ name: 'X-Ärende'.replace('Ä', 'A'), value: 'Räksmörgås 4711' }],
    },
  },
  'low priority': { html: page(1), options: { priority: 'low' } },
  'a page copied from the web': {
    html: `<div><div><div><style>p{color:red}</style><script src="https://t.example/x.js"></script><p style="background:url(https://t.example/a.gif)">${paragraph}</p><img src="https://t.example/p.gif"><form action="https://t.example"><input></form><svg><style>@import "https://t.example"</style></svg><math><mi>x</mi></math><iframe src="https://t.example"></iframe><a href="javascript:alert(1)">klick</a><meta http-equiv="refresh" content="0;url=https://t.example"></div></div></div>${page(1)}`,
  },
};

test.each(Object.entries(letters))('%s', async (_what, change) => {
  const { message, wire } = await frozen(temporaryStore(), change);
  const read = await readByPostalMime(wire);
  expect(read.subject ?? '').toBe(message.subject);
  expect(read.html === undefined).toBe(change.isPlain === true);
});

test('two thousand people', async () => {
  const store = temporaryStore();
  const names = ['Anna', 'Björn', 'Cecilia', 'David', 'Eva', 'Folke', 'Gunnar', 'Hedda', 'Ivar', 'Jörgen'];
  const houses = ['ahlm', 'berg', 'carlsson', 'dahl', 'ek', 'falk', 'gran', 'holm', 'ivarsson', 'jonsson'];
  const to = Array.from({ length: 2000 }, (_, n) => {
    const [first = '', last = ''] = [names[n % 10], houses[Math.floor(n / 10) % 10]];
    const address = `${first.toLowerCase().replaceAll('ö', 'o')}.${last}@${houses[(n * 7) % 10]}${Math.floor(n / 100)}.example`;
    return good(address, `${first} ${last}`);
  });
  const { message, wire } = await frozen(store, { to, html: page(1) });
  expect(message.envelope.to).toHaveLength(2000);
  expect((await readByPostalMime(wire)).to).toHaveLength(2000);
}, 60_000);

test('those by the thousand of the kill test', async () => {
  const store = temporaryStore();
  for (let number = 0; number < 40; number += 1) {
    const { accountId: _account, ...content } = contentOf(letterOf(number, chanceFor(number)), 'account-1');
    expect((await frozen(store, content)).message.subject).toBe(`letter ${number}`);
  }
});

describe('files', () => {
  const names = [
    'report.pdf',
    'Årsrapport – "slutlig", 2026 (1).pdf',
    "semi;colon=equals'apostrophe%20percent*star.txt",
    'back\\slash?.txt',
    'דוח שנתי.docx',
    '報告書 第二版.xlsx',
    '🎉🕊️ fest.png',
    `${'a very long name of a file that goes on '.repeat(6)}.pdf`.slice(-250),
    `${'jättelångt '.repeat(20)}.odt`,
    'möte.ics',
    'old letter.eml',
  ];

  test('with names of every kind arrive under them, each as what it is', async () => {
    const store = temporaryStore();
    const files: Attachment[] = [];
    for (const name of names)
      files.push(await attach(store, name, /txt|ics$/.test(name) ? Buffer.from('A few words in a file.') : randomBytes(500)));
    const { wire } = await frozen(store, { subject: 'Filerna', html: page(1) }, files);
    expect((await readByPostalMime(wire)).attachments.map(({ filename }) => filename)).toEqual(names);
    expect(wire.toString('latin1')).not.toMatch(/name="[^"]*=\?[^"]*\?=/);
  });

  test('that are empty, or all that the letter is', async () => {
    const store = temporaryStore();
    const { wire } = await frozen(store, { subject: 'Here are the signed papers', html: '<p></p>' }, [
      await attach(store, 'empty.txt', Buffer.alloc(0)),
    ]);
    expect((await readByPostalMime(wire)).attachments).toMatchObject([{ filename: 'empty.txt', mimeType: 'text/plain' }]);
  });

  test('and pictures in the text, one of them in the signature, beside files', async () => {
    const store = temporaryStore();
    const picture = (name: string, cid: string) => attach(store, name, randomBytes(900), { type: 'image/png', cid });
    const [dog, logo] = [await picture('hund.png', 'dog-1+a@picture'), await picture('logga.png', 'logo@picture')];
    const shown = ({ sha256 }: Attachment, alt: string) =>
      `<img src="app://brevduva/picture/${sha256}" alt="${alt}" width="48" height="30">`;
    const html = `<p>${paragraph}</p><p>${shown(dog, 'Hunden i snön')}</p><p>${shown(dog, 'Hunden igen')}</p><div data-signature="s"><p>${shown(logo, 'Föreningens märke')}</p><p>Åsa</p></div>`;
    const { wire } = await frozen(store, { subject: 'Hunden', html }, [dog, logo, await attach(store, 'mer.pdf', randomBytes(100))]);
    const read = await readByPostalMime(wire);
    expect(read.attachments.map(({ filename, related }) => [filename, related ?? false])).toEqual([
      ['hund.png', true],
      ['logga.png', true],
      ['mer.pdf', false],
    ]);
    expect(read.text).toContain('[Hunden i snön]');
  });
});

describe('the judges', () => {
  const letter = async (): Promise<string> =>
    (await frozen(temporaryStore(), { subject: 'Förslag', html: page(1) }, [])).wire.toString('latin1');

  test('let a good letter pass', async () => {
    expect(await judge(Buffer.from(await letter(), 'latin1'))).toEqual([]);
  });

  test.each([
    ['a line end of another system', (text: string) => text.replace('\r\n\r\n', '\n\n'), /CR or LF|empty line/],
    ['an octet outside ASCII', (text: string) => text.replace('Subject: ', 'Subject: \xe5'), /not ASCII/],
    ['a line beyond the limit', (text: string) => text.replace('Subject: ', `X-Long: ${'x y'.repeat(400)}\r\nSubject: `), /a line of 12/],
    ['half a character in a word', (text: string) => text.replace('=C3=B6', '=C3'), /half a character/],
    ['an encoded word in quotes', (text: string) => text.replace('To: ', 'To: "=?utf-8?Q?B=C3=B6?=" <bo@example.se>, '), /encoded word in/],
    ['no date', (text: string) => text.replace(/^Date: .*\r\n/m, ''), /no date[\s\S]*SpamAssassin: MISSING_DATE/],
    ['two subjects', (text: string) => text.replace('Subject: ', 'Subject: x\r\nSubject: '), /subject more than once/],
    ['hidden people', (text: string) => `Bcc: spy@example.org\r\n${text}`, /bcc leaves/],
    ['a picture that is not there', (text: string) => text.replace('<p dir', '<img src=3D"cid:x@y">\r\n<p dir'), /no part is cid:x@y/],
    ['a script', (text: string) => text.replace('<p dir', '<script></script>\r\n<p dir'), /more in it than a letter/],
    ['a text that is cut', (text: string) => text.replace(/--\r\n$/, ''), /Python finds|SpamAssassin|last line/],
  ])('find %s', async (_what, spoil, complaint) => {
    const good = await letter();
    const bad = spoil(good);
    expect(bad).not.toBe(good);
    expect((await judge(Buffer.from(bad, 'latin1'))).join('\n')).toMatch(complaint);
  });
});
