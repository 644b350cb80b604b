// Reading messages: honest ones in full, hostile ones without harm.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileName, isMixed, parseHeader, parseMessage } from '../../../electron/engine/mail/mime';

const parse = (text: string) => parseMessage(Buffer.from(text));
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
const multipart = (...parts: string[]): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
const file = (bytes: Buffer, more = ''): string =>
  `Content-Type: application/pdf; name="x.pdf"\r\nContent-Disposition: attachment; filename="x.pdf"\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${base64(bytes)}`;

describe('a message', { timeout: 30_000 }, () => {
  it('tells who, what and when, decoded', async () => {
    const parsed = await parse(
      'From: =?utf-8?Q?=C3=85sa_Ek?= <asa@example.test>\r\nTo: "Bo, B" <bo@example.test>, friends: a@example.test, b@example.test;\r\nCc: c@example.test\r\nBcc: d@example.test\r\n' +
        'Reply-To: r@example.test\r\nSubject: =?iso-8859-1?Q?R=E4ksm=F6rg=E5s?=\r\nDate: Sun, 3 May 2026 10:20:30 +0200\r\nMessage-ID: <1@example.test>\r\nReferences: <0@example.test>\r\n\r\nHej\r\n',
    );
    expect(parsed).toMatchObject({
      from: { name: 'Åsa Ek', address: 'asa@example.test' },
      to: [
        { name: 'Bo, B', address: 'bo@example.test' },
        { name: '', address: 'a@example.test' },
        { name: '', address: 'b@example.test' },
      ],
      cc: [{ address: 'c@example.test' }],
      bcc: [{ address: 'd@example.test' }],
      replyTo: [{ address: 'r@example.test' }],
      subject: 'Räksmörgås',
      at: Date.UTC(2026, 4, 3, 8, 20, 30),
      messageId: '<1@example.test>',
      references: '<0@example.test>',
      html: null,
      text: 'Hej\n',
      attachments: [],
    });
    expect(parsed.headers.map(({ name }) => name)).toContain('Message-ID');
  });

  it('gives its files byte for byte, large and small', async () => {
    const [small, big] = [randomBytes(1000), randomBytes(900_000)];
    const parsed = await parse(
      multipart('\r\nhej', file(big), file(small), file(big, 'X-Twice: yes\r\n'), 'Content-Type: text/plain\r\n\r\n-- \r\nSignature'),
    );
    expect(parsed.attachments.map(({ content }) => content.length)).toEqual([900_000, 1000, 900_000]);
    for (const [index, bytes] of [big, small, big].entries())
      expect(Buffer.from(parsed.attachments[index]?.content ?? []).equals(bytes)).toBe(true);
    expect(parsed.attachments[0]).toMatchObject({ name: 'x.pdf', type: 'application/pdf', isInline: false });
    expect(parsed.text).toContain('Signature');
  });

  it('gives a forwarded message as a file, with its own large file in it', async () => {
    const inner = `Subject: inner\r\n${multipart(file(randomBytes(200_000)))}`
      .replaceAll('--b', '--inner')
      .replace('boundary="b"', 'boundary="inner"');
    const parsed = await parse(multipart('\r\nsee below', `Content-Type: message/rfc822\r\n\r\n${inner}`));
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.attachments[0]).toMatchObject({ name: 'attachment-1.eml', type: 'message/rfc822' });
    expect(
      Buffer.from(parsed.attachments[0]?.content ?? [])
        .toString('latin1')
        .trimEnd(),
    ).toBe(inner.trimEnd());
  });

  it('gives a calendar file with the line ends that calendars want', async () => {
    const event = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
    const parsed = await parse(multipart('\r\nsee', `Content-Type: text/calendar; name=a.ics\r\n\r\n${event}`));
    expect(Buffer.from(parsed.attachments[0]?.content ?? []).toString()).toBe(event);
  });

  it('knows a picture of the letter from a picture that is sent along', async () => {
    const picture = (disposition: string) =>
      `Content-Type: image/png\r\nContent-ID: <p@x>\r\nContent-Disposition: ${disposition}; filename=p.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==`;
    const related = multipart('Content-Type: text/html\r\n\r\n<img src="cid:p@x">', picture('inline')).replace(
      'multipart/mixed',
      'multipart/related',
    );
    expect((await parse(related)).attachments[0]).toMatchObject({ isInline: true, cid: 'p@x' });
    expect((await parse(multipart('\r\nx', picture('attachment')))).attachments[0]).toMatchObject({ isInline: false });
  });

  it('tells from its header alone whether it carries files', async () => {
    expect(isMixed(await parseHeader(Buffer.from(multipart(file(randomBytes(10))))))).toBe(true);
    expect(isMixed(await parseHeader(Buffer.from('Subject: x\r\n\r\nContent-Type: multipart/mixed')))).toBe(false);
  });
});

