// Words that were to be filled in, links that say where they do not lead, and what mail programs can't show.
import { describe, expect, it } from 'vitest';
import { findingKey } from '../../../../electron/domain/letter-checks/finding';
import { isMisleading } from '../../../../electron/domain/letter-checks/links';
import { emptyGreetingIn, placeholdersIn } from '../../../../electron/domain/letter-checks/placeholders';
import { whoCannotShow } from '../../../../electron/domain/letter-checks/support';

describe('what was to be filled in', () => {
  it.each([
    '[name]',
    '[First Name]',
    '[förnamn]',
    '[modtagerens navn]',
    '[insert date here]',
    '{{ x.y }}',
    '{first_name}',
    '<name>',
    '<<navn>>',
    '%name%',
    'XXX',
    'XXXX',
    'TODO',
    'TBD',
  ])('is found: %s', (words) => {
    expect(placeholdersIn(`Hello ${words}, how are you?`).map(({ text }) => text)).toEqual([words]);
  });

  it.each(['[1]', '[sic]', '[…]', 'XXL', 'MAXXX', 'todos', 'xxx', '{ }', '2 < 3 and 4 > 3', '20% of 30%', 'TODO_LIST', '[x]'])(
    'is nothing else: %s',
    (words) => {
      expect(placeholdersIn(`Hello ${words}, how are you?`)).toEqual([]);
    },
  );

  it('is found once where it could be two', () => {
    expect(placeholdersIn('{{name}} [[name]]').map(({ text }) => text)).toEqual(['{{name}}', '[name]']);
  });

  it.each(['Dear ,', 'Dear,', 'Kära !', 'Kære,', 'Bästa ,', 'Hi ,', 'Hej ,'])('is a greeting that greets nobody: %s', (words) => {
    expect(emptyGreetingIn(`  ${words} how are you?`)).toEqual({ text: words, from: 2, to: 2 + words.length });
  });

  it.each(['Dear Anna,', 'Hi,', 'Hej!', 'Hello, Anna', 'My dear, no', 'Dear', 'Hej '])('is not a whole greeting: %s', (words) => {
    expect(emptyGreetingIn(words)).toBeNull();
  });
});

describe('a link', () => {
  it.each([
    ['https://bank.se', 'https://evil.example/bank.se'],
    ['www.bank.se/login', 'https://evil.example'],
    ['bank.se', 'https://bank.se.evil.example'],
    ['bank.com:443/x', 'http://evil.example'],
    ['anna@example.org', 'mailto:bert@example.org'],
    ['anna@example.org', 'https://example.org'],
    ['https://example.org', 'mailto:anna@example.org'],
    ['räksmörgås.se', 'https://raksmorgas.se'],
    ['https://bank.example@evil.example', 'https://bank.example@evil.example'],
    ['our bank', 'https://bank.example%40x@evil.example/login'],
    ['apple.com', 'https://аррӏе.com'],
    ['our shop', 'https://xn--80ak6aa92e.com/'],
  ])('misleads: %s leads to %s', (text, link) => {
    expect(isMisleading(text, link)).toBe(true);
  });

  it.each([
    ['our bank', 'https://evil.example'],
    ['https://bank.se', 'https://www.bank.se/login'],
    ['BANK.se/…', 'https://bank.se/long/way'],
    ['anna@example.org', 'mailto:Anna@Example.org?subject=Hi'],
    ['räksmörgås.se', 'https://xn--rksmrgs-5wao1o.se/'],
    ['plan.pdf', 'https://example.org/plan.pdf'],
    ['notes.md', 'https://example.org/notes.md'],
    ['3.14', 'https://example.org/pi'],
    ['e.g', 'https://example.org'],
    ['%E0%A4%A@x', 'mailto:%E0%A4%A'],
  ])('does not: %s leads to %s', (text, link) => {
    expect(isMisleading(text, link)).toBe(false);
  });
});

describe('what mail programs can’t show', () => {
  it('is told by the programs that can’t', () => {
    expect(whoCannotShow('image:webp')).toEqual(['outlook-windows']);
    expect(whoCannotShow('css:background-image')).toContain('outlook-windows');
  });

  it('is nothing of what the composer writes, and nothing of what nobody has tried', () => {
    for (const tag of ['p', 'br', 'strong', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'h1', 'h2', 'h3', 'hr', 'table', 'code']) {
      expect(whoCannotShow(`html:${tag}`)).toEqual([]);
    }
    for (const type of ['png', 'jpeg', 'gif']) expect(whoCannotShow(`image:${type}`)).toEqual([]);
    expect(whoCannotShow('constructor')).toEqual([]);
  });
});

describe('the key of a finding', () => {
  it('does not depend on the place', () => {
    const at = (from: number) => findingKey({ kind: 'placeholder', text: 'XXX', place: { kind: 'subject', from, to: from + 3 } });
    expect(at(0)).toBe(at(7));
  });

  it('has no line break and an end', () => {
    expect(findingKey({ kind: 'attachment-empty', name: `a\r\n\0b${'c'.repeat(400)}` })).toMatch(/^attachment-empty a bc{1,300}$/);
  });
});
