// @vitest-environment jsdom
// What comes from other programs, as the letter takes it over: the words and their structure.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanPasted, isOwn } from '../../../../../../renderer/features/compose/paste/clean-pasted';
import { withoutLayoutTables } from '../../../../../../renderer/features/compose/paste/layout-tables';

const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.clipboard`), 'utf8');
/** Without the line breaks between the elements. */
const cleaned = (name: string) => {
  const { html, picturesLeftOut } = cleanPasted(fixture(name));
  return { html: html.replace(/\s*\n\s*(?=<|$)/g, '').trim(), picturesLeftOut };
};

describe('what is pasted', () => {
  it('from Word keeps headings, emphasis, the table, and has real lists of what only looked like some', () => {
    const { html, picturesLeftOut } = cleaned('word');
    expect(html).toBe(
      '<h1>Kallelse till årsmöte</h1><p>Vi ses <b>torsdag</b> kl. <i>18.00</i>, <u>obs</u> lokalen.</p><p></p>' +
        '<ul><li>Dagordning<ul><li>Val</li></ul></li><li>Kaffe</li></ul><p>Sedan:</p><ol><li>Öppnande</li><li>Avslutning</li></ol>' +
        '<table data-grid=""><tbody><tr><td><p>Namn</p></td><td><p>Belopp</p></td></tr><tr><td><p>Åsa</p></td><td><p>120</p></td></tr></tbody></table><p></p>',
    );
    expect(picturesLeftOut).toBe(1);
  });

  it('from Google Docs is bold where it was, not all over, and its lists stand in each other', () => {
    const { html, picturesLeftOut } = cleaned('google-docs');
    expect(html).toMatch(/^<h2>Plan for Friday<\/h2><p>Please bring <strong>cake<\/strong><em> and coffee<\/em>/);
    expect(html).toContain('<s><u><em><strong>!</strong></em></u></s><a href="https://example.org/fair">the fair</a></p>');
    expect(html).toContain('<ul><li><p>One</p><ul><li><p>Under one</p></li></ul></li><li><p>Two</p></li></ul>');
    expect(picturesLeftOut).toBe(1);
  });

  it('from Excel is the table', () => {
    expect(cleaned('excel').html).toBe(
      '<table data-grid=""><tbody><tr><td>Vara</td><td>Antal</td><td>Pris</td></tr><tr><td>Äpplen</td><td>12</td><td>1&nbsp;240,50</td></tr><tr><td colspan="2">Summa</td><td>1&nbsp;240,50</td></tr></tbody></table>',
    );
  });

  it('from Google Sheets is the table, of a single column too', () => {
    expect(cleaned('google-sheets').html).toContain(
      '<table data-grid=""><tbody><tr><td>Name</td></tr><tr><td>Anna</td></tr></tbody></table>',
    );
  });

  it('from a web page runs nothing, calls nobody, and leaves its layout behind', () => {
    const { html, picturesLeftOut } = cleaned('web-page');
    expect(html).not.toMatch(/script|style|on\w+=|javascript|t\.example|iframe|form|input|button|hidden|svg|class|p\.jpg|<table/i);
    expect(html).toContain('<h3>News of the day</h3>');
    expect(html).toContain('Read this or <a href="https://example.org/a">that</a>.');
    expect(html).toMatch(/<div>Left column<\/div>.*<div><h3>Right<\/h3><p>column<\/p><\/div>/s);
    expect(html).toContain('<pre><code>let a = 1;\n  let b = 2;</code></pre>');
    expect(picturesLeftOut).toBe(1); // the point that only reports is not missed
  });

  it('from a letter of one’s own is left as it is', () => {
    expect(isOwn('<p data-pm-slice="1 1 []">x</p>')).toBe(true);
    expect(isOwn(fixture('word'))).toBe(false);
  });

  it('keeps right-to-left and combining text, and loses NUL', () => {
    expect(cleanPasted('<p>שלום e\u0301\0 \u200Fمرحبا</p>').html).toBe('<p>שלום e\u0301 \u200Fمرحبا</p>');
  });

  it('that is broken does no harm', () => {
    for (const odd of [
      '<!--',
      '<b><b><i',
      '<table><tr><td><table>',
      '<ul><ul><ul>x',
      '<p class=MsoListParagraph style="mso-list:l0 level9 lfo1">',
      ']]><![if',
      '',
    ])
      expect(cleanPasted(odd).picturesLeftOut).toBe(0);
  });
});

describe('what an answer quotes', () => {
  it('keeps tables of figures and takes those apart that only arrange', () => {
    expect(withoutLayoutTables('<table><tr><td>a</td></tr></table>')).toBe('<div>a</div>');
    expect(withoutLayoutTables('<table><tbody><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></tbody></table>')).toMatch(
      /^<table data-grid="">/,
    );
    expect(withoutLayoutTables('<p>no table</p>')).toBe('<p>no table</p>');
  });
});
