// Recipients as people paste them, from wherever they have them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress, formatRecipient, recipientKey } from '../../../../electron/domain/addresses';
import { readPasted } from '../../../../electron/domain/pasted/read-pasted';

/** As chips: "Name <address>", or what is wrong. */
const read = (text: string): string[] =>
  readPasted(text).map((one) =>
    one.kind === 'bad' ? `${one.problem}: ${one.text}` : one.name === '' ? one.address : `${one.name} <${one.address}>`,
  );

describe('a pasted list', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['spaces', 'a@x.se b@x.se  c@x.se', ['a@x.se', 'b@x.se', 'c@x.se']],
    ['tabs', 'a@x.se\tb@x.se\t\tc@x.se', ['a@x.se', 'b@x.se', 'c@x.se']],
    ['new lines of any program', 'a@x.se\nb@x.se\r\nc@x.se\rd@x.se', ['a@x.se', 'b@x.se', 'c@x.se', 'd@x.se']],
    ['commas, semicolons and nothing between them', 'a@x.se,,b@x.se; ;c@x.se;', ['a@x.se', 'b@x.se', 'c@x.se']],
    ['a name before each', 'Anna Ek <a@x.se> Bo <b@x.se> <c@x.se>', ['Anna Ek <a@x.se>', 'Bo <b@x.se>', 'c@x.se']],
    ['a row of a spreadsheet', 'Anna Ek\ta@x.se', ['Anna Ek <a@x.se>']],
    ['a row the other way round', 'a@x.se\tAnna Ek', ['Anna Ek <a@x.se>']],
    ['rows with more columns', 'Anna Ek\tThe choir\ta@x.se\t070-123\nBo\tThe board\tb@x.se\t', ['Anna Ek <a@x.se>', 'Bo <b@x.se>']],
    ['first and last names', 'Anna\tEk\ta@x.se\nÅsa\tÖst\tb@x.se', ['Anna Ek <a@x.se>', 'Åsa Öst <b@x.se>']],
    ['rows under their heads', 'Company\tName\tE-mail\nAcme\tAnna Ek\ta@x.se\nAcme\tBo\tb@x.se', ['Anna Ek <a@x.se>', 'Bo <b@x.se>']],
    ['a row without an address', 'Anna\ta@x.se\nBo Ek\t', ['Anna <a@x.se>', 'no-at: Bo Ek']],
    ['a name with its comma', 'Ek, Anna <a@x.se>', ['Ek, Anna <a@x.se>']],
    [
      'names with their commas',
      'Ek, Anna <a@x.se>, Berg, Bo <b@x.se>; Dal, Cia <c@x.se>',
      ['Ek, Anna <a@x.se>', 'Berg, Bo <b@x.se>', 'Dal, Cia <c@x.se>'],
    ],
    ['a group', 'The choir: a@x.se, Bo <b@x.se>;', ['a@x.se', 'Bo <b@x.se>']],
    ['two groups', 'Choir: a@x.se; Board: b@x.se, c@x.se;', ['a@x.se', 'b@x.se', 'c@x.se']],
    ['numbered lines', '1. a@x.se\n2) Bo <b@x.se>\n10. c@x.se', ['a@x.se', 'Bo <b@x.se>', 'c@x.se']],
    ['lines with bullets', '- a@x.se\n* b@x.se\n• Cia <c@x.se>\n– d@x.se', ['a@x.se', 'b@x.se', 'Cia <c@x.se>', 'd@x.se']],
    [
      'a header',
      'To: Anna <a@x.se>, b@x.se\nCc: c@x.se\nTill: d@x.se\nKopia: e@x.se',
      ['Anna <a@x.se>', 'b@x.se', 'c@x.se', 'd@x.se', 'e@x.se'],
    ],
    ['single quotes', "'a@x.se', 'Bo' <b@x.se>", ['a@x.se', "'Bo' <b@x.se>"]],
    ['typographic quotes', '“a@x.se” „b@x.se“', ['a@x.se', 'b@x.se']],
    ['square brackets', 'Anna Ek [a@x.se]; Bo [mailto:b@x.se]', ['Anna Ek <a@x.se>', 'Bo <b@x.se>']],
    ['round brackets', 'Anna Ek (a@x.se), b@x.se (Bo)', ['Anna Ek <a@x.se>', 'Bo <b@x.se>']],
    ['a full stop behind', 'a@x.se.', ['a@x.se']],
    ['a comma behind', 'a@x.se,', ['a@x.se']],
    [
      'encoded words',
      '=?utf-8?q?Anna_=C3=96st?= <a@x.se>, =?iso-8859-1?B?xXNh?= =?utf-8?q?_Ek?= <b@x.se>',
      ['Anna Öst <a@x.se>', 'Åsa Ek <b@x.se>'],
    ],
    ['an encoded word that is none', '=?nonsense?q?Anna?= <a@x.se>', ['=?nonsense?q?Anna?= <a@x.se>']],
    ['a link', 'mailto:a@x.se?subject=Hello,%20you&cc=b@x.se', ['a@x.se']],
    ['a link to two', '<mailto:a@x.se,b@x.se>', ['a@x.se', 'b@x.se']],
    [
      'a name and a bare address',
      'Anna Ek a@x.se\nb@x.se Bo von Dal\nCia - c@x.se',
      ['Anna Ek <a@x.se>', 'Bo von Dal <b@x.se>', 'Cia <c@x.se>'],
    ],
  ])('with %s is read', (_, text, chips) => expect(read(text)).toEqual(chips));

  test.each<readonly [string, string, readonly string[]]>([
    ['a name that shows another address', '"b@x.se" <a@x.se>', ['several: "b@x.se" <a@x.se>']],
    ['a name in brackets that does', 'b@x.se (a@x.se)', ['several: b@x.se (a@x.se)']],
    ['an address that would end the command', 'a@x.se>,<b@x.se', ['bad-quotes: a@x.se>', 'bad-quotes: <b@x.se']],
    ['an encoded name that hides one', '=?utf-8?q?b=40x=2Ese?= <a@x.se>', ['a@x.se']],
    ['encoded line breaks', '=?utf-8?q?Anna=0D=0ABcc=3A_b?= <a@x.se>', ['Anna Bcc: b <a@x.se>']],
    ['words around it', 'write to a@x.se or b@x.se', ['several: write to a@x.se or b@x.se']],
    ['a name alone', 'Anna', ['no-at: Anna']],
    ['names without addresses before one', 'Berg, Ek, Anna <a@x.se>', ['no-at: Berg', 'Ek, Anna <a@x.se>']],
  ])('with %s is not read as somebody else', (_, text, chips) => expect(read(text)).toEqual(chips));

  test('of thirty thousand addresses, or of hopeless text, is read in a moment', () => {
    const started = performance.now();
    expect(readPasted(`${'a@x.se '.repeat(30_000)}b@x.se`)).toHaveLength(30_001);
    for (const stuff of ['(', '"', '<a@', ' : ', "'", '[a@b', '=?utf-8?q?', 'A ', '\t', 'a@b:']) readPasted(stuff.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('', 'Anna', 'Anna Ek', 'Åsa Öst', 'Ek, Anna', 'J. R. Ek', "O'Neil", 'Bo von Dal', 'Anna "Ankan" Ek', '李明');
  const address = fc
    .tuple(fc.constantFrom('anna', 'a.b', 'å', 'x+y', "o'n", 'Anna', '1'), fc.constantFrom('example.se', 'räksmörgås.se', 'x.example.org'))
    .map((parts) => parts.join('@'));
  const people = fc.uniqueArray(fc.record({ name, address }), { selector: (one) => recipientKey(one.address), minLength: 1, maxLength: 6 });

  test('chips written out and pasted are the same chips, whatever separates them', () => {
    const separator = fc.constantFrom(', ', ';', '\n', '\r\n', ',\n', ' ; ');
    fc.assert(
      fc.property(people, separator, (list, between) => {
        const chips = list.map((one) => ({ kind: 'good' as const, ...one }));
        expect(readPasted(chips.map(formatRecipient).join(between))).toEqual(chips);
      }),
      { numRuns: 1000 },
    );
  });

  test('the same people are read from every form of a list', () => {
    const simple = fc.constantFrom('Anna', 'Anna Ek', 'Åsa Öst', 'Bo von Dal');
    const forms: readonly ((one: { readonly name: string; readonly address: string }, at: number) => string)[] = [
      (one) => `${one.name}\t${one.address}`,
      (one) => `${one.address}\t${one.name}`,
      (one) => `${one.name} [${one.address}]`,
      (one) => `${one.name} (${one.address})`,
      (one) => `${one.name} <${one.address}>.`,
      (one) => `${one.name} ${one.address}`,
      (one, at) => `${at + 1}. ${one.name} <${one.address}>`,
      (one) => `- ${one.name} <mailto:${one.address}>`,
      (one) => `To: ${one.name} <${one.address}>`,
      (one) => `=?utf-8?b?${btoa(String.fromCharCode(...new TextEncoder().encode(one.name)))}?= <${one.address}>`,
    ];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ name: simple, address }), { selector: (one) => recipientKey(one.address), minLength: 1, maxLength: 6 }),
        fc.constantFrom(...forms),
        (list, form) => {
          expect(readPasted(list.map(form).join('\n'))).toEqual(list.map((one) => ({ kind: 'good', ...one })));
        },
      ),
      { numRuns: 1000 },
    );
  });

  /** Without what is not seen, and with the two other ways to write a sign written out. */
  const plain = (text: string): string =>
    text
      .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
      .replaceAll('%40', '@')
      .replaceAll('\u3002', '.')
      .normalize('NFC')
      .replace(/[\s"]/gu, '');
  test('nobody gets a letter whose address does not stand in the pasted text, and every chip shows where it goes', () => {
    const part = fc.constantFrom(
      ...[
        'a',
        'b.se',
        '@',
        'a@b.se',
        'c@d.se',
        '<',
        '>',
        ',',
        ';',
        '"',
        "'",
        '\\',
        '(',
        ')',
        ' ',
        '\t',
        '\r\n',
        '\0',
        '.',
        'å',
        ':',
        '[',
        ']',
      ],
      ...[
        'mailto:',
        '%0a',
        '%40',
        '\u200b',
        '\u202e',
        '=?utf-8?q?',
        '=40',
        '?=',
        'To: ',
        '1. ',
        'Anna ',
        'Ek, ',
        '{',
        '}',
        '“',
        '”',
        '\u3002',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        for (const one of readPasted(text)) {
          if (one.kind === 'bad') continue;
          expect(checkAddress(one.address)).toBeNull();
          expect(one.address).not.toMatch(/[\p{C}\p{Z}<>,;"()[\]\\]/u);
          expect(one.name).not.toMatch(/[\p{Cc}<>@]/u);
          expect(plain(text)).toContain(plain(one.address));
        }
      }),
      { numRuns: 5000 },
    );
  });
});
