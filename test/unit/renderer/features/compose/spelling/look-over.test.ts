// @vitest-environment jsdom
// A letter looked over: which words are marked, when, and what becomes of the letter by it.
import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../../../electron/contract/failure';
import { spellingLanguages } from '../../../../../../electron/contract/model/spelling';
import { letterExtensions, plainExtensions } from '../../../../../../renderer/features/compose/letter-extensions';
import { letterHtml } from '../../../../../../renderer/features/compose/letter-html';
import { createLookOver, type LookOver, type Surroundings } from '../../../../../../renderer/features/compose/spelling/look-over';
import { type Ask, createLookups } from '../../../../../../renderer/features/compose/spelling/lookups';
import { correct, goToMark, type Mark, markHere, marksOf } from '../../../../../../renderer/features/compose/spelling/marks';

const right = new Set(
  'dear thank you for the letter we meet on tuesday see my and bo it is not don’t well-known well known a'.split(' ').concat("don't"),
);
const intros = ['Forwarded message:'];

type Scene = { readonly editor: Editor; readonly look: LookOver; readonly asked: string[][]; readonly words: () => string[] };
const ends: (() => void)[] = [];
beforeEach(() => {
  // The page without a window knows no places.
  Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
});

function scene(
  content: string,
  { isPlain = false, answers = true, ...around }: Partial<Surroundings> & { readonly isPlain?: boolean; readonly answers?: boolean } = {},
): Scene {
  const element = document.body.appendChild(document.createElement('div'));
  const editor = new Editor({ element, extensions: (isPlain ? plainExtensions : letterExtensions)('Write here'), content });
  const asked: string[][] = [];
  const ask: Ask = async ({ words }) => {
    asked.push(words);
    if (!answers) return fail('not-possible-now');
    return succeed({ wrong: words.flatMap((word, place) => (right.has(word.toLowerCase()) ? [] : [place])) });
  };
  const surroundings: Surroundings = { allowed: spellingLanguages, letter: {}, own: new Set(), names: new Set(), intros, ...around };
  const look = createLookOver(editor, createLookups(ask), () => surroundings);
  ends.push(() => {
    look.stop();
    editor.destroy();
    element.remove();
  });
  return { editor, look, asked, words: () => marksOf(editor).map(({ from, to }) => editor.state.doc.textBetween(from, to)) };
}
async function marked(content: string, around: Parameters<typeof scene>[1] = {}): Promise<string[]> {
  const here = scene(content, around);
  expect(await here.look.lookNow()).toBe(true);
  return here.words();
}
/** As if somebody typed at the cursor. */
const type = ({ editor }: Scene, text: string): void => editor.view.dispatch(editor.state.tr.insertText(text));
const focus = ({ editor }: Scene): void => {
  vi.spyOn(editor, 'isFocused', 'get').mockReturnValue(true);
};

describe('a letter that was looked over', () => {
  it('has a mark under each wrong word of its own, in paragraphs, lists, tables and headings', async () => {
    expect(
      await marked(
        '<h1>Deer</h1><p>Thank you fro the <b>lettr</b>,<br>Anna</p><ul><li><p>tuesdya</p></li></ul><table><tr><td><p>we mete</p></td></tr></table>',
        { names: new Set(['anna']) },
      ),
    ).toEqual(['Deer', 'fro', 'lettr', 'tuesdya', 'mete']);
  });

  it('has none in quotes, code, the signature, and what is forwarded', async () => {
    expect(
      await marked(
        '<p>Dear Bo <code>exmaple</code></p><pre><code>lettr</code></pre><blockquote><p>tuesdya</p></blockquote>' +
          '<p>Forwarded message:</p><p>lettr</p><div data-signature="s"><p>Annna</p></div>',
      ),
    ).toEqual([]);
    expect(await marked('<p>&gt; tuesdya</p><p>lettr</p>', { isPlain: true })).toEqual(['lettr']);
  });

  it('has none under words of one’s own, names, and what the letter leaves alone', async () => {
    const around = { own: new Set(['duvslag']), names: new Set(['zlotnick']), letter: { ignored: ['grisly'] } };
    expect(await marked('<p>Duvslag Zlotnick zlotnick grisly grislyy</p>', around)).toEqual(['zlotnick', 'grislyy']);
  });

  it('has none where its writer wants none, and in a paragraph that nobody here can read', async () => {
    expect(await marked('<p>lettr</p>', { letter: { isOff: true } })).toEqual([]);
    expect(await marked('<p>Sehr geehrte Damen und Herren wie geht es</p><p>Deer</p>')).toEqual(['Deer']);
  });

  it('is asked about in the languages that it is in, or in those its writer says', async () => {
    const found = scene('<p>Dear Bo, thank you for the letter</p>');
    await found.look.lookNow();
    expect(found.look.languages()).toEqual(['en-GB', 'en-US']);
    const said = scene('<p>Dear Bo, thank you for the letter</p>', { letter: { languages: ['da'] } });
    await said.look.lookNow();
    expect(said.look.languages()).toEqual(['da']);
  });

  it('is the same letter as before', async () => {
    const here = scene('<p>Thank you fro the <b>lettr</b></p>');
    const before = letterHtml(here.editor);
    await here.look.lookNow();
    expect(here.words()).toHaveLength(2);
    expect(here.editor.view.dom.querySelectorAll('[aria-invalid="spelling"]')).toHaveLength(2);
    expect(letterHtml(here.editor)).toBe(before);
    expect(here.editor.getHTML()).toBe(before);
    expect(here.editor.can().undo()).toBe(false);
  });

  it('asks for a word once, and for nothing again that it knows', async () => {
    const here = scene('<p>lettr lettr Dear</p><p>lettr</p>');
    await here.look.lookNow();
    await here.look.lookNow();
    expect(here.asked).toEqual([['lettr', 'Dear']]);
  });

  it('has no marks where nobody can tell', async () => {
    const here = scene('<p>lettr</p>', { answers: false });
    expect(await here.look.lookNow()).toBe(false);
    expect(here.words()).toEqual([]);
  });

  it('of thousands of lines has marks enough, and no more', async () => {
    const lines = Array.from({ length: 2000 }, (_, line) => `<p>we meet on lettr${'abcdefghij'[line % 10]}</p>`).join('');
    const here = scene('<p></p>');
    here.editor.commands.setContent(lines);
    expect(await here.look.lookNow()).toBe(true);
    expect(marksOf(here.editor)).toHaveLength(1000);
    expect(here.asked.flat().length).toBeLessThan(20);
  });
});

