// Who is one person, and what finds them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recipientKey } from '../../../../electron/domain/addresses';
import { fold, foldPerson, matches, searchWords } from '../../../../electron/domain/people/keys';

const finds = (typed: string, name: string, address: string): boolean => matches(foldPerson(name, address), searchWords(typed));

describe('one person', () => {
  test.each([
    ['Anna@Example.SE', 'anna@example.se'],
    ['a@räksmörgås.se', 'A@xn--rksmrgs-5wao1o.se'],
  ])('%s is %s', (one, other) => expect(recipientKey(one)).toBe(recipientKey(other)));
  test('other addresses are other people', () => expect(recipientKey('anna@example.se')).not.toBe(recipientKey('anna+list@example.se')));
});

describe('a search', () => {
  test.each([
    ['åsa', 'Åsa Öst', 'asa@example.org'],
    ['asa ost', 'Åsa Öst', 'a@example.org'],
    ['ost asa', 'Åsa Öst', 'a@example.org'],
    ['soren', 'Søren Ærø', 's@example.org'],
    ['sørÆR', 'Sørær', 's@example.org'],
    ['example', '', 'anna.berg@example.org'],
    ['@example.org', '', 'anna@example.org'],
    ['berg', '', 'anna.berg@example.org'],
    ['anna@ex', 'Somebody Else', 'anna@example.org'],
    ['Anna <anna@', 'Anna Ek', 'anna@example.org'],
    ['mariehamn', 'Anne-Mariehamn', 'x@example.org'],
  ])('for %j finds %s <%s>', (typed, name, address) => expect(finds(typed, name, address)).toBe(true));
  test.each([
    ['nna', 'Anna', 'anna@example.org'],
    ['anna x', 'Anna Ek', 'anna@example.org'],
  ])('for %j does not find %s <%s>', (typed, name, address) => expect(finds(typed, name, address)).toBe(false));

  test('finds a person by the beginning of any of their words, whatever its case', () => {
    const word = fc.stringMatching(/^[a-zåäöøæé]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.boolean(), (words, which, length, isUpper) => {
        const chosen = words[which % words.length] ?? '';
        const start = [...chosen].slice(0, 1 + (length % chosen.length)).join('');
        expect(finds(isUpper ? start.toUpperCase() : start, words.join(' '), 'x@example.org')).toBe(true);
      }),
    );
  });
  test('is the same however often the text is folded', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    ));
});
