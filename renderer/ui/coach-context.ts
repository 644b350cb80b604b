// What the coach adds to a failure where it is shown. Notes know nothing of how the coach finds it, or of rooms.
import { createContext, useContext } from 'react';
import type { Failure } from '../../electron/contract/failure';
import type { AdviceWords } from '../strings/advice-words';
import type { CoachWords } from '../strings/en/coach';

export type Coached = {
  readonly words: AdviceWords;
  /** It tells more than the failure's own sentence does. */
  readonly isSpecific: boolean;
  readonly page: CoachWords['page'];
  /** Opens its entry in the help page; null where that can't be shown. */
  readonly openMore: (() => void) | null;
};

/** null: nothing to add, or not read yet. */
export const CoachContext = createContext<(failure: Failure) => Coached | null>(() => null);
export const useCoached = (failure: Failure): Coached | null => useContext(CoachContext)(failure);
