// The switch between a letter with formatting and one in plain text. Where something would be lost, it is said first.
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { call } from '../../../api';
import type { Lost } from '../../../strings/en/letter-text';
import { useStrings } from '../../../strings/words';
import { say } from '../../frame/notices';
import type { DraftKeeper } from '../draft-keeper';
import { joinParts, lostAsPlain, partsOf, plainTextsOf } from './plain';

export type PlainMode = {
  readonly isPlain: boolean;
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
  const become = (html: string, plain: boolean): void => {
    keeper.content(); // whatever the editor still holds is in it now, and is replaced
    keeper.change({ html, isPlain: plain });
    setLosing(null);
    setPlain(plain);
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
