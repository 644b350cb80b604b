import { describe, expect, test } from 'vitest';
import { readCommandWords } from '../../../electron/shell/command-words';

describe('a command and a start of the window', () => {
  test('the first word that is no switch decides', () => {
    expect(readCommandWords(['send', '--to', 'bob@example.org'])).toEqual({ switches: [], words: ['send', '--to', 'bob@example.org'] });
    expect(readCommandWords(['--no-sandbox', 'outbox', '--json'])).toEqual({ switches: ['--no-sandbox'], words: ['outbox', '--json'] });
    expect(readCommandWords(['doctor', 'anna@example.org'])?.words).toEqual(['doctor', 'anna@example.org']);
  });

  test('what the program hands to itself is read from behind the two dashes', () => {
    const words = ['send', '--to', '--no-sandbox'];
    expect(readCommandWords(['--ozone-platform=headless', '--disable-gpu', '--', ...words])?.words).toEqual(words);
    expect(readCommandWords(['--ozone-platform=headless', '/somewhere/app', '--', ...words])?.words).toEqual(words);
  });

  test.each([
    [[]],
    [['--hidden']],
    [['mailto:send@example.org']],
    [['mailto:a@example.org', 'send']],
    [['--profile', 'send']],
    [['--lang', 'help']],
    [['sending']],
    [['--', 'mailto:a@example.org']],
  ])('%j opens the window', (given) => {
    expect(readCommandWords(given)).toBeNull();
  });
});
