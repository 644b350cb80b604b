// Addresses that are asked about: slips of the fingers, and domains that pass for others in plain letters.
import { describe, expect, test } from 'vitest';
import { atDomain, doubtAbout } from '../../../../electron/domain/people/doubt';

const written = new Set(['example.org', 'mullvadsbygden.se', 'clara-dill.se']);
const doubt = (address: string): string | null => {
  const found = doubtAbout(address, written);
  return found === null ? null : `${found.kind} ${found.meant}`;
};

describe('an address', () => {
  test.each([
    ['anna@paypa1.com', 'look-alike paypal.com'],
    ['anna@PAYPA1.com', 'look-alike paypal.com'],
    ['anna@rnicrosoft.com', 'look-alike microsoft.com'],
    ['anna@rnail.rnicrosoft.com', 'look-alike rnail.microsoft.com'],
    ['anna@g00gle.com', 'look-alike google.com'],
    ['anna@faceb00k.com', 'look-alike facebook.com'],
    ['anna@mu11vadsbygden.se', 'look-alike mullvadsbygden.se'],
    ['anna@dara-dill.se', 'look-alike clara-dill.se'],
    ['bob@gmial.com', 'typo gmail.com'],
    ['bob@gmai1.com', 'look-alike gmail.com'],
    ['anna@аррӏе.com', 'look-alike null'],
  ])('%s is asked about: %s', (address, answer) => expect(doubt(address)).toBe(answer));

  test.each([
    ...['paypal.com', 'mail.paypal.com', 'example.org', 'mullvadsbygden.se', 'clara-dill.se', 'microsoft.com', 'google.com'],
    ...['brevduva.se', 'clinic.se', 'modern.dk', 'earn.com', 'corner.se', 'barn.se', 'lund.se', 'oslo.no', 'a1.at', 'o2.co.uk', '1und1.de'],
    ...['horn.se', 'internet.dk', 'skolverket.se', 'kommun.se', 'dr.dk', 'clas.se', 'cloud.com', 'savvy.com', 'kth.se', 'ku.dk', 'wvv.se'],
    ...['paypal.se', 'appie.nl', 'googie.example', 'live.nl', 'ups.se'],
  ])('at %s is not asked about', (domain) => expect(doubt(`anna@${domain}`)).toBeNull());

  test('keeps its mailbox at the domain that was meant', () => expect(atDomain('a@b@gmial.com', 'gmail.com')).toBe('a@b@gmail.com'));
});
