// A letter before its judges: two programs that read it must read the same, its bytes must keep the rules, and no rule of
// SpamAssassin may find anything at all in it.
import { readByPython, spamRules } from './ask';
import { readByPostalMime, readingComplaints } from './compare';
import { wireComplaints } from './wire-rules';

/** What they say of every letter that has not travelled yet, and of HTML. */
const nothing = new Set(['ALL_TRUSTED', 'NO_RECEIVED', 'NO_RELAYS', 'HTML_MESSAGE']);

/** The complaints about the bytes as they travel; none: it's a good letter. `isUtf8`: an address in it needs SMTPUTF8. */
export async function judge(letter: Buffer, isUtf8 = false): Promise<readonly string[]> {
  const [postal, python, rules] = await Promise.all([readByPostalMime(letter), readByPython(letter), spamRules(letter)]);
  return [
    ...wireComplaints(letter, isUtf8),
    ...readingComplaints(postal, python),
    ...rules.filter((rule) => !nothing.has(rule)).map((rule) => `SpamAssassin: ${rule}`),
  ];
}
