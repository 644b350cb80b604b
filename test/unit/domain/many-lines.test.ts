// Very long text as the editor holds it, and the way back to paragraphs with broken lines.
import { describe, expect, it } from 'vitest';
import { hasManyLines, lineBlocks, lineBlocksHtml, withLineBreaks } from '../../../electron/domain/many-lines';

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `Line ${n}`).join('\n');

describe('very many lines', () => {
  it('are few blocks, and none of them is lost', () => {
    const blocks = lineBlocks(lines(10_000));
    expect(blocks.length).toBeLessThan(100);
    expect(blocks.join('\n')).toBe(lines(10_000));
  });

  it.each([
    ['empty ones', '\n'.repeat(3000)],
    ['with their ends as Windows writes them', 'a\r\nb\r\n'.repeat(800)],
    ['and a few long ones', `${'word '.repeat(1500)}\n`.repeat(20)],
  ])('%s', (_, text) => expect(lineBlocks(text).join('\n')).toBe(text.replaceAll('\r\n', '\n')));

  it('break a line that has no end, so that no block is large', () => {
    const blocks = lineBlocks('x'.repeat(500_000));
    expect(blocks.join('')).toBe('x'.repeat(500_000));
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(8000);
  });

  it('are told from few', () => {
    expect(hasManyLines(lines(1000))).toBe(false);
    expect(hasManyLines(lines(1001))).toBe(true);
    expect(hasManyLines('')).toBe(false);
  });

  it('become one paragraph again for everything but the editor', () => {
    const html = `<p>Above</p>${lineBlocksHtml(`${lines(500)}\n\n<b>&`)}<p>Below</p>`;
    const sent = withLineBreaks(html);
    expect(sent).toBe(`<p>Above</p><p>${lines(500).replaceAll('\n', '<br>')}<br><br>&lt;b&gt;&amp;</p><p>Below</p>`);
    expect(withLineBreaks('<p>a\nb</p>')).toBe('<p>a\nb</p>');
  });
});
