import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autostartEntry, execValue, isEnabled, keyOf } from '../../../electron/shell/desktop-entry';

/** Reads Exec as the specification says a desktop does: first the escapes of a string, then quotes, then field codes. */
function wordsOf(value: string): string[] {
  const text = value.replace(/\\(.)/gs, (_all, letter: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[letter] ?? letter);
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') at += 1;
    else if (text[at] !== '"') throw new Error(`an unquoted word at ${at} of ${text}`);
    else {
      let word = '';
      for (at += 1; text[at] !== '"'; at += 1) {
        if (at >= text.length) throw new Error(`a quote that does not end in ${text}`);
        if (text[at] === '\\') at += 1;
        word += text[at];
      }
      at += 1;
      if (/%[^%]/.test(word.replaceAll('%%', ''))) throw new Error(`a field code in ${text}`);
      words.push(word.replaceAll('%%', '%'));
    }
  }
  return words;
}

const entry = (command: readonly string[]): string => autostartEntry({ name: 'Brevduva', comment: 'In the background', command });

describe('an entry that starts the program with the computer', () => {
  test('names the program and its arguments', () => {
    expect(entry(['/opt/Brevduva/brevduva', '--hidden'])).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Brevduva',
        'Comment=In the background',
        'Exec="/opt/Brevduva/brevduva" "--hidden"',
        'Terminal=false',
        'StartupNotify=false',
        'X-GNOME-Autostart-enabled=true',
        '',
      ].join('\n'),
    );
  });

  test('quotes what a desktop would read otherwise', () => {
    expect(execValue(['/home/bo/My "mail"', '100%', '$HOME `id` \\'])).toBe(
      '"/home/bo/My \\\\"mail\\\\"" "100%%" "\\\\$HOME \\\\`id\\\\` \\\\\\\\"',
    );
  });

  test('gives back every word as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (command) => {
        expect(wordsOf(execValue(command))).toEqual(command);
      }),
    );
  });

  test('stays one line a key, whatever is in a path', () => {
    const lines = entry(['/tmp/x\nExec=rm\r-rf', '[Other]\n']).split('\n');
    expect(lines.filter((line) => line.startsWith('Exec='))).toHaveLength(1);
    expect(lines).toHaveLength(9);
  });
});

describe('an entry that another program has changed', () => {
  const own = entry(['/opt/Brevduva/brevduva', '--hidden']);

  test('counts as off when it is hidden, disabled or empty', () => {
    expect(isEnabled(own)).toBe(true);
    expect(isEnabled(`${own}Hidden=true\n`)).toBe(false);
    expect(isEnabled(own.replace('enabled=true', 'enabled=false'))).toBe(false);
    expect(isEnabled('')).toBe(false);
  });

  test('tells what it starts', () => {
    expect(keyOf(own, 'Exec')).toBe('"/opt/Brevduva/brevduva" "--hidden"');
    expect(keyOf(own, 'Icon')).toBeNull();
  });
});
