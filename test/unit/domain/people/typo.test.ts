// Slips of the fingers in a domain.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intendedDomain, slips } from '../../../../electron/domain/people/typo';

const written = new Set(['example.org', 'skolverket.se']);

describe('a domain', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['GMAIL.CO', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotnail.con', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['yahooo.com', 'yahoo.com'],
    ['iclud.com', 'icloud.com'],
    ['exmaple.org', 'example.org'],
    ['skolvreket.se', 'skolverket.se'],
  ])('%s was meant to be %s', (typed, meant) => expect(intendedDomain(typed, written)).toBe(meant));

  test.each([
    'gmail.com',
    'mail.com',
    'email.com',
    'ymail.com',
    'live.se',
    'gmx.de',
    'gmx.at',
    'example.org',
    'a.se',
    'company.com',
    'brevduva.se',
    'mail.example.org',
  ])('%s is meant as it is', (typed) => expect(intendedDomain(typed, written)).toBeNull());
  test('one has written to is meant as it is, however near it is to a known one', () =>
    expect(intendedDomain('gmail.co', new Set(['gmail.co']))).toBeNull());
});

test('slips are counted the same from both sides, and none is between equals', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(slips(a, a, 2)).toBe(0);
      expect(slips(a, b, 20)).toBe(slips(b, a, 20));
      expect(slips(a, b, 2)).toBe(Math.min(3, slips(a, b, 20)));
    }),
  ));
