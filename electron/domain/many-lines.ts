// Very many lines as few blocks, whose lines are parted by line feeds: a page gets slower with every paragraph and every line break it
// has to go past when something is written, not with the words in them.
import { escapeHtml } from './text-html';

/** From here on text comes in as blocks of lines. */
const MANY = 1000;
const LINES_IN_BLOCK = 200;
/** Characters. The page lays a block out as a whole, so a line without end is broken. */
const LONGEST_BLOCK = 8000;

export function hasManyLines(text: string): boolean {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && count <= MANY; at = text.indexOf('\n', at + 1)) count += 1;
  return count > MANY;
}

/** The text of each block, in order; between two a line ends. */
export function lineBlocks(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let size = 0;
  const end = (): void => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
    size = 0;
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n'))
    for (let at = 0; at === 0 || at < line.length; at += LONGEST_BLOCK) {
      const piece = line.slice(at, at + LONGEST_BLOCK);
      if (lines.length === LINES_IN_BLOCK || size + piece.length > LONGEST_BLOCK) end();
      lines.push(piece);
      size += piece.length + 1;
    }
  end();
  return blocks;
}

/** As the editor holds them. */
export const lineBlocksHtml = (text: string): string =>
  lineBlocks(text)
    .map((block) => `<p data-lines="">${escapeHtml(block)}</p>`)
    .join('');

/** For everything but the editor: blocks that follow each other are one paragraph with its lines broken. */
export const withLineBreaks = (html: string): string =>
  html.replace(/<p data-lines="">[^<]*<\/p>(?:<p data-lines="">[^<]*<\/p>)*/g, (blocks) =>
    blocks.replaceAll('</p><p data-lines="">', '\n').replace('<p data-lines="">', '<p>').replaceAll('\n', '<br>'),
  );
