// Spelling of the letter on the screen: looked over from the first key press on, its menu, and what the letter's writer has chosen for it.
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { type LetterSpelling, type SpellingLanguage, spellingLanguages } from '../../../../electron/contract/model/spelling';
import { identitiesOf } from '../../../../electron/domain/identities/identity';
import { namesOf } from '../../../../electron/domain/spelling/own-words';
import { call } from '../../../api';
import { forwardIntros } from '../../../strings/languages';
import { useStrings } from '../../../strings/words';
import { say, sayFailure } from '../../frame/notices';
import { session, useSettings } from '../../frame/session';
import type { DraftKeeper } from '../draft-keeper';
import type { LookOver } from './look-over';
import { correct, goToMark, type Mark, markHere, marksOf } from './marks';

/** In the window, px. */
export type Place = { readonly left: number; readonly top: number; readonly bottom: number };
/** What the menu is about. */
export type SpellingMenu = {
  readonly mark: Mark | null;
  readonly suggestions: readonly string[];
  /** Where its word stands now: the letter moves under it when the window changes. */
  readonly place: () => Place;
};
export type Spelling = {
  readonly menu: SpellingMenu | null;
  readonly letter: LetterSpelling;
  /** For a screen reader. */
  readonly said: string;
  readonly openMenu: () => void;
  readonly closeMenu: () => void;
  readonly goOn: (step: 1 | -1) => void;
  readonly take: (word: string) => void;
  readonly addToDictionary: () => void;
  readonly ignore: () => void;
  readonly choose: (part: Pick<Change, 'isOff' | 'languages'>) => void;
};

/** ms from the first change to the first look: a letter that is only opened needs none. */
const BEGINS_AFTER = 800;
/** ms: suggestions that take longer come with the next opening. */
const PATIENCE = 1500;

/** `undefined` takes a choice back. */
type Change = { readonly [name in keyof LetterSpelling]?: LetterSpelling[name] | undefined };

