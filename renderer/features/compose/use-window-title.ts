// The window is called after the letter in it, so that a person finds it among other windows.
import { useCallback, useEffect } from 'react';
import { useStrings } from '../../strings/words';

const program = 'Brevduva';
const longest = 200;

/** @returns to be told of every change of the subject; reading the whole letter at each key press would cost too much */
export function useWindowTitle(initialSubject: string): (subject: string) => void {
  const { compose } = useStrings();
  const show = useCallback(
    (subject: string): void => {
      document.title = `${subject.trim().slice(0, longest) || compose.noSubject} – ${program}`;
    },
    [compose],
  );
  useEffect(() => {
    show(initialSubject);
    return () => {
      document.title = program;
    };
  }, [show, initialSubject]);
  return show;
}
