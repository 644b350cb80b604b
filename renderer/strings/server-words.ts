// What the server said, as one reads it to somebody on the phone: its code, its enhanced code, its words.
import type { Failure } from '../../electron/contract/failure';

/** "550 5.1.1 No such user here"; empty when it said nothing. */
export function serverWords({ reply, enhanced, said = '' }: Failure): string {
  const codes = [reply === undefined ? '' : String(reply), enhanced ?? ''].filter((code) => code !== '' && !said.includes(code));
  return [...codes, said].filter((part) => part !== '').join(' ');
}
