// Messages that are made to break a mail program, as in the torture collections, and the same ones damaged at random by a seed.
// Each honest word in them is `kept(n)`: whatever is made of the message, it must not be lost.

export type Torture = {
  readonly what: string;
  readonly message: Buffer;
  /** What must be found again; null: there is nothing in it. */
  readonly keeps: string | null;
};

/** One that no message has by chance. */
export const kept = (n: number): string => `kept-pigeon-${n}`;

const lines = (...all: readonly string[]): string => all.join('\r\n');
const head = 'From: Eve <eve@example.org>\r\nTo: anna@example.org\r\nSubject: Torture';
const multipart = (boundary: string, ...parts: readonly string[]): string =>
  lines(
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  );
const text = (word: string, type = 'text/plain'): string => lines(`Content-Type: ${type}`, '', word);

const nested = (levels: number, word: string): string => {
  let part = text(word);
  for (let level = 0; level < levels; level += 1) part = multipart(`b${level}`, part);
  return part;
};
const forwarded = (levels: number, word: string): string => {
  let part = lines('Subject: The innermost', '', word);
  for (let level = 0; level < levels; level += 1) part = lines(`Subject: Level ${level}`, 'Content-Type: message/rfc822', '', part);
  return part;
};

/** What a page does to run, to call home, or to look like something else. */
export const hostileHtml = (word: string): string =>
  `<html><head><base href="https://trap.example/"><meta http-equiv="refresh" content="0;url=https://trap.example"><title>t</title>
<link rel="stylesheet" href="https://trap.example/a.css"><style>@import url(https://trap.example/b.css);p{background:url(https://trap.example/c)}</style>
<script src="https://trap.example/d.js"></script><script>fetch("https://trap.example/e")</script></head>
<body onload="run()" background="https://trap.example/f.gif"><p onclick="run()" style="background:url('https://trap.example/g')">${word}</p>
<img src="https://trap.example/h.gif" srcset="https://trap.example/i.gif 2x"><img src="//trap.example/j.gif"><img src=x onerror="run()">
<img src="data:image/svg+xml,<svg onload=run()>"><picture><source srcset="https://trap.example/k.webp"></picture>
<a href="javascript:run()">a</a><a href="java&#10;script:run()">b</a><a href=" &#1; javascript:run()">c</a><a href="data:text/html,<script>run()</script>">d</a>
<a href="vbscript:run()">e</a><a href="file:///etc/passwd">f</a><a href="https://fine.example/" ping="https://trap.example/l">g</a>
<form action="https://trap.example/m"><input name="password"><button formaction="javascript:run()">h</button></form>
<iframe src="https://trap.example/n" srcdoc="<script>run()</script>"></iframe><object data="https://trap.example/o"></object><embed src="https://trap.example/p">
<svg><script>run()</script><image href="https://trap.example/q"/><animate onbegin="run()"/><a xlink:href="javascript:run()"><text>i</text></a><foreignObject><p>j</p></foreignObject></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=run()&gt;"></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=run()>"></noscript><template><img src=x onerror=run()></template>
<video poster="https://trap.example/r" src="https://trap.example/s"></video><audio src="https://trap.example/t"></audio>
<!--><img src=x onerror=run()>--><![CDATA[><img src=x onerror=run()>]]><xmp><img src=x onerror=run()></xmp>
<div style="position:fixed;inset:0;width:expression(run())">k</div><marquee onstart="run()">l</marquee><details open ontoggle="run()">m</details>
</body></html>`;

const html = (word: string): string => lines('MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', hostileHtml(word));
const base64 = (word: string): string => Buffer.from(word).toString('base64');
const attached = (name: string, more: string, body: string): string =>
  lines(`Content-Type: application/octet-stream; name=${name}`, `Content-Disposition: attachment; ${more}`, '', body);

