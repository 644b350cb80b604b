// Domains that can be taken for another one, and how international ones are read.
import { describe, expect, test } from 'vitest';
import { lookAlike } from '../../../../electron/domain/people/look-alike';
import { readableAddress, readableDomain } from '../../../../electron/domain/people/readable';

describe('a look-alike', () => {
  test('in Cyrillic letters alone tells what it looks like', () =>
    expect(lookAlike('anna@аррӏе.com')).toEqual({ domain: 'аррӏе.com', scripts: [], as: 'apple.com' }));
  test('in mixed letters tells which', () =>
    expect(lookAlike('anna@pаypal.com')).toEqual({ domain: 'pаypal.com', scripts: ['Latin', 'Cyrillic'], as: 'paypal.com' }));
  test('is found in its ASCII form, too', () => expect(lookAlike('anna@xn--80ak6aa92e.com')?.as).toBe('apple.com'));
  test.each([
    'anna@example.org',
    'anna@räksmörgås.se',
    'anna@москва.рф',
    'anna@例え.jp',
    'anna@bücher.de',
    'anna@日本abc.jp',
    'anna@παράδειγμα.ελ',
  ])('%s is none', (address) => expect(lookAlike(address)).toBeNull());
});

describe('an international domain', () => {
  test('is read in its own letters', () => expect(readableAddress('a@xn--rksmrgs-5wao1o.se')).toBe('a@räksmörgås.se'));
  test.each(['example.org', 'xn--a.example', 'xn--xn---epa.example', 'xn--'])('%s stays as it is', (domain) =>
    expect(readableDomain(domain)).toBe(domain),
  );
});
