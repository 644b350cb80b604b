// mailto: links from web pages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMailto } from '../../../electron/domain/mailto';

const good = (address: string, name = '') => ({ kind: 'good', name, address });

test('recipients, subject and body are filled in', () => {
  expect(
    parseMailto('mailto:anna@x.se,bo@x.se?cc=cy@x.se&bcc=di@x.se&subject=Hej%20p%C3%A5%20dig&body=Rad%201%0D%0ARad%202&to=eva@x.se'),
  ).toEqual({
    to: [good('anna@x.se'), good('bo@x.se'), good('eva@x.se')],
    cc: [good('cy@x.se')],
    bcc: [good('di@x.se')],
    subject: 'Hej på dig',
    body: 'Rad 1\nRad 2',
    inReplyTo: null,
  });
});
test('an answer may name the message it answers', () => {
  expect(parseMailto('mailto:a@x.se?In-Reply-To=%3C1%40x.se%3E')?.inReplyTo).toBe('<1@x.se>');
  expect(parseMailto('mailto:a@x.se?in-reply-to=x%0d%0aBcc:b@x.se')?.inReplyTo).toBeNull();
});
test('a link can not attach a file or set a header', () => {
  const read = parseMailto('mailto:a@x.se?attach=/etc/passwd&attachment=/etc/passwd&from=b@x.se&x-header=1&subject=S');
  expect(JSON.stringify(read)).not.toMatch(/passwd|b@x|x-header/);
});
test('a line break in an address makes it bad, and adds nobody', () => {
  expect(parseMailto('mailto:a@x.se%0D%0ABcc:b@x.se')?.to).toEqual([
    { kind: 'bad', text: 'a@x.se\r\nBcc:b@x.se', problem: 'control-character' },
  ]);
  expect(parseMailto('mailto:?cc=a@x.se%0Ab@x.se')?.cc).toHaveLength(1);
});
test('a line break in the subject is a space', () => {
  expect(parseMailto('mailto:?subject=A%0D%0ABcc:%20b@x.se')?.subject).toBe('A Bcc: b@x.se');
});
test('a plus sign stays, a percent sign that encodes nothing stays', () => {
  expect(parseMailto('mailto:a+b@x.se?subject=1+1%20100%')).toMatchObject({ to: [good('a+b@x.se')], subject: '1+1 100%' });
});
test('an encoded comma belongs to the name', () => {
  expect(parseMailto('mailto:%22Ek%2C%20Anna%22%20%3Canna%40x.se%3E')?.to).toEqual([good('anna@x.se', 'Ek, Anna')]);
});
test('something else is no mailto: link', () => {
  expect(parseMailto('https://x.se/?mailto:a@x.se')).toBeNull();
});
test('whatever the link, no header can hold a line break', () => {
  fc.assert(
    fc.property(
      fc
        .array(
          fc.constantFrom(
            'a',
            '@x.se',
            '%0d%0a',
            '%00',
            '?',
            '&',
            'subject=',
            'bcc=',
            '=',
            ',',
            '%2C',
            '<',
            '%3E',
            '"',
            '%',
            '\r\n',
            'å',
            ' ',
          ),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
      (tail) => {
        const read = parseMailto(`mailto:${tail}`);
        expect(read?.subject ?? '').not.toMatch(/\p{Cc}/u);
        for (const one of [...(read?.to ?? []), ...(read?.cc ?? []), ...(read?.bcc ?? [])])
          if (one.kind === 'good') expect(one.address + one.name).not.toMatch(/\p{Cc}/u);
      },
    ),
  );
});
test('whatever a link brings besides, only six fields of it are taken, and never a file', () => {
  const secret = '/home/anna/.ssh/id_ed25519';
  const name = fc.constantFrom(
    'attach',
    'attachment',
    'ATTACH',
    'att%61ch',
    'file',
    'from',
    'reply-to',
    'x-header',
    'content-type',
    'send',
    'html',
  );
  const value = fc.constantFrom(secret, `file://${secret}`, encodeURIComponent(secret), `${secret}%0D%0Aattach=${secret}`);
  const hostile = fc.tuple(name, value).map(([key, what]) => `${key}=${what}`);
  const kind = fc.constantFrom('subject=S', 'cc=b@x.se', 'body=B');
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, kind), { maxLength: 12 }), (fields) => {
      const read = parseMailto(`mailto:a@x.se?${fields.join('&')}`);
      expect(Object.keys(read ?? {}).sort()).toEqual(['bcc', 'body', 'cc', 'inReplyTo', 'subject', 'to']);
      expect(JSON.stringify(read)).not.toContain('id_ed25519');
      expect(read?.to).toEqual([good('a@x.se')]);
    }),
  );
});
test('any text at all is read or is no link, and what is read fits a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const read = parseMailto(`mailto:${text}`);
      expect(read).not.toBeNull();
      expect(read?.subject ?? '').not.toMatch(/\p{Cc}/u);
      expect(read?.body ?? '').not.toMatch(/(?![\n\t])\p{Cc}/u);
      for (const one of [...(read?.to ?? []), ...(read?.cc ?? []), ...(read?.bcc ?? [])])
        if (one.kind === 'good') expect(one.address + one.name).not.toMatch(/\p{Cc}/u);
    }),
  );
});
test('a link of hopeless addresses is read in a moment, and what is good in it is kept', () => {
  const hopeless = ['('.repeat(700), '("'.repeat(300), 'a.'.repeat(350), '"a'.repeat(350), '<a:'.repeat(200)];
  const began = performance.now();
  const read = parseMailto(`mailto:anna@x.se,${Array.from({ length: 140 }, (_, at) => hopeless[at % hopeless.length]).join(',')}`);
  expect(performance.now() - began).toBeLessThan(5000); // 45 seconds and more without a limit
  expect(read?.to[0]).toEqual({ kind: 'good', name: '', address: 'anna@x.se' });
});