const made: Readonly<Record<string, (word: string) => string>> = {
  'two hundred levels of parts': (word) => lines(head, nested(200, word)),
  'three thousand levels of parts': (word) => lines(head, nested(3000, word)),
  'parts without a boundary': (word) => lines(head, 'Content-Type: multipart/mixed', '', '--b', '', word, '--b--'),
  'a boundary that never comes': (word) => lines(head, 'Content-Type: multipart/mixed; boundary=never', '', word),
  'an empty boundary': (word) => lines(head, 'Content-Type: multipart/mixed; boundary=""', '', '--', '', word, '----'),
  'a boundary inside another': (word) => lines(head, multipart('b', multipart('bb', text('outer')), text(word))),
  'the same boundary twice': (word) => lines(head, multipart('b', multipart('b', text(word)))),
  'a part that never ends': (word) => lines(head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', text(word)),
  'words before and after the parts': (word) =>
    lines(head, multipart('b', text(word)).replace('\r\n\r\n--b', '\r\n\r\nbefore\r\n--b'), 'after'),
  'a hundred thousand headers': (word) => lines(head, ...Array.from({ length: 100_000 }, (_, n) => `X-${n}: ${n}`), '', word),
  'a header of a megabyte': (word) => lines(`X-Long: ${'a'.repeat(1_000_000)}`, head, '', word),
  'a subject of a megabyte': (word) => lines(`Subject: ${'long '.repeat(200_000)}`, 'To: anna@example.org', '', word),
  'a folded header of a hundred thousand lines': (word) => lines(`X-Long: a${'\r\n b'.repeat(100_000)}`, head, '', word),
  'six thousand recipients': (word) =>
    lines(`To: ${Array.from({ length: 6000 }, (_, n) => `p${n}@example.org`).join(',\r\n ')}`, 'Subject: All', '', word),
  'groups, comments and quotes': (word) =>
    lines(
      `To: Friends: "a, b" <a@example.org>, (c (d)) e@example.org;, <@r.example:f@example.org>, "x\\"y"@example.org, g@[127.0.0.1]`,
      `Cc: ${'('.repeat(50_000)}`,
      '',
      word,
    ),
  'UTF-8 that is none': (word) => lines(head, 'Content-Type: text/plain; charset=utf-8', '', `\xe5\xe4\xf6\xff\xfe ${word}`),
  'ASCII that is none': (word) => lines(head, 'Content-Type: text/plain; charset=us-ascii', '', `\x80\xe5 ${word}`),
  'an unknown charset': (word) =>
    lines('Subject: =?x-klingon?B?AAAA?= =?utf-8?Q?=C3?=', 'To: anna@example.org', 'Content-Type: text/plain; charset=x-klingon', '', word),
  'UTF-7': (word) => lines(head, 'Content-Type: text/html; charset=utf-7', '', `+ADw-script+AD4-run()+ADw-/script+AD4-${word}`),
  'base64 with holes': (word) =>
    lines(head, 'Content-Transfer-Encoding: base64', '', `${base64(`${word} `.repeat(3)).replace(/(.{4})/g, '$1 \t')}%%`),
  'quoted-printable that breaks off': (word) =>
    lines(head, 'Content-Transfer-Encoding: quoted-printable', '', `${word}=ZZ=`, '=3', '==', '=E5='),
  'an unknown encoding': (word) => lines(head, 'Content-Transfer-Encoding: rot13', '', word),
  uuencode: (word) => lines(head, '', word, 'begin 644 evil.exe', '#0V%T', '`', 'end'),
  'every header twice': (word) => lines(head, head, 'Content-Type: text/plain', 'Content-Type: text/html', '', word),
  'a type that is none': (word) => lines(head, 'Content-Type: ;;;="";;', 'Content-Disposition: ;', '', word),
  'a name in pieces': (word) =>
    lines(
      head,
      multipart(
        'b',
        attached('"x', "filename*1*=%C3; filename*0*=utf-8''r%C3%A4k; filename*3=.exe; filename*0=twice; filename*4000000000=x", word),
      ),
    ),
  'a name that climbs': (word) => lines(head, multipart('b', attached('"../../etc/passwd"', 'filename="..\\\\..\\\\evil\0.exe"', word))),
  'a name that turns around': (word) => lines(head, multipart('b', attached('x', "filename*=utf-8''a%E2%80%AEfdp.exe%00%0D%0A", word))),
  'a message in a message, a hundred times': (word) => lines(head, forwarded(100, word).replace('Subject: Level 99\r\n', '')),
  'two thousand files': (word) =>
    lines(
      head,
      multipart(
        'b',
        text('hello'),
        ...Array.from({ length: 2000 }, (_, n) => attached(`f${n}`, `filename=f${n}`, n === 1999 ? word : 'x')),
      ),
    ),
  'a thousand forms of one text': (word) =>
    lines(
      head,
      multipart('b', ...Array.from({ length: 1000 }, (_, n) => text(n === 999 ? word : `<p>${n}</p>`, 'text/html'))).replace(
        'mixed',
        'alternative',
      ),
    ),
  'a text of three megabytes': (word) => lines(head, '', `${'many words in a line that goes on\r\n'.repeat(90_000)}${word}`),
  'a page of tags without end': (word) => lines(head, 'Content-Type: text/html', '', `${'<b>'.repeat(400_000)}${word}`),
  'a page of tables in tables': (word) => lines(head, 'Content-Type: text/html', '', `${'<table><tr><td>'.repeat(2000)}${word}`),
  'a page that does everything': (word) => lines(head, html(word)),
  'the same, named otherwise': (word) =>
    lines(
      head,
      multipart('b', text('see'), html(word).replace('text/html', 'TEXT/HTML')).replace('multipart/mixed', 'multipart/alternative'),
    ),
  'a picture that is a script': (word) =>
    lines(
      head,
      multipart(
        'b',
        text(`<p>${word}</p><img src="cid:x"><img src="cid:x">`, 'text/html'),
        lines(
          'Content-Type: image/svg+xml',
          'Content-ID: <x>',
          'Content-Disposition: inline',
          '',
          '<svg xmlns="http://www.w3.org/2000/svg" onload="run()"><script>run()</script></svg>',
        ),
      ).replace('mixed', 'related'),
    ),
  'a picture that is broken': (word) =>
    lines(
      head,
      multipart(
        'b',
        text(`<p>${word}</p><img src="cid:x">`, 'text/html'),
        lines(
          'Content-Type: image/png',
          'Content-ID: <x>',
          'Content-Disposition: inline; filename=p.png',
          'Content-Transfer-Encoding: base64',
          '',
          'iVBORw0KGgo==',
        ),
      ).replace('mixed', 'related'),
    ),
  'parts of other trades': (word) =>
    lines(
      head,
      multipart(
        'b',
        text(word),
        lines('Content-Type: message/external-body; access-type=URL; url="https://trap.example/x"', '', 'Content-Type: text/plain'),
        lines('Content-Type: message/partial; id=1; number=1; total=2', '', 'half'),
        lines('Content-Type: application/ms-tnef; name=winmail.dat', '', 'x'),
        lines('Content-Type: text/calendar; method=REQUEST', '', 'BEGIN:VCALENDAR', 'END:VCALENDAR'),
        lines('Content-Type: text/enriched', '', '<bold>x</bold>'),
      ),
    ),
  'NUL octets': (word) => lines(head.replace('Torture', 'T\0orture').replace('anna', '\0anna'), 'X\0Y: z', '', `a\0b ${word} \0\0`),
  'line ends of CR alone': (word) => `${lines(head, '', word)}`.replaceAll('\r\n', '\r'),
  'line ends of every kind': (word) => `${head}\n\r\n${word}\r\rmore\n\rand more\n`,
  'a mailbox’s own line first': (word) => lines('From eve@example.org Mon Nov 23 10:00:00 2026', head, '', word),
  'a mark of byte order first': (word) => `\xef\xbb\xbf${lines(head, '', word)}`,
  'encoded words out of order': (word) =>
    lines(
      `Subject: =?utf-8?B?!!!?= =?utf-8?Q?${'=0D=0ABcc:_spy@else.example'}?= =?utf-8?Q?=E2=80=AE?= ${'=?'.repeat(5000)}`,
      'To: =?utf-8?Q?=22=3E=2C=3Cspy@else.example?= <anna@example.org>',
      '',
      word,
    ),
};

const nothing: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  'a header alone': Buffer.from(`${head}\r\n`),
  'an empty line alone': Buffer.from('\r\n\r\n'),
  'a picture': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'),
  'a program': Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(4000, 0xcc)]),
};

