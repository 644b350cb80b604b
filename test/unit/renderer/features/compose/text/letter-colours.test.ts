// The palette as it is drawn while a letter is written: read from the style sheets themselves.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inkNames, paperNames } from '../../../../../../electron/domain/letter-look';
import { contrast } from '../../../../../support/contrast';

const colours = readFileSync('renderer/features/compose/text/letter-colours.css', 'utf8').replace(/\/\*.*?\*\//gs, '');
const tokens = readFileSync('renderer/ui/tokens.css', 'utf8');

/** The value of a property in the rule with exactly this selector. */
function colourIn(css: string, selector: string, property: string): string {
  const rule = css.split('}').find((one) => one.slice(0, one.indexOf('{')).trim().split(/,\s*/).at(-1) === selector) ?? '';
  return new RegExp(`[\\s{]${property}:\\s*(#[0-9a-f]{6})`).exec(rule)?.[1] ?? `no ${property} of ${selector}`;
}

describe.each([
  ['light', '[data-mantine-color-scheme="light"]', ''],
  ['dark', '[data-mantine-color-scheme="dark"]', '[data-mantine-color-scheme="dark"] '],
])('in the %s theme', (_, theme, before) => {
  const sheet = colourIn(tokens, theme, '--sheet');
  const words = colourIn(tokens, theme, '--ink');
  const papers = paperNames.map((name) => colourIn(colours, `${before}[data-paper="${name}"]`, 'background'));

  it.each(inkNames)('%s can be read on the sheet and on every paper', (name) => {
    const ink = colourIn(colours, `${before}[data-ink="${name}"]`, 'color');
    for (const ground of [sheet, ...papers]) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('so can what has no colour of its own', () => {
    for (const ground of papers) expect(contrast(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(7);
  });
});
