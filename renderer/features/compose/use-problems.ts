// What the last try to send ran into, each beside the field it is about.
import type { Failure, FailureCode } from '../../../electron/contract/failure';
import { useStrings } from '../../strings/words';
import type { Sending } from './use-send';

/** The sentence of a problem of these kinds, or null. */
export function useProblems(sending: Sending): (...codes: FailureCode[]) => string | null {
  const { failures } = useStrings();
  return (...codes) => {
    const found = sending.problems.find(({ code }) => codes.includes(code));
    return found === undefined ? null : `${failures[found.code].says(found)} ${failures[found.code].remedy(found)}`;
  };
}

/** Goes to where the first problem can be mended: To, or the bad chip, which says why. */
export function goToProblem(problems: readonly Failure[], sheet: HTMLElement | null, focusTo: () => void): void {
  const first = problems[0]?.code;
  if (first === 'no-recipient') focusTo();
  else if (first === 'address-invalid') sheet?.querySelector<HTMLElement>('[data-bad] button')?.focus();
}
