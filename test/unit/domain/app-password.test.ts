import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerIds } from '../../../electron/contract/model/accounts';
import { cleanPassword, passwordShape } from '../../../electron/domain/app-password';

describe('an app password', () => {
  it.each([
    ['gmail', 'abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['gmail', ' abcd\u00a0efgh ijkl  mnop\n', 'abcdefghijklmnop'],
    ['gmail', 'abcdefghijklmnop ', 'abcdefghijklmnop'],
    ['yahoo', 'abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['fastmail', 'a1c2 efgh ij3l mnop', 'a1c2efghij3lmnop'],
    ['zoho', 'aB1c 2dEf gh3J', 'aB1c2dEfgh3J'],
    ['icloud', 'abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop'],
    ['icloud', 'abcd efgh ijkl mnop', 'abcd-efgh-ijkl-mnop'],
  ] as const)('of %s is known as %j', (provider, typed, sent) => {
    expect(passwordShape(provider, typed)).toBe('app');
    expect(cleanPassword(provider, typed)).toBe(sent);
  });

  it.each([
    ['gmail', 'correct horse battery'],
    ['gmail', ' abcd efgh ijkl mno1'],
    ['other', 'abcd efgh ijkl mnop'],
    ['icloud', ' pass word '],
    ['zoho', 'Summer 2026 night'],
    // It does not say of what kind its own are.
    ['gmx', 'abcd efgh ijkl'],
  ] as const)('of %s is not %j: it stays as it was typed', (provider, typed) => expect(cleanPassword(provider, typed)).toBe(typed));

  it('is told apart from a password for the provider’s pages once that can be seen', () => {
    expect(passwordShape('gmail', 'Summer2026!')).toBe('other');
    expect(passwordShape('gmail', 'abcd')).toBeNull();
    expect(passwordShape('other', 'Summer2026!')).toBeNull();
    // Zoho takes people's own passwords too.
    expect(passwordShape('zoho', 'Summer2026!')).toBeNull();
    expect(passwordShape('zoho', 'abcdefgh1234')).toBeNull();
  });

  it('is cleaned once and for all, and nothing else loses a letter', () => {
    const bare = (text: string): string => text.replace(/[\s-]/g, '');
    fc.assert(
      fc.property(fc.constantFrom(...providerIds), fc.string({ unit: fc.constantFrom('a', 'z', '1', ' ', '-') }), (provider, text) => {
        const once = cleanPassword(provider, text);
        return cleanPassword(provider, once) === once && bare(once) === bare(text);
      }),
    );
  });
});
