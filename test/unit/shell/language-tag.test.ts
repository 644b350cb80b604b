import { expect, test } from 'vitest';
import { pickLanguageTag } from '../../../electron/shell/language-tag';

test.each([
  [['sv', 'en-US'], 'sv'],
  [[null, 'sv_SE.UTF-8'], 'sv-SE'],
  [['C', 'POSIX', 'da@euro'], 'da'],
  [['C.UTF-8', undefined, ''], 'en'],
  [[], 'en'],
])('%j is %s', (said, tag) => {
  expect(pickLanguageTag(said)).toBe(tag);
});
