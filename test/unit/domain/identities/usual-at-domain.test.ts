// Which address letters to a domain usually go from.
import { expect, it } from 'vitest';
import { tellsOfItsPeople, usualAtDomain } from '../../../../electron/domain/identities/usual-at-domain';

it.each([
  ['the one they all went from', [{ sender: 'a', times: 3 }], 'a'],
  [
    'the one that most went from',
    [
      { sender: 'a', times: 1 },
      { sender: 'b', times: 9 },
    ],
    'b',
  ],
  [
    'none where it is now the one, now the other',
    [
      { sender: 'a', times: 5 },
      { sender: 'b', times: 5 },
    ],
    null,
  ],
  ['none after a letter or two', [{ sender: 'a', times: 2 }], null],
  ['none where nobody there was written to', [], null],
])('%s', (_, used, sender) => expect(usualAtDomain(used)).toBe(sender));

it('is asked of a company’s domain, not of a large provider’s', () => {
  expect(tellsOfItsPeople('customers.example')).toBe(true);
  expect(tellsOfItsPeople('GMAIL.com')).toBe(false);
  expect(tellsOfItsPeople('')).toBe(false);
});
