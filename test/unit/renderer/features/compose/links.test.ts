// Which links a letter may have.
import { describe, expect, it } from 'vitest';
import { isAllowedLink, readLink } from '../../../../../renderer/features/compose/links';

describe('a link in a letter', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://example.org', 'http://example.org'],
    ['mailto:anna@example.org', 'mailto:anna@example.org'],
    ['example.org/fair', 'https://example.org/fair'],
    ['localhost.example:8080/x', 'https://localhost.example:8080/x'],
    ['anna@example.org', 'mailto:anna@example.org'],
  ])('%j leads to %j', (typed, link) => {
    expect(readLink(typed)).toBe(link);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'two words', '', 'word'])(
    '%j is none',
    (typed) => {
      expect(readLink(typed)).toBeNull();
    },
  );

  it('never runs anything', () => {
    expect(isAllowedLink('javascript:alert(1)')).toBe(false);
    expect(isAllowedLink(' JaVaScRiPt:alert(1)')).toBe(false);
  });
});