describe('while somebody types', () => {
  it('a word gets its mark when the cursor leaves it', async () => {
    const here = scene('<p></p>');
    focus(here);
    type(here, 'tuesdya lettr');
    await expect.poll(here.words, { timeout: 5000 }).toEqual(['tuesdya']);
    type(here, ' ');
    await expect.poll(here.words, { timeout: 5000 }).toEqual(['tuesdya', 'lettr']);
  });

  it('a word gets its mark at once when it is asked about', async () => {
    const here = scene('<p></p>');
    focus(here);
    type(here, 'lettr');
    await here.look.lookNow();
    expect(markHere(here.editor)?.word).toBe('lettr');
  });

  it('a word that is changed loses its mark at once, and the others keep theirs', async () => {
    const here = scene('<p>lettr tuesdya lettr</p>');
    focus(here);
    await here.look.lookNow();
    here.editor.view.dispatch(here.editor.state.tr.setSelection(TextSelection.create(here.editor.state.doc, 14)));
    expect(here.words()).toEqual(['lettr', 'tuesdya', 'lettr']);
    type(here, 's');
    expect(here.words()).toEqual(['lettr', 'lettr']);
    here.editor.view.dispatch(here.editor.state.tr.setSelection(TextSelection.create(here.editor.state.doc, 6)));
    type(here, ' ');
    expect(here.words()).toEqual(['lettr', 'lettr']);
  });

  it('what is looked over comes soon after a change, by itself', async () => {
    const here = scene('<p></p>');
    type(here, 'lettr ');
    await expect.poll(here.words, { timeout: 5000 }).toEqual(['lettr']);
  });
});

describe('a mark', () => {
  const first = ({ editor }: Scene): Mark => {
    const [mark] = marksOf(editor);
    if (mark === undefined) throw new Error('no mark');
    return mark;
  };

  it('is gone to from where the cursor is, and around the end', async () => {
    const here = scene('<p>lettr we tuesdya</p>');
    await here.look.lookNow();
    const steps = [1, 1, 1, -1, -1] as const;
    expect(steps.map((step) => goToMark(here.editor, step)?.mark.word)).toEqual(['lettr', 'tuesdya', 'lettr', 'tuesdya', 'lettr']);
    expect(markHere(here.editor)?.from).toBe(1);
  });

  it('is corrected in one step for undo, and the word keeps its look', async () => {
    const here = scene('<p>see my <b>le<i>ttr</i></b> and</p>');
    await here.look.lookNow();
    const before = letterHtml(here.editor);
    type(here, 'A ');
    correct(here.editor, first(here), 'letter');
    expect(letterHtml(here.editor)).toContain('see my <strong>le<em>tter</em></strong> and');
    here.editor.commands.undo();
    expect(letterHtml(here.editor)).toContain('A see my <strong>le<em>ttr</em></strong> and');
    here.editor.commands.undo();
    expect(letterHtml(here.editor)).toBe(before);
  });

  it.each([
    ['lettr', 'letter'],
    ['leetter', 'letter'],
    ['x', 'letter'],
    ['letterx', 'letter'],
    ['xletter', 'letter'],
    ['foru', 'four'],
    ['aa', 'aaa'],
  ])('%s becomes %s', (wrong, word) => {
    const here = scene(`<p>we ${wrong} it</p>`);
    correct(here.editor, { from: 4, to: 4 + wrong.length, word: wrong }, word);
    expect(letterHtml(here.editor)).toBe(`<p>we ${word} it</p>`);
    expect(here.editor.state.selection.from).toBe(4 + word.length);
  });
});
