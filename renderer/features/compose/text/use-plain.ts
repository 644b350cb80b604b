// The switch between a letter with formatting and one in plain text. Where something would be lost, it is said first; undo goes back past it.
import type { Editor } from '@tiptap/react';
import { type RefObject, useRef, useState } from 'react';
import { call } from '../../../api';
import type { Lost } from '../../../strings/en/letter-text';
import { useStrings } from '../../../strings/words';
import { say } from '../../frame/notices';
import type { DraftKeeper, Whereabouts } from '../draft-keeper';
import { joinParts, lostAsPlain, partsOf, plainTextsOf } from './plain';
import type { SwitchedLetter, SwitchSteps } from './switch-steps';

export type PlainMode = {
  readonly isPlain: boolean;
  /** Where undo or redo has led back past a switch; null: nowhere yet, or the letter was switched anew. */
  readonly leftAt: Whereabouts | null;
  readonly steps: SwitchSteps;
  /** What would be lost, while the person is asked. */
  readonly losing: Lost | null;
  readonly switch: () => void;
  readonly goAhead: () => void;
  readonly leave: () => void;
};

export function usePlain(keeper: DraftKeeper, editorOf: () => Editor): PlainMode {
  const { letterText } = useStrings();
  const [isPlain, setPlain] = useState(() => keeper.content().isPlain === true);
  const [losing, setLosing] = useState<Lost | null>(null);
  const [leftAt, setLeftAt] = useState<Whereabouts | null>(null);
  const past = useRef<SwitchedLetter[]>([]);
  const future = useRef<SwitchedLetter[]>([]);
  /** The text that redo leads on from: whatever else is written ends it. */
  const returnedTo = useRef('');
  const show = (html: string, plain: boolean, place: Whereabouts | null): void => {
    keeper.change({ html, isPlain: plain });
    setLosing(null);
    setLeftAt(place);
    setPlain(plain);
  };
  /** Reads whatever the editor still holds. */
  const now = (): SwitchedLetter => ({ html: keeper.content().html, isPlain, leftAt: keeper.whereabouts() });
  const become = (html: string, plain: boolean): void => {
    past.current.push(now());
    future.current = [];
    show(html, plain, null);
  };
  const step = (from: RefObject<SwitchedLetter[]>, to: RefObject<SwitchedLetter[]>): boolean => {
    const next = from.current.pop();
    if (next === undefined) return false;
    to.current.push(now());
    returnedTo.current = next.html;
    show(next.html, next.isPlain, next.leftAt);
    return true;
  };
  const steps: SwitchSteps = {
    back: () => step(past, future),
    forth: () => keeper.content().html === returnedTo.current && step(future, past),
  };
  const makePlain = async (): Promise<void> => {
    for (;;) {
      const { doc } = editorOf().state;
      const { html, signature } = partsOf(editorOf());
      const answer = await call('letters.asText', { parts: [...html] });
      if (!answer.ok) {
        say({ tone: 'bad', text: letterText.plainFailed });
        return;
      }
      if (editorOf().state.doc !== doc) continue; // something was written meanwhile
      become(joinParts(answer.value.texts, signature, true), true);
      return;
    }
  };
  const makeRich = (): void => {
    const { texts, signature } = plainTextsOf(editorOf());
    become(joinParts(texts, signature, false), false);
  };
  return {
    isPlain,
    leftAt,
    steps,
    losing,
    switch: () => {
      if (isPlain) return makeRich();
      const lost = lostAsPlain(editorOf().state.doc);
      if (lost === null) void makePlain();
      else setLosing(lost);
    },
    goAhead: () => void makePlain(),
    leave: () => {
      setLosing(null);
      editorOf().commands.focus();
    },
  };
}
