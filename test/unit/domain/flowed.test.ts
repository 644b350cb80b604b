// Flowed text: what was written comes back, in lines that every program can show.
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { flow, readLines, type TextLine, writeLines } from '../../../electron/domain/flowed';

/** RFC 3676 4.4 to 4.6, read by the letter of it. */
function unflow(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const line = raw.slice(depth).replace(/^ /, '');
    const last = lines.at(-1);
    if (isOpen && last !== undefined && last.depth === depth && line !== '-- ') lines[lines.length - 1] = { depth, text: last.text + line };
    else lines.push({ depth, text: line });
    isOpen = line.endsWith(' ') && line !== '-- ';
  }
  return lines;
}
const plain = (...texts: string[]): TextLine[] => texts.map((text) => ({ depth: 0, text }));

describe('flowed text', () => {
  it('breaks a long line behind a space and keeps within 76 characters', () => {
    const text = flow(plain('word '.repeat(60).trim()));
    const lines = text.split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^.{1,75} $/);
    expect(unflow(text)).toEqual(plain('word '.repeat(60).trim()));
  });

  it('stuffs what a program would misread: a space, a bracket and From at the beginning', () => {
    expect(flow(plain('  indented', '> no quote', 'From here on', 'Fromage'))).toBe('   indented\n > no quote\n From here on\nFromage');
  });

  it('writes quotes without spaces between, each line of a quoted paragraph with its own', () => {
    const [first, second] = flow([{ depth: 2, text: 'word '.repeat(20).trim() }]).split('\n');
    expect(first).toMatch(/^>> word .* $/);
    expect(second).toMatch(/^>> word/);
    expect(flow([{ depth: 1, text: '' }])).toBe('>');
  });

  it('keeps the line before a signature as it is, and breaks no line into one', () => {
    expect(flow(plain('Hej  ', '-- ', 'Anna'))).toBe('Hej\n-- \nAnna');
    expect(flow(plain(`-- ${'x'.repeat(100)} y`)).split('\n')).not.toContain('-- ');
  });

  it('leaves a word without end whole', () => {
    const address = `https://example.org/${'a'.repeat(200)}`;
    expect(flow(plain(`See ${address} there`)).split('\n')).toEqual(['See ', `${address} `, 'there']);
  });

  it('gives back what was written, whatever it was', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(' ', '  ', '>', '--', 'From', 'å', '\u05d0\u05d1'), fc.string({ maxLength: 30 })), {
      maxLength: 40,
    });
    const line = fc.record({
      depth: fc.integer({ min: 0, max: 4 }),
      text: words.map((all) =>
        all
          .join(' ')
          .replace(/[\r\n]/g, '')
          .trimEnd(),
      ),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = flow(lines);
        expect(unflow(text)).toEqual(lines);
        for (const one of text.split('\n'))
          expect(one.length <= 78 || !one.slice(4, -1).trimStart().includes(' ') || /\S{60}|^>* ?-- /.test(one)).toBe(true);
      }),
    );
  });

  it('is read the same by a mail parser', async () => {
    const lines = plain('word '.repeat(60).trim(), '', '  indented', '-- ', 'Anna');
    const read = await PostalMime.parse(
      `Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no\r\n\r\n${flow(lines).replaceAll('\n', '\r\n')}\r\n`,
    );
    expect(read.text?.trimEnd()).toBe(writeLines(lines));
  });
});

describe('lines as a person writes them', () => {
  it('have their quotes counted, however they are spaced', () => {
    expect(readLines('> > twice\n>>twice\n> once\nnone')).toEqual([
      { depth: 2, text: 'twice' },
      { depth: 2, text: 'twice' },
      { depth: 1, text: 'once' },
      { depth: 0, text: 'none' },
    ]);
  });
});
