// When a slash begins a snippet: at the beginning of a line and behind a blank, and never within an address or a path.
import { describe, expect, test } from 'vitest';
import { slashIn } from '../../../renderer/features/templates/snippets/slash-text';

describe('a slash', () => {
  test.each([
    ['/', ''],
    ['/mvh', 'mvh'],
    ['Hej /åter-till', 'åter-till'],
    ['one line\n/x', 'x'],
    ['Hej\u00a0/x', 'x'],
  ])('begins a snippet in “%s”', (text, query) => {
    expect(slashIn(text, true)).toBe(query);
  });

  test.each(['', 'https://example.org', 'https:/', 'and/or', '/usr/bin', '//', '/mvh ', `/${'x'.repeat(41)}`, '/-x'])(
    'begins none in “%s”',
    (text) => {
      expect(slashIn(text, true)).toBeNull();
    },
  );

  test('at the beginning of what is looked at, it counts only where the line begins there too', () => {
    expect(slashIn('/mvh', false)).toBeNull();
    expect(slashIn(' /mvh', false)).toBe('mvh');
  });
});
