// @vitest-environment jsdom
// The text of a letter in the editor: what plain text would lose, finding, tables by pipes, emoji by their words.
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { letterExtensions, plainExtensions } from '../../../../../renderer/features/compose/letter-extensions';
import { letterHtml } from '../../../../../renderer/features/compose/letter-html';
import { loadEmoji, searchEmoji } from '../../../../../renderer/features/compose/text/emoji';
import { findPlaces } from '../../../../../renderer/features/compose/text/find';
import { cellsIn } from '../../../../../renderer/features/compose/text/grid';
import { joinParts, lostAsPlain, partsOf, plainTextsOf } from '../../../../../renderer/features/compose/text/plain';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});
function editorWith(content: string, isPlain = false): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: (isPlain ? plainExtensions : letterExtensions)('Write here'),
    content,
    parseOptions: isPlain ? { preserveWhitespace: 'full' } : {},
  });
  editors.push(editor);
  return editor;
}

describe('plain text', () => {
  it.each([
    ['<p>words</p><ul><li><p>one</p></li></ul><blockquote><p>said</p></blockquote>', null],
    ['<p><a href="https://example.org/">example.org</a></p>', null],
    ['<p><strong>b</strong></p>', { formatting: true, links: 0, pictures: 0, tables: 0 }],
    ['<h1>Plan</h1>', { formatting: true, links: 0, pictures: 0, tables: 0 }],
    ['<p><a href="https://example.org">here</a></p>', { formatting: false, links: 1, pictures: 0, tables: 0 }],
    ['<table><tr><td>a</td><td>b</td></tr></table>', { formatting: false, links: 0, pictures: 0, tables: 1 }],
  ])('of %s loses %j', (html, lost) => {
    expect(lostAsPlain(editorWith(html).state.doc)).toEqual(lost);
  });

  it('keeps the signature’s block and every line, spaces at its beginning too', () => {
    const rich = editorWith('<p>Hej</p><div data-signature="s1" data-print="x"><p>Anna</p></div><blockquote><p>q</p></blockquote>');
    const { html, signature } = partsOf(rich);
    expect(html).toEqual(['<p>Hej</p>', '<p>Anna</p>', '<blockquote><p>q</p></blockquote>']);
    const made = joinParts(['  Hej <du>\n\n& co', 'Anna', '> q'], signature, true);
    const plain = editorWith(made, true);
    expect(letterHtml(plain)).toBe(made);
    expect(plainTextsOf(plain).texts).toEqual(['  Hej <du>\n\n& co\n', 'Anna', '> q']);
  });

  it('turns nothing that is typed into formatting', () => {
    const plain = editorWith('<p>x</p>', true);
    expect(Object.keys(plain.schema.marks)).toEqual([]);
    expect(Object.keys(plain.schema.nodes).sort()).toEqual(['doc', 'hardBreak', 'lines', 'paragraph', 'signature', 'text']);
  });
});

describe('finding', () => {
  const placesIn = (html: string, words: string, isExact = false): string[] => {
    const { doc } = editorWith(html).state;
    return findPlaces(doc, { words, isExact }).map(({ from, to }) => doc.textBetween(from, to));
  };
  it('takes capitals as they come unless they matter, crosses formatting, and knows every sign', () => {
    expect(placesIn('<p>Fri<b>day</b> and friday</p><ul><li><p>FRIDAY</p></li></ul>', 'friday')).toEqual(['Friday', 'friday', 'FRIDAY']);
    expect(placesIn('<p>Friday friday</p>', 'friday', true)).toEqual(['friday']);
    expect(placesIn('<p>1.5 (a+b) 125</p>', '1.5')).toEqual(['1.5']);
    expect(placesIn('<p>1.5 (a+b)</p>', '(a+b)')).toEqual(['(a+b)']);
    expect(placesIn('<p>årsmöte ÅRSMÖTE שלום</p>', 'årsmöte')).toHaveLength(2);
    expect(placesIn('<p>x</p>', '')).toEqual([]);
  });
});

describe('a line of cells', () => {
  it.each([
    ['| Name | Amount |', ['Name', 'Amount']],
    ['|a|b|c|', ['a', 'b', 'c']],
    ['| one |', null],
    ['|  |  |', null],
    ['a | b', null],
  ])('%j is %j', (line, cells) => {
    expect(cellsIn(line)).toEqual(cells);
  });
});

describe('emoji', () => {
  it.each([
    ['en', 'dove', '🕊️'],
    ['sv', 'duva', '🕊️'],
    ['da', 'fødselsdag', '🎂'],
    ['sv', ':tada', '🎉'],
    ['en', ':+1', '👍️'],
  ] as const)('in %s %j finds %s', async (language, query, sign) => {
    const signs = searchEmoji(await loadEmoji(language), query, 20).map((one) => one.sign);
    expect(signs).toContain(sign);
  });

  it('that is called so by nobody is not found, and never more than asked for', async () => {
    const all = await loadEmoji('en');
    expect(searchEmoji(all, 'xyzzy', 20)).toEqual([]);
    expect(searchEmoji(all, '', 8)).toHaveLength(8);
  });
});
