// @vitest-environment jsdom
// The letter's HTML as the checks read it, and the way back from a finding to its place in the editor.
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { findBeforeSending } from '../../../../../electron/domain/letter-checks/find';
import { linesOf } from '../../../../../electron/domain/letter-checks/letter';
import { letterOf, rangeOf } from '../../../../../renderer/features/compose/checks/letter-of';
import { readBlock } from '../../../../../renderer/features/compose/checks/read-letter';
import { letterExtensions } from '../../../../../renderer/features/compose/letter-extensions';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});
function editorWith(content: string): Editor {
  const editor = new Editor({ element: document.createElement('div'), extensions: letterExtensions('Write here'), content });
  editors.push(editor);
  return editor;
}
const find = (editor: Editor) =>
  findBeforeSending({
    content: { to: [], cc: [], subject: 'Hello' },
    letter: letterOf(editor),
    needs: [],
    moving: new Set(),
    attachments: [],
    size: 1000,
    sizeLimit: null,
    otherFrom: null,
    doubts: [],
    intros: [],
  });

describe('a block of a letter', () => {
  it('is read line by line, by the place of its characters', () => {
    expect(linesOf(readBlock('<p>Dear <b>Anna</b> &amp; Bo,<br>hello</p>'))).toEqual([
      { at: 0, text: 'Dear Anna & Bo,' },
      { at: 15, text: 'hello' },
    ]);
    expect(linesOf(readBlock('<ul><li><p>one</p></li><li><p>two</p></li></ul>')).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('tells what is quoted, code, a link, a picture and the signature', () => {
    const block = readBlock(
      '<div data-signature="s"><p>a <code>b</code> <a href="https://x.example">c</a><img src="app://x" alt="d"></p><blockquote><p style="float: left">q</p></blockquote></div>',
    );
    expect(block.isSignature).toBe(true);
    expect(block.parts.filter(({ kind }) => kind !== 'break')).toMatchObject([
      { text: 'a ', at: 0, isQuoted: false, isCode: false, link: null },
      { text: 'b', at: 2, isCode: true },
      { text: ' ', at: 3 },
      { text: 'c', at: 4, link: 'https://x.example' },
      { kind: 'picture', index: 0, source: 'app://x', alt: 'd', isQuoted: false },
      { text: 'q', at: 5, isQuoted: true },
    ]);
  });

  it('runs nothing and fetches nothing', () => {
    const block = readBlock(
      '<p><img src="https://tracker.example/x.png" onerror="globalThis.ran = true"><script>globalThis.ran = true</script></p>',
    );
    expect(block.parts.some(({ kind }) => kind === 'picture')).toBe(true);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('the place of a finding', () => {
  it.each([
    '<p>Hi</p><p>your <strong>XX</strong>X here</p>',
    '<ul><li><p>one</p></li><li><p>two XXX</p></li></ul>',
    '<p>a<br>b 🕊 XXX</p>',
    '<blockquote><p>XXX</p></blockquote><p>XXX</p>',
    '<h2>XXX</h2><p></p><p>y</p>',
  ])('is where the words are in the editor: %s', (html) => {
    const editor = editorWith(html);
    const [found] = find(editor);
    if (found?.kind !== 'placeholder' || found.place.kind === 'subject') throw new Error('not found');
    const range = rangeOf(editor.state.doc, found.place);
    expect(range).not.toBeNull();
    expect(editor.state.doc.textBetween(range?.from ?? 0, range?.to ?? 0)).toBe('XXX');
    expect(editor.state.doc.resolve(range?.from ?? 0).parent.type.name).not.toBe('blockquote');
  });

  it('is the picture that is meant', () => {
    const picture = (name: string) => `<img src="app://brevduva/picture/${name}">`;
    const editor = editorWith(`<p>x</p><p>${picture('a')} and ${picture('b')}</p>`);
    const range = rangeOf(editor.state.doc, { kind: 'picture', block: 1, index: 1 });
    expect(editor.state.doc.nodeAt(range?.from ?? 0)?.attrs.src).toBe('app://brevduva/picture/b');
  });

  it('is nowhere once the words are gone', () => {
    const editor = editorWith('<p>short</p>');
    expect(rangeOf(editor.state.doc, { kind: 'words', block: 0, from: 40, to: 43 })).toBeNull();
    expect(rangeOf(editor.state.doc, { kind: 'picture', block: 0, index: 0 })).toBeNull();
    expect(rangeOf(editor.state.doc, { kind: 'words', block: 7, from: 0, to: 1 })).toBeNull();
  });
});

it('a letter of 10,000 words is read once; a key press has one paragraph read again', () => {
  const paragraph = `<p>${'word '.repeat(50)}</p>`;
  const editor = editorWith(paragraph.repeat(200));
  const before = letterOf(editor);
  editor.commands.insertContentAt(2, 'X');
  const after = letterOf(editor);
  expect(after.filter((block, index) => block !== before[index])).toHaveLength(1);
});
