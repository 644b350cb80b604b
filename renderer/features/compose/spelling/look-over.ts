// Looks a letter over while nobody waits for it: after a pause, in slices of some milliseconds, each paragraph read once and each word
// asked for once. A key press only makes it due.
import type { Editor } from '@tiptap/core';
import type { LetterSpelling, SpellingLanguage } from '../../../../electron/contract/model/spelling';
import { isForeign, languagesOf } from '../../../../electron/domain/spelling/languages';
import type { Word } from '../../../../electron/domain/spelling/words';
import { idle, inSlices } from '../in-slices';
import { createJudge } from './judge';
import type { Lookups } from './lookups';
import { isTyping, type Mark, putMarks, takeAsWhole } from './marks';
import { ownParagraphs, type Paragraph, readParagraph } from './own-text';

export type Surroundings = {
  /** Those that the person writes in. */
  readonly allowed: readonly SpellingLanguage[];
  readonly letter: LetterSpelling;
  readonly own: ReadonlySet<string>;
  /** Of the people of this letter, as `namesOf` has them. */
  readonly names: ReadonlySet<string>;
  readonly intros: readonly string[];
};
export type LookOver = {
  /** Something has changed. */
  readonly touch: () => void;
  /** Looks now, at the word that is being typed too, and resolves when the marks are those of the letter as it is; false: nobody can tell. */
  readonly lookNow: () => Promise<boolean>;
  /** In which languages the letter is, the one of most of it first. */
  readonly languages: () => readonly SpellingLanguage[];
  readonly stop: () => void;
};

/** ms between a change and a look. */
const AFTER = 400;
/** More marks than anybody goes through, and as many as are quickly drawn. */
const MOST_MARKS = 1000;

const none: readonly string[] = [];

export function createLookOver(editor: Editor, lookups: Lookups, surroundings: () => Surroundings): LookOver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let isStopped = false;
  let languages: readonly SpellingLanguage[] = [];
  const judge = createJudge(lookups);

  /** True: done, false: nobody can tell, null: the letter has changed meanwhile. */
  const look = async (): Promise<boolean | null> => {
    round += 1;
    const mine = round;
    const { doc } = editor.state;
    const { allowed, letter, own, names, intros } = surroundings();
    const isMine = (): boolean => mine === round;
    const isStale = (): boolean => !isMine() || editor.isDestroyed || editor.state.doc !== doc;
    if (letter.isOff === true) {
      putMarks(editor, []);
      return true;
    }
    const paragraphs: Paragraph[] = [];
    const isRead = await inSlices(ownParagraphs(doc, intros), isMine, (paragraph) => {
      readParagraph(paragraph.node);
      paragraphs.push(paragraph);
    });
    if (!isRead || isStale()) return null;
    const found =
      letter.languages ??
      languagesOf(
        paragraphs.map(({ node }) => readParagraph(node).evidence),
        allowed,
      );
    languages = found;
    const judged = judge.under({ languages: found, own, ignored: letter.ignored ?? none, names });
    const unknown = new Map<string, Word>();
    const isGathered = await inSlices(paragraphs, isMine, ({ node }) => {
      for (const word of judged(node).unknown) unknown.set([word.word, ...word.also].join(' '), word);
    });
    if (!isGathered || isStale()) return null;
    if (unknown.size > 0 && !(await lookups.lookUp(unknown.values(), found))) return isStale() ? null : false;
    const marks: Mark[] = [];
    const isMarked = await inSlices(paragraphs, isMine, ({ node, at }) => {
      const { wrong } = judged(node);
      if (marks.length >= MOST_MARKS || isForeign(readParagraph(node).words.length, wrong.length)) return;
      for (const { from, to, word } of wrong) marks.push({ from: at + from, to: at + to, word });
    });
    if (!isMarked || isStale()) return null;
    putMarks(editor, marks.slice(0, MOST_MARKS));
    return true;
  };

  const lookSoon = async (): Promise<void> => {
    await idle();
    if (isStopped || editor.isDestroyed) return;
    if (editor.view.composing)
      touch(); // a mark in the midst of what is being put together would break it
    else if ((await look()) === null && !isStopped) touch();
  };
  const touch = (): void => {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void lookSoon();
    }, AFTER);
  };
  let wasTyping = false;
  const onTransaction = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
    const now = isTyping(editor);
    if (transaction.docChanged || (wasTyping && !now)) touch();
    wasTyping = now;
  };
  editor.on('transaction', onTransaction);
  editor.on('blur', touch);

  return {
    touch,
    async lookNow() {
      takeAsWhole(editor);
      for (;;) {
        const done = await look();
        if (done !== null || isStopped || editor.isDestroyed) return done === true;
      }
    },
    languages: () => (languages.length > 0 ? languages : (surroundings().letter.languages ?? surroundings().allowed)),
    stop() {
      isStopped = true;
      round += 1;
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
      editor.off('blur', touch);
      if (!editor.isDestroyed) putMarks(editor, []);
    },
  };
}