export const tortures: readonly Torture[] = [
  ...Object.entries(made).map(([what, make], n) => ({ what, message: Buffer.from(make(kept(n)), 'latin1'), keeps: kept(n) })),
  ...Object.entries(nothing).map(([what, message]) => ({ what, message, keeps: null })),
];

/** Numbers that look like chance and are the same for the same seed (mulberry32), from 0 to below 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the shorter ones, damaged: stretches cut out, doubled and moved, octets and line ends strewn in. */
export function damaged(seed: number): Buffer {
  const next = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const short = tortures.filter(({ message }) => message.length > 100 && message.length < 20_000);
  let bytes = pick(short).message;
  const strewn = [
    '\0',
    '\r',
    '\n',
    '\r\n\r\n',
    '--b\r\n',
    '--b--',
    '\xff',
    '=',
    '?=',
    '"',
    ';',
    '<',
    '>',
    'Content-Type: text/html\r\n',
    '\r\n ',
  ];
  for (let count = 1 + Math.floor(next() * 12); count > 0; count -= 1) {
    const [from, length] = [Math.floor(next() * bytes.length), Math.floor(next() * 200)];
    const piece = bytes.subarray(from, from + length);
    const at = Math.floor(next() * bytes.length);
    const other = pick([Buffer.alloc(0), piece, Buffer.from(pick(strewn), 'latin1'), pick(short).message.subarray(0, length)]);
    bytes = Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(next() < 0.5 ? at : Math.min(at + length, bytes.length))]);
  }
  return bytes;
}