describe("a file's name from a stranger", () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['.bashrc', 'bashrc'],
    ['a\r\nb.txt', 'a__b.txt'],
    ['photo\u202Egnp.exe', 'photo_gnp.exe'],
    ['Räkning 3 maj.pdf', 'Räkning 3 maj.pdf'],
    ['con:out?.txt', 'con_out_.txt'],
    ['', 'attachment-3.pdf'],
    ['...', 'attachment-3.pdf'],
    [null, 'attachment-3.pdf'],
  ])('%j becomes %j', (given, safe) => {
    expect(fileName(given, 'application/pdf', 2)).toBe(safe);
  });
  it('is cut when it is too long, and keeps its ending', () => {
    expect(fileName(`${'x'.repeat(5000)}.pdf`, 'application/pdf', 0)).toMatch(/^x{196}\.pdf$/);
  });
});

describe('a hostile message is read without harm', () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('');
  it.each([
    ['nothing', ''],
    ['parts within parts within parts', `Subject: here\r\n${nested(3000)}`],
    ['a header without end', `Subject: here\r\nX: ${'a'.repeat(3_000_000)}`],
    ['groups within groups', `Subject: here\r\nTo: ${'a:'.repeat(400_000)}\r\n\r\nx`],
    ['comments within comments', `Subject: here\r\nTo: ${'('.repeat(400_000)}\r\n\r\nx`],
    ['half-quoted strings', `Subject: here\r\nTo: ${'"\\'.repeat(200_000)}\r\n\r\nx`],
    [
      'endless parameters',
      `Subject: here\r\nContent-Type: text/plain; ${Array.from({ length: 30_000 }, (_, n) => `a*${n}=x;`).join(' ')}\r\n\r\nx`,
    ],
    ['unfinished encoded words', `Subject: here ${'=?'.repeat(100_000)}\r\n\r\nx`],
    ['a charset that does not exist', 'Subject: here\r\nContent-Type: text/plain; charset=nonsense-1\r\n\r\nx'],
    ['base64 that is none', 'Subject: here\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%'],
    ['a boundary that is empty', 'Subject: here\r\nContent-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n--\r\n'],
    ['octets that are no text', `Subject: here\r\n\r\n${Buffer.from(Array.from({ length: 256 }, (_, n) => n)).toString('latin1')}`],
  ])(
    '%s',
    async (what, text) => {
      const parsed = await parse(text);
      expect(parsed.subject.startsWith('here')).toBe(what !== 'nothing');
    },
    60_000,
  );
  it('many thousand parts', async () => {
    const parsed = await parse(
      `Subject: here\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: image/x\r\n\r\nx\r\n'.repeat(20_000)}--b--\r\n`,
    );
    expect(parsed.attachments.length).toBeLessThanOrEqual(1000);
  }, 60_000);
  it('while the engine goes on with its other work', async () => {
    // Each time the reader steps back, whatever else is due has its turn: counted in turns and not by a clock, which a busy computer stretches.
    let turns = 0;
    let isRead = false;
    const other = (): void => {
      if (isRead) return;
      turns += 1;
      setImmediate(other);
    };
    setImmediate(other);
    await parse(`Subject: x\r\n\r\n${'a line\r\n'.repeat(600_000)}`);
    isRead = true;
    expect(turns).toBeGreaterThan(5);
  }, 60_000);
});
