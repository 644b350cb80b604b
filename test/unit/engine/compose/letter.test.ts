// What leaves: every element as mail programs can show it, nothing hostile, and the text that a person would have written.
import { describe, expect, it } from 'vitest';
import { INK_ON_PAPER, inkNames, inks, paperNames, papers } from '../../../../electron/domain/letter-look';
import { cleanHtml, writeLetter } from '../../../../electron/engine/compose/letter';
import { contrast } from '../../../support/contrast';

const html = (source: string): string => /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(writeLetter(source, []).html ?? '')?.[1] ?? '';
const text = (source: string): string => writeLetter(source, []).text;
const clean = (source: string): string => cleanHtml(source, () => null);

const grid =
  '<table data-grid=""><tbody><tr><th data-grid="" colspan="1" rowspan="1"><p>Name</p></th><th data-grid=""><p>Amount</p></th></tr><tr><td data-grid="" colspan="1" rowspan="1"><p>Anna <strong>Ek</strong></p></td><td data-grid=""><p>12</p></td></tr></tbody></table>';

describe('a table that leaves', () => {
  it('has its lines and its room on itself and on each cell', () => {
    const sent = html(grid);
    expect(sent).toMatch(
      /^<table border="1" cellspacing="0" cellpadding="6" style="border-collapse:collapse;border:1px solid #b8b8b8"><tbody>/,
    );
    expect(sent).toMatch(/<th colspan="1" rowspan="1" dir="auto" style="border:1px solid #b8b8b8;[^"]*">Name<\/th>/);
    expect(sent).toMatch(/<td [^>]*style="border:[^"]*">Anna <strong>Ek<\/strong><\/td>/);
    expect(sent).not.toContain('data-grid');
  });

  it('stands in aligned columns in the text', () => {
    expect(text(`<p>As agreed:</p>${grid}<p>Bye</p>`)).toBe('As agreed:\n\nName      Amount\nAnna Ek   12\n\nBye\n');
  });

  it('keeps two paragraphs of one cell apart', () => {
    expect(html('<table data-grid=""><tr><td data-grid=""><p>a</p><p>b</p></td></tr></table>')).toContain(
      '<p dir="auto">a</p><p dir="auto">b</p>',
    );
  });

  it('has none where it only arranges somebody else’s letter', () => {
    const quoted = html(
      '<table border="0" width="600" style="background:url(https://x.example/a.png)"><tr><td style="padding:90px" onclick="x()">a</td></tr></table>',
    );
    expect(quoted).toBe('<table><tr><td dir="auto">a</td></tr></table>');
  });

  it('comes back from its own quote', () => {
    expect(clean(html(grid))).toBe(html(grid));
  });
});

