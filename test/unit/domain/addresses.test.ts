// What a person types or pastes as recipients, and what becomes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiDomain,
  checkAddress,
  formatRecipient,
  hasBareDomain,
  mergeDuplicates,
  parseAddress,
  parseAddresses,
  recipientKey,
  wireAddress,
} from '../../../electron/domain/addresses';
import { splitAddresses } from '../../../electron/domain/split-addresses';

const good = (name: string, address: string) => ({ kind: 'good' as const, name, address });
const problemOf = (text: string): string => {
  const recipient = parseAddress(text);
  return recipient.kind === 'bad' ? recipient.problem : `good: ${recipient.address}`;
};

describe('one address', () => {
  test.each([
    ['anna@example.se', '', 'anna@example.se'],
    ['  anna@example.se ', '', 'anna@example.se'],
    ['<anna@example.se>', '', 'anna@example.se'],
    ['Anna Ek <anna@example.se>', 'Anna Ek', 'anna@example.se'],
    ['Anna<anna@example.se>', 'Anna', 'anna@example.se'],
    ['"Ek, Anna" <anna@example.se>', 'Ek, Anna', 'anna@example.se'],
    ['"Anna \\"Ankan\\" Ek" <anna@example.se>', 'Anna "Ankan" Ek', 'anna@example.se'],
    ['J. R. Ek <anna@example.se>', 'J. R. Ek', 'anna@example.se'],
    ['anna@example.se (Anna Ek)', 'Anna Ek', 'anna@example.se'],
    ['"anna@example.se" <anna@example.se>', '', 'anna@example.se'],
    ['mailto:anna@example.se', '', 'anna@example.se'],
    ['mailto:anna@example.se?subject=Hej', '', 'anna@example.se'],
    ['Anna <mailto:anna@example.se>', 'Anna', 'anna@example.se'],
    ['anna+list@example.se', '', 'anna+list@example.se'],
    ["o'neil@example.se", '', "o'neil@example.se"],
    ['anna@räksmörgås.se', '', 'anna@räksmörgås.se'],
    ['Åsa Öst <åsa@räksmörgås.se>', 'Åsa Öst', 'åsa@räksmörgås.se'],
    ['用户@例子.广告', '', '用户@例子.广告'],
    ['anna@localhost', '', 'anna@localhost'],
    ['\u200banna@example.se\ufeff', '', 'anna@example.se'],
    ['Anna\u00a0Ek <anna@example.se>', 'Anna Ek', 'anna@example.se'],
    ['"anna.ek"@example.se', '', 'anna.ek@example.se'],
    ['😀 Smile <a@example.se>', '😀 Smile', 'a@example.se'],
    ['=?utf-8?q?Anna?= <a@example.se>', '=?utf-8?q?Anna?=', 'a@example.se'],
  ])('%j is read', (text, name, address) => {
    expect(parseAddress(text)).toEqual(good(name, address));
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['anna', 'no-at'],
    ['Anna Ek', 'no-at'],
    ['@example.se', 'no-local-part'],
    ['anna@', 'no-domain'],
    ['anna.@example.se', 'bad-local-part'],
    ['an..na@example.se', 'bad-local-part'],
    ['an na@example.se', 'bad-local-part'],
    ['"an na"@example.se', 'bad-local-part'],
    ['"a@b.se>,<c"@example.se', 'several'],
    ['anna@-example.se', 'bad-domain'],
    ['anna@exa_mple.se', 'bad-domain'],
    ['anna@example..se', 'bad-domain'],
    ['anna@example.se.', 'bad-domain'],
    ['anna@127.0.0.1', 'bad-domain'],
    ['anna@0x7f.1', 'bad-domain'],
    ['anna@[127.0.0.1]', 'bad-domain'],
    ['anna@example.se bo@example.se', 'several'],
    ['anna@example.se>,<bo@example.se', 'several'],
    ['anna@bo@example.se', 'several'],
    ['"bo@example.se" <anna@example.se>', 'several'],
    ['"<b>" <anna@example.se>', 'bad-quotes'],
    ['"Anna <anna@example.se>', 'bad-quotes'],
    ['Anna <anna@example.se', 'bad-quotes'],
    ['anna@example.se\r\nBcc: bo@example.se', 'control-character'],
    ['Anna\0 <anna@example.se>', 'control-character'],
    ['anna@example.se\u0085', 'control-character'],
    ['mailto:anna%0d%0aBcc:bo@example.se', 'control-character'],
    [`${'a'.repeat(65)}@example.se`, 'too-long'],
    [`${'å'.repeat(33)}@example.se`, 'too-long'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}`, 'too-long'],
    ['a'.repeat(5000), 'too-long'],
    ['an\u200dna@example.se', 'bad-local-part'],
  ])('%j is refused with a reason', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });
});

describe('a pasted list', () => {
  test('commas, semicolons and new lines separate; empty places are nothing', () => {
    expect(parseAddresses('a@x.se, b@x.se; c@x.se\r\nd@x.se\n\n;,')).toEqual(['a', 'b', 'c', 'd'].map((who) => good('', `${who}@x.se`)));
  });
  test('an address with a comment in its midst is none: nobody can read it in the text', () => {
    for (const text of ['a()@a', 'anna(of the shop)@example.test', 'anna@(the)example.test', 'Anna <anna(x)@example.test>'])
      expect(parseAddress(text), text).toMatchObject({ kind: 'bad' });
    expect(parseAddress('anna@example.test (Anna)')).toEqual({ kind: 'good', name: 'Anna', address: 'anna@example.test' });
  });
  test('a comma in a quoted name or a comment does not separate', () => {
    expect(parseAddresses('"Ek, Anna" <a@x.se>, b@x.se (Bo, the elder)')).toEqual([
      good('Ek, Anna', 'a@x.se'),
      good('Bo, the elder', 'b@x.se'),
    ]);
  });
  test('a quote that never closes does not swallow those behind it', () => {
    expect(parseAddresses('"Anna <a@x.se>, b@x.se').map((one) => one.kind)).toEqual(['bad', 'good']);
  });
  test('a bad one stands among the good ones, as it was typed', () => {
    expect(parseAddresses('a@x.se, anna, b@x.se')[1]).toEqual({ kind: 'bad', text: 'anna', problem: 'no-at' });
  });
  test('brackets and commas can not route to somebody who is not shown', () => {
    expect(parseAddresses('Anna <a@x.se>,<b@y.se').map((one) => one.kind)).toEqual(['good', 'bad']);
    expect(parseAddresses('Anna <a@x.se,b@y.se>').map((one) => one.kind)).toEqual(['bad', 'bad']);
  });
  test('a megabyte of stray quotes and parentheses is cut in linear time', () => {
    expect(splitAddresses('"\\"('.repeat(250_000))).toHaveLength(1);
  });
});

describe('duplicates', () => {
  test('case makes no second recipient: the first spelling stays, with the name that is known', () => {
    expect(mergeDuplicates([good('', 'anna@Example.SE'), good('Anna', 'anna@example.se'), good('', 'Anna@example.se')])).toEqual([
      good('Anna', 'anna@Example.SE'),
    ]);
  });
  test('an international domain and its ASCII form are one', () => {
    expect(recipientKey('a@räksmörgås.se')).toBe(recipientKey('a@xn--rksmrgs-5wao1o.se'));
  });
});

describe('domains', () => {
  test('are ASCII in the envelope', () => {
    expect(wireAddress('åsa@Räksmörgås.se')).toBe('åsa@xn--rksmrgs-5wao1o.se');
    expect(asciiDomain('exa mple.se')).toBeNull();
    expect(asciiDomain('example.se/path')).toBeNull();
    expect(asciiDomain('b.se:25')).toBeNull();
  });
  test('without a dot are told apart, not refused', () => {
    expect(checkAddress('anna@localhost')).toBeNull();
    expect(hasBareDomain('anna@localhost')).toBe(true);
    expect(hasBareDomain('anna@example.se')).toBe(false);
  });
});

describe('laws', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'b.se',
          '@',
          '<',
          '>',
          ',',
          ';',
          '"',
          '\\',
          '(',
          ')',
          ' ',
          '\r\n',
          '\0',
          '.',
          'å',
          '😀',
          ':',
          '[',
          ']',
          'mailto:',
          '%0a',
          '\u200b',
          '\u202e',
        ),
        { maxLength: 25 },
      )
      .map((parts) => parts.join('')),
  );

  test('nothing good holds a control character, an angle bracket or a second address', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const recipient of [parseAddress(text), ...parseAddresses(text)]) {
          if (recipient.kind === 'bad') continue;
          expect(recipient.address).not.toMatch(/[\p{C}\p{Z}<>,;"()\\]/u);
          expect(recipient.address.split('@')).toHaveLength(2);
          expect(recipient.name).not.toMatch(/[\p{Cc}<>@]/u);
          expect(checkAddress(recipient.address)).toBeNull();
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a chip written out reads back as the same chip', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) =>
      text
        .replace(/[\p{C}<>@]/gu, '')
        .replace(/[\p{Z}\s]+/gu, ' ')
        .trim(),
    );
    const address = fc
      .tuple(fc.constantFrom('anna', 'a.b', 'å', 'x+y', "o'n"), fc.constantFrom('example.se', 'räksmörgås.se', 'localhost'))
      .map((parts) => parts.join('@'));
    fc.assert(
      fc.property(fc.array(fc.record({ name, address }), { maxLength: 5 }), (list) => {
        const chips = list.map((one) => good(one.name, one.address));
        expect(parseAddresses(chips.map(formatRecipient).join(', '))).toEqual(chips);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a name in brackets is read, a heap of brackets is none', () => {
  expect(parseAddress('anna@x.se (Anna (at work))')).toMatchObject({ kind: 'good', address: 'anna@x.se' });
  expect(parseAddress(`${'('.repeat(9)}${')'.repeat(9)} anna@x.se`)).toMatchObject({ kind: 'bad' });
});
