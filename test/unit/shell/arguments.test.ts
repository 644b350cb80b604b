import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../electron/shell/arguments';

const start = ['electron', '--no-sandbox', '.'];

describe('arguments a person can give', () => {
  test('a profile folder is taken from either way of writing it', () => {
    expect(parseArguments([...start, '--profile', '/tmp/x']).profile).toBe('/tmp/x');
    expect(parseArguments([...start, '--profile=/tmp/with space']).profile).toBe('/tmp/with space');
  });

  test('without a value there is no profile', () => {
    expect(parseArguments([...start, '--profile']).profile).toBeNull();
    expect(parseArguments([...start, '--profile=']).profile).toBeNull();
    expect(parseArguments([...start, '--profile', '--lang', 'sv']).profile).toBeNull();
    expect(parseArguments([...start, '--profile-directory=x']).profile).toBeNull();
  });

  test('the language is a language tag or nothing', () => {
    expect(parseArguments([...start, '--lang', 'sv']).language).toBe('sv');
    expect(parseArguments([...start, '--lang=da-DK']).language).toBe('da-DK');
    expect(parseArguments([...start, '--lang', '../../etc']).language).toBeNull();
  });

  test('starting without a window is asked for by name', () => {
    expect(parseArguments([...start, '--hidden']).isHidden).toBe(true);
    expect(parseArguments([...start, '--', '--hidden']).isHidden).toBe(false);
    expect(parseArguments(start).isHidden).toBe(false);
  });

  test('a mailto: URL is found wherever it stands, also after --', () => {
    expect(parseArguments([...start, 'mailto:anna@example.com']).mailto).toBe('mailto:anna@example.com');
    expect(parseArguments([...start, '--', 'MAILTO:anna@example.com']).mailto).toBe('MAILTO:anna@example.com');
    expect(parseArguments(start).mailto).toBeNull();
  });

  test('a mailto: URL that is far too long is not taken', () => {
    expect(parseArguments([...start, `mailto:${'a'.repeat(100_001)}`]).mailto).toBeNull();
  });

  test('options after -- are not options', () => {
    expect(parseArguments([...start, '--', '--profile', '/tmp/x']).profile).toBeNull();
  });

  test('words that may name files are those that are neither options nor their values', () => {
    const { files } = parseArguments([
      'electron',
      '-r',
      'x.cjs',
      '.',
      '--profile',
      'mine',
      '--lang=sv',
      'a.eml',
      '--',
      '-b.eml',
      'mailto:c@d.example',
    ]);
    expect(files).toEqual(['.', 'a.eml', '-b.eml']);
  });

  test('nothing inside a mailto: URL is an option', () => {
    for (const url of ['mailto:--profile', 'mailto:--profile=/tmp/x', 'mailto:a@b.example --hidden'])
      expect(parseArguments([...start, url])).toEqual({ profile: null, language: null, mailto: url, files: ['.'], isHidden: false });
  });
});