describe('colours', () => {
  it('leave as these exact values', () => {
    expect(html('<p><span data-ink="red">stop</span> <mark data-paper="yellow">look</mark></p>')).toBe(
      `<p dir="auto"><span style="color:${inks.red}">stop</span> <span style="background-color:${papers.yellow};color:${INK_ON_PAPER}">look</span></p>`,
    );
    expect(clean(`<span style="Color: ${inks.red.toUpperCase()};">x</span>`)).toBe(`<span style="color:${inks.red}">x</span>`);
  });

  it.each([
    '<span style="color:#123456">x</span>',
    `<span style="color:${inks.red};position:fixed">x</span>`,
    '<span style="color:red;background:url(https://t.example/p.png)">x</span>',
    '<span data-ink="red;position:fixed">x</span>',
    '<span data-ink="__proto__">x</span>',
    '<span data-ink="constructor" class="a" id="b">x</span>',
    '<mark style="background-color:expression(alert(1))">x</mark>',
    '<mark data-paper="toString">x</mark>',
  ])('%s leaves without any', (source) => {
    expect(clean(source)).toBe('x');
  });

  it.each(inkNames)('%s can be read on white and on a dark ground', (name) => {
    expect(contrast(inks[name], '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast(inks[name], '#1f1f1f')).toBeGreaterThan(3);
  });
  it.each(paperNames)('on %s everything can be read', (name) => {
    expect(contrast(papers[name], INK_ON_PAPER)).toBeGreaterThan(12);
    for (const ink of inkNames) expect(contrast(papers[name], inks[ink])).toBeGreaterThan(4.2);
  });
});

describe('nothing hostile leaves', () => {
  it.each([
    ['<p style="position:fixed" onclick="x()" class="a">x</p>', '<p dir="auto">x</p>'],
    ['<h1 style="background:url(http://t.example)">x</h1>', /^<h1 dir="auto" style="margin[^"]*">x<\/h1>$/],
    ['<td style="border:1px solid #b8b8b8;padding:6px 10px;vertical-align:top;position:fixed">x</td>', '<td dir="auto">x</td>'],
    ['<td colspan="9999" rowspan="x" background="https://t.example/a.png">x</td>', '<td dir="auto">x</td>'],
    ['<table border="1&quot; onload=&quot;x"><tr><td>x</td></tr></table>', '<table><tr><td dir="auto">x</td></tr></table>'],
    ['<pre onmouseover="x()"><script>alert(1)</script>a</pre>', /^<pre dir="auto" style="[^"]*">a<\/pre>$/],
    ['<ol start="1;x" type="evil"><li value="2">x</li></ol>', '<ol><li dir="auto">x</li></ol>'],
    ['<div data-signature="x" data-print="1" style="a">x</div>', '<div>x</div>'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="vbscript:x" ping="https://t.example">x</a>', 'x'],
    ['<img src="https://t.example/p.png">', ''],
    ['<svg><a xlink:href="javascript:x">x</a></svg>', 'x'],
    ['<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>', ''],
    ['<form action="https://t.example"><input value="x">y</form>', 'y'],
    ['a\u0000b\u0007c\uFDD0d\uFFFFe', 'abcde'],
  ])('%s', (source, expected) => {
    if (typeof expected === 'string') expect(clean(source)).toBe(expected);
    else expect(clean(source)).toMatch(expected);
  });

  it('right-to-left and combining text passes unharmed, each block in its own direction', () => {
    const words = 'שלום עולם e\u0301 \u200F مرحبا';
    expect(html(`<p>${words}</p><h2>${words}</h2><ul><li><p>${words}</p></li></ul>`)).toMatch(
      /^<p dir="auto">שלום עולם e\u0301 \u200F مرحبا<\/p><h2 dir="auto" [^>]*>.*<ul><li dir="auto"><p dir="auto">/,
    );
    expect(text(`<p>${words}</p>`)).toBe(`${words}\n`);
  });
});

describe('what says nothing falls away', () => {
  it.each([
    ['<div><div><div><p>a</p></div></div></div>', '<div><p dir="auto">a</p></div>'],
    ['<div><div>a</div>b</div>', '<div><div>a</div>b</div>'],
    ['<div>a<div>b</div></div>', '<div>a<div>b</div></div>'],
    ['<div>\n<div> <div>a</div>\n</div></div>', '\n <div>a</div>\n'],
    [
      '<span><a name="top"><span class="x">a</span></a></span> <a href="https://example.org">b</a>',
      'a <a href="https://example.org">b</a>',
    ],
  ])('%s', (source, expected) => {
    expect(clean(source)).toBe(expected);
  });

  it('from a page of twenty thousand of them, at once', () => {
    const began = performance.now();
    expect(clean('<div><span>a</span></div>'.repeat(20_000)).length).toBe('<div>a</div>'.length * 20_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('but the mark of a signature, until the text is made of it', () => {
    expect(text('<p>Hej</p><div><div data-signature="s"><p>Anna</p></div></div>')).toBe('Hej\n\n-- \nAnna\n');
  });
});

describe('a letter with a picture', () => {
  const picture = { sha256: 'a'.repeat(64), cid: 'p@picture' };
  const image = `<p>Look:</p><p><img src="app://brevduva/picture/${picture.sha256}" alt="Our  dog\nin the snow"></p>`;

  it('says in its text what the picture shows', () => {
    expect(writeLetter(image, [picture]).text).toBe('Look:\n\n[Our dog in the snow]\n');
    expect(writeLetter(image.replace(/ alt="[^"]*"/, ' alt=""'), [picture]).text).toBe('Look:\n');
    const among = `<p>Dear Anna,<img src="app://brevduva/picture/${picture.sha256}" alt="the roof"> as promised</p>`;
    expect(writeLetter(among, [picture]).text).toBe('Dear Anna, [the roof] as promised\n');
  });

  it('has a style sheet for phones, paper and Outlook, and is long enough not to be taken for the picture of a spammer', () => {
    const letter = writeLetter(image, [picture]).html ?? '';
    expect(letter).toMatch(/@media print[\s\S]*PixelsPerInch/);
    expect(letter.length).toBeGreaterThan(3200);
    expect(html('<p>a</p>')).toBe('<p dir="auto">a</p>');
    expect(writeLetter('<p>a</p>', []).html).not.toContain('<style');
  });
});

describe('the text of a letter', () => {
  it('has headings, lists, code, links and quotes as a person writes them', () => {
    const source =
      '<h2>Plan</h2><ol start="3"><li><p>one</p></li><li><p>two</p><ul><li><p>deep</p></li></ul></li></ol><pre><code>a  = 1\n  b = 2</code></pre><p><a href="https://example.org/x">here</a></p><blockquote><p>said</p><blockquote><p>before</p></blockquote></blockquote>';
    expect(text(source)).toBe(
      'Plan\n\n  3. one\n  4. two\n     - deep\n\na  = 1\n   b = 2\n\nhere <https://example.org/x>\n\n> said\n>\n>> before\n',
    );
  });

  it('separates a signature at its end by the line that mail programs know, and no other', () => {
    const signature = '<div data-signature="s1" data-print="x"><p>Anna Ek<br>Chair</p></div>';
    expect(text(`<p>Hej</p>${signature}`)).toBe('Hej\n\n-- \nAnna Ek\nChair\n');
    expect(text(`<p>Hej</p>${signature}<blockquote><p>q</p></blockquote>`)).toBe('Hej\n\nAnna Ek\nChair\n\n> q\n');
    expect(html(`<p>Hej</p>${signature}`)).not.toContain('data-');
  });
});

describe('a plain letter', () => {
  const plain = (source: string) => writeLetter(source, [], true);
  it('is its lines and nothing else', () => {
    expect(plain('<p>Dear all,</p><p></p><p>  a &lt; b &amp; c</p><p>&gt; quoted</p><p>From me</p>')).toMatchObject({
      html: null,
      text: 'Dear all,\n\n   a < b & c\n> quoted\n From me\n',
    });
  });

  it('has its signature behind the line that mail programs know', () => {
    expect(plain('<p>Hej</p><div data-signature="s" data-print="x"><p>Anna</p></div>').text).toBe('Hej\n-- \nAnna\n');
  });

  it('loses what formatting is left in it, and shows no picture', () => {
    const letter = plain(`<p>a <b>b</b></p><ul><li>c</li></ul><img src="app://brevduva/picture/${'0'.repeat(64)}">`);
    expect(letter).toMatchObject({ html: null, missing: 0 });
    expect(letter.text).toBe('a b\n\n- c\n');
  });
});

describe('very long text', () => {
  it('leaves with its lines as they were, in both forms', () => {
    const blocks = '<p>See below.</p><p data-lines="">first\n  second</p><p data-lines=""></p><p data-lines="">&lt;last&gt;</p>';
    expect(html(blocks)).toBe('<p dir="auto">See below.</p><p dir="auto">first<br />  second<br /><br />&lt;last&gt;</p>');
    expect(text(blocks)).toBe('See below.\n\nfirst\nsecond\n\n<last>\n');
    expect(writeLetter(blocks, [], true).text).toBe('See below.\nfirst\n   second\n\n<last>\n');
  });
});