export function useSpelling(keeper: DraftKeeper, editor: Editor): Spelling {
  const { spelling: words } = useStrings();
  const { checksSpelling, spellingLanguages: allowed = spellingLanguages } = useSettings();
  const [letter, setLetter] = useState<LetterSpelling>(() => keeper.settled().spelling ?? {});
  const [menu, setMenu] = useState<SpellingMenu | null>(null);
  const [said, setSaid] = useState('');
  const now = useRef<{ readonly letter: LetterSpelling; readonly allowed: readonly SpellingLanguage[] }>({ letter, allowed });
  const begin = useRef<() => Promise<LookOver | null>>(async () => null);
  const looking = useRef<LookOver | null>(null);
  useEffect(() => {
    now.current = { letter, allowed };
    looking.current?.touch();
  }, [letter, allowed]);

  useEffect(() => {
    if (!checksSpelling) return;
    let begun: Promise<LookOver | null> | null = null;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopFollowing = (): void => undefined;
    const start = (): Promise<LookOver | null> => {
      editor.off('update', startSoon);
      clearTimeout(timer);
      begun ??= Promise.all([import('./look-over'), import('./own-words')]).then(([{ createLookOver }, own]) => {
        if (isGone || editor.isDestroyed) return null;
        own.followOwnWords();
        const made = createLookOver(editor, own.lookups, () => ({
          ...now.current,
          own: own.ownWords.get().words,
          names: namesIn(keeper),
          intros: forwardIntros,
        }));
        stopFollowing = own.ownWords.watch(made.touch);
        looking.current = made;
        made.touch();
        return made;
      });
      return begun;
    };
    const startSoon = (): void => {
      timer ??= setTimeout(() => void start(), BEGINS_AFTER);
    };
    begin.current = start;
    editor.on('update', startSoon);
    return () => {
      isGone = true;
      begin.current = async () => null;
      editor.off('update', startSoon);
      clearTimeout(timer);
      stopFollowing();
      looking.current?.stop();
      looking.current = null;
    };
  }, [keeper, editor, checksSpelling]);

  const change = (part: Change): void => {
    const next = Object.fromEntries(Object.entries({ ...letter, ...part }).filter(([, value]) => value !== undefined)) as LetterSpelling;
    keeper.change({ spelling: next });
    setLetter(next);
  };
  const closeMenu = (): void => {
    setMenu(null);
    setSaid('');
    editor.commands.focus();
  };
  /** The menu's word, if it still stands where it stood. */
  const markOfMenu = (): Mark | null => (menu?.mark == null ? null : markHere(editor, menu.mark));
  const openMenu = async (): Promise<void> => {
    const look = await begin.current();
    const isKnown = look !== null && (await look.lookNow());
    if (editor.isDestroyed) return;
    const mark = isKnown ? (markHere(editor) ?? goToMark(editor, 1)?.mark ?? null) : null;
    const suggestions = mark === null || look === null ? [] : await suggestionsFor(mark.word, look.languages());
    if (editor.isDestroyed) return;
    setSaid(look === null || letter.isOff === true ? '' : words.count(marksOf(editor).length));
    const at = mark?.from ?? editor.state.selection.head;
    setMenu({ mark, suggestions, place: () => editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size)) });
  };
  const goOn = async (step: 1 | -1): Promise<void> => {
    const look = await begin.current();
    const isKnown = look !== null && (await look.lookNow());
    if (editor.isDestroyed) return;
    const found = isKnown ? goToMark(editor, step) : null;
    if (found === null) say({ tone: 'plain', text: isKnown && letter.isOff !== true ? words.none : words.isOff });
    else setSaid(words.here(found.mark.word, found.at + 1, found.count));
  };
  const latest = useRef(openMenu);
  useEffect(() => {
    latest.current = openMenu;
  });
  useEffect(() => {
    const { dom } = editor.view;
    const onContextMenu = (event: MouseEvent): void => {
      const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      const isOnMark = event.target instanceof Element && event.target.closest('.misspelt') !== null;
      if (isOnMark && at !== undefined) editor.commands.setTextSelection(at);
      if (!isOnMark && (event.button === 2 || markHere(editor) === null)) return;
      event.preventDefault();
      void latest.current();
    };
    dom.addEventListener('contextmenu', onContextMenu);
    return () => dom.removeEventListener('contextmenu', onContextMenu);
  }, [editor]);

  return {
    menu,
    letter,
    said,
    openMenu: () => void openMenu(),
    closeMenu,
    goOn: (step) => void goOn(step),
    take(word) {
      const mark = markOfMenu();
      if (mark !== null) correct(editor, mark, word);
      closeMenu();
    },
    addToDictionary() {
      const word = markOfMenu()?.word;
      if (word !== undefined) void addWord(word, words);
      closeMenu();
    },
    ignore() {
      const word = markOfMenu()?.word;
      if (word !== undefined) change({ ignored: [...new Set([...(letter.ignored ?? []), word])].slice(-1000) });
      closeMenu();
    },
    choose: change,
  };
}

async function suggestionsFor(word: string, languages: readonly SpellingLanguage[]): Promise<readonly string[]> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const answer = await Promise.race([call('spelling.suggest', { languages: [...languages], word }), late]);
  return answer?.ok === true ? answer.value.suggestions : [];
}

type AddWords = { readonly added: (word: string) => string; readonly takeOut: string };

async function addWord(word: string, { added, takeOut }: AddWords): Promise<void> {
  const answer = await call('spelling.addWords', { words: [word] });
  if (!answer.ok) return sayFailure(answer.failure);
  say({ tone: 'good', text: added(word), action: { label: takeOut, run: () => void call('spelling.removeWord', { word }) } });
}

/** Of everybody the letter goes to, and of whoever writes it. */
function namesIn(keeper: DraftKeeper): ReadonlySet<string> {
  const { to, cc, bcc } = keeper.settled();
  return namesOf([
    ...[...to, ...cc, ...bcc].slice(0, 500).flatMap((one) => (one.kind === 'good' ? [one.name, one.address.replace(/@.*/, '')] : [])),
    ...session
      .get()
      .accounts.flatMap(identitiesOf)
      .map(({ name }) => name),
  ]);
}
