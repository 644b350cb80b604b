import { describe, expect, test } from 'vitest';
import { providerIds } from '../../../../electron/contract/model/accounts';
import { providerNotes } from '../../../../electron/domain/providers';
import { secretNameKey, userNameKey } from '../../../../renderer/features/accounts/sign-in-names';
import { chooseLanguage, stringsFor } from '../../../../renderer/strings/languages';

test('the language follows the system where it is ours, and can be chosen', () => {
  expect(chooseLanguage('system', 'sv-FI')).toBe('sv');
  expect(chooseLanguage('system', 'da_DK')).toBe('da');
  expect(chooseLanguage('system', 'fr-FR')).toBe('en');
  expect(chooseLanguage('da', 'sv-SE')).toBe('da');
});

describe.each(['en', 'sv', 'da'] as const)('%s', (language) => {
  const { accounts, failures } = stringsFor(language);

  test('every provider has words for its user name, its secret and its notes', () => {
    for (const id of providerIds) {
      expect(accounts.userNames[userNameKey(id)]).not.toBe('');
      expect(accounts.secretNames[secretNameKey(id)]).not.toBe('');
    }
    for (const note of providerNotes) expect(accounts.notes[note]).not.toBe('');
  });

  test('a key store that is locked is not called missing', () => {
    const { says, remedy } = failures['vault-unavailable'];
    const [absent, locked] = [{ code: 'vault-unavailable' }, { code: 'vault-unavailable', detail: 'locked' }] as const;
    expect(says(locked)).not.toBe(says(absent));
    expect(remedy(locked)).not.toBe(remedy(absent));
  });
});
