// @vitest-environment jsdom
// What mail programs must know to show a letter, judged by the HTML that leaves: ordinary formatting is shown by all of them.
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { whoCannotShow } from '../../../../../electron/domain/letter-checks/support';
import { leavingBlock, writeLetter } from '../../../../../electron/engine/compose/letter';
import { readNeeds } from '../../../../../renderer/features/compose/checks/read-needs';
import { letterExtensions } from '../../../../../renderer/features/compose/letter-extensions';
import { blockHtml, letterHtml } from '../../../../../renderer/features/compose/letter-html';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});
function editorWith(content: string): Editor {
  const editor = new Editor({ element: document.createElement('div'), extensions: letterExtensions('Write here'), content });
  editors.push(editor);
  return editor;
}
function blocksOf(editor: Editor): string[] {
  const blocks: string[] = [];
  editor.state.doc.forEach((node) => {
    blocks.push(leavingBlock(blockHtml(node, editor.schema)));
  });
  return blocks;
}
const unshown = (block: string): string[] => readNeeds(block).filter((need) => whoCannotShow(need).length > 0);

const cell = '<td><p>12</p></td>';
const everything = [
  '<h1>One</h1><h2>Two</h2><h3>Three</h3><p>Plain <strong>bold</strong> <em>leaning</em> <u>under</u> <s>out</s> <sub>a</sub><sup>b</sup></p>',
  '<p><code>code</code> <a href="https://example.org/">a link</a> <span data-ink="red">red</span> <mark data-paper="yellow">yellow</mark></p>',
  '<ul><li><p>one</p><ol start="3"><li><p>three</p></li></ol></li></ul><blockquote><p>quoted</p></blockquote><hr>',
  `<table><tbody><tr><th><p>Name</p></th>${cell}</tr><tr>${cell}${cell}</tr></tbody></table><pre><code>let short = 1;\n</code></pre>`,
  `<p><img src="app://brevduva/picture/${'a'.repeat(64)}" alt="A roof" width="640"></p><p></p><p dir="rtl">שלום</p>`,
].join('');

describe('what leaves', () => {
  it('is the blocks of the letter, one after the other', () => {
    const editor = editorWith(everything);
    const leaving = writeLetter(letterHtml(editor), [{ sha256: 'a'.repeat(64), cid: 'picture' }]).html ?? '';
    const body = /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(leaving)?.[1] ?? '';
    expect(blocksOf(editor).join('').replace('<p dir="auto"></p>', '<p dir="auto"><br></p>')).toBe(body);
  });

  it('of ordinary formatting is shown by every mail program', () => {
    expect(blocksOf(editorWith(everything)).flatMap(unshown)).toEqual([]);
  });

  it('has no trace of what the cleaner takes out, whatever stands in the editor', () => {
    expect(unshown(leavingBlock('<p style="position:fixed;float:left"><video src="x"></video>words</p>'))).toEqual([]);
  });

  it.each([
    ['a long line of code', `<pre><code>short\n${'x'.repeat(101)}</code></pre>`, ['text:long-lines']],
    ['many short ones', `<pre><code>${'short line of code\n'.repeat(30)}</code></pre>`, []],
    ['a long line of code in a quote', `<blockquote><pre><code>${'x'.repeat(200)}</code></pre></blockquote>`, []],
    ['a long paragraph', `<p>${'word '.repeat(100)}</p>`, []],
  ])('%s', (_name, html, expected) => expect(blocksOf(editorWith(html)).flatMap(unshown)).toEqual(expected));
});
