// Lets every note of a failure say what the coach knows about it.
import { type ReactNode, useCallback } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { useStrings } from '../../strings/words';
import { CoachContext, type Coached } from '../../ui/coach-context';
import { open } from '../frame/navigation';
import { useCoaching, wordsOf } from './coaching';

/** @param hasHelp the frame is there, and with it the help page */
export function CoachProvider({ hasHelp, children }: { readonly hasHelp: boolean; readonly children: ReactNode }) {
  const { failures } = useStrings();
  const coaching = useCoaching();
  const coached = useCallback(
    (failure: Failure): Coached | null => {
      if (coaching === null) return null;
      const { id, source } = coaching.coach(failure);
      if (!(id in coaching.words.advice)) return null; // the failure's own sentence is all there is
      return {
        words: wordsOf(id, coaching.words, failures),
        isSpecific: source !== 'code',
        page: coaching.words.page,
        openMore: hasHelp ? () => open('help', id) : null,
      };
    },
    [coaching, failures, hasHelp],
  );
  return <CoachContext value={coached}>{children}</CoachContext>;
}
