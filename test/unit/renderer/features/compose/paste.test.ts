// @vitest-environment jsdom
// What is pasted into a field of recipients, from where and over what.
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../../../renderer/features/compose/recipients/paste';

const paste = (plain: string, before = '', behind = '', html = '') => {
  const pasted = readPaste({ plain, html }, { before, behind });
  return pasted === null
    ? null
    : [...pasted.recipients.map((one) => (one.kind === 'bad' ? `bad ${one.text}` : `${one.name}<${one.address}>`)), pasted.text];
};

describe('pasted text', () => {
  it.each([
    ['a list alone', 'a@x.se b@x.se', '', '', ['<a@x.se>', '<b@x.se>', '']],
    ['behind a whole address', 'b@x.se', 'a@x.se ', '', ['<a@x.se>', '<b@x.se>', '']],
    ['before one', 'a@x.se', '', 'b@x.se', ['<a@x.se>', '<b@x.se>', '']],
    ['behind a word', 'a@x.se, b@x.se', 'ann', '', ['<a@x.se>', '<b@x.se>', 'ann']],
    ['into brackets', 'a@x.se', 'Anna Ek <', '>', ['Anna Ek<a@x.se>', '']],
    ['within a word', 'a@x.se\nb@x.se', 'an', 'na', ['<a@x.se>', '<b@x.se>', 'anna']],
    ['that is no address', 'Anna', '', '', null],
    ['that ends a beginning', '@x.se', 'a', '', null],
  ])('%s', (_, plain, before, behind, result) => expect(paste(plain, before, behind)).toEqual(result));
});

describe('what a page or a spreadsheet has put into the clipboard', () => {
  it('is read where the text is poor: links to mailboxes under names', () =>
    expect(
      paste('Anna Ek\nBo', '', '', '<p><a href="mailto:a@x.se?subject=Hi">Anna Ek</a></p><ul><li><a href="mailto:b@x.se">Bo</a></ul>'),
    ).toEqual(['Anna Ek<a@x.se>', 'Bo<b@x.se>', '']));
  it('is read where its table says more than the text', () =>
    expect(
      paste('Anna Ek a@x.se 070 b@x.se Bo', '', '', '<table><tr><td>Anna Ek<td><p>a@x.se</p><td>070<tr><td>Bo<td>b@x.se<td></table>'),
    ).toEqual(['Anna Ek<a@x.se>', 'Bo<b@x.se>', '']));
  it('is what a person saw: a link that shows another address than it leads to is the one that was shown', () =>
    expect(paste('x', '', '', '<a href="mailto:evil@y.se">a@x.se</a>, <a href="mailto:c@x.se">Cia &lt;d@x.se&gt;</a>')).toEqual([
      '<a@x.se>',
      'Cia<d@x.se>',
      '',
    ]));
  it('is left where the text is as good', () =>
    expect(paste('a@x.se', '', '', '<script>b@x.se</script><b>a@x.se</b>')).toEqual(['<a@x.se>', '']));
  it('runs nothing and fetches nothing', () => {
    paste('x', '', '', '<img src="https://x.example/1.png" onerror="window.broken = true"><script>window.broken = true</script>a@x.se');
    expect('broken' in window).toBe(false);
  });
});
