// Tables that only arrange a page, as in newsletters and on the web, become the text that is in them; tables of figures stay tables.
import { rename, unwrap } from './nodes';

const within = 'td,th';

/** Rows and columns of words: no table within, no heading, more than one cell, and no picture. */
function holdsFigures(table: Element): boolean {
  if (table.hasAttribute('data-grid')) return true;
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table,h1,h2,h3,ul,ol,hr,img,form') !== null) return false;
  const cells = table.querySelectorAll(within);
  if (cells.length < 2) return false;
  if (table.querySelector('th') !== null || /^[1-9]/.test(table.getAttribute('border') ?? '')) return true;
  const rows = [...table.querySelectorAll('tr')].map((row) => row.querySelectorAll(within).length);
  return rows.length >= 2 && rows.every((count) => count >= 2) && ![...cells].some((cell) => cell.textContent.length > 400);
}

/** A column of a spreadsheet is one too, so those that come from one are asked nothing. */
const isFromSheet = (table: Element): boolean =>
  table.querySelectorAll(within).length > 1 &&
  (table.querySelector('[class^="xl"],[data-sheets-value],[data-sheets-formula]') !== null ||
    table.parentElement?.tagName === 'GOOGLE-SHEETS-HTML-ORIGIN' ||
    table.hasAttribute('data-sheets-root'));

export function flattenLayoutTables(root: ParentNode): void {
  // From the innermost: a table of figures in a frame of layout stays.
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    if (isFromSheet(table) || holdsFigures(table)) table.setAttribute('data-grid', '');
    else {
      for (const cell of [...table.querySelectorAll(within)].filter((one) => one.closest('table') === table)) rename(cell, 'div');
      for (const part of [...table.querySelectorAll('tr,tbody,thead,tfoot')].filter((one) => one.closest('table') === table)) unwrap(part);
      unwrap(table);
    }
  }
}

/** The same for HTML that the program has already: what an answer quotes. */
export function withoutLayoutTables(html: string): string {
  if (!html.includes('<table')) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  flattenLayoutTables(body);
  return body.innerHTML;
}
