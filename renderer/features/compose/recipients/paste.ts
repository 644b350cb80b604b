// What is pasted into a field of recipients, at the cursor or over what is selected there.
import type { Recipient } from '../../../../electron/contract/model/drafts';
import { isPastedList, readRecipients } from '../recipients';
import { linesOfHtml } from './pasted-html';

export type Clipboard = { readonly plain: string; readonly html: string };
/** What has been typed before and behind the cursor; what is selected is neither. */
export type Around = { readonly before: string; readonly behind: string };
/** `text`: what stays in the field as it was typed. */
export type Pasted = { readonly recipients: readonly Recipient[]; readonly text: string };

const isGood = ({ kind }: Recipient): boolean => kind === 'good';
const isAllGood = (list: readonly Recipient[]): boolean => list.length > 0 && list.every(isGood);

/** null: it is text like any other, and goes in as such. */
export function readPaste({ plain, html }: Clipboard, { before, behind }: Around): Pasted | null {
  const rich = richer(plain, html);
  if (rich === null && !isPastedList(plain)) return null;
  const typed = `${before}${behind}`;
  // "Anna <" and "anna@example.org" and ">".
  const whole = rich === null && typed.trim() !== '' && !/[\r\n\t]/.test(plain) ? readRecipients(`${before}${plain}${behind}`) : [];
  if (whole.length === 1 && isAllGood(whole)) return { recipients: whole, text: '' };
  const pasted = rich ?? readRecipients(plain);
  const sides = [before, behind].map((side) => readRecipients(side));
  if (sides.every((side) => side.every(isGood))) return { recipients: [...(sides[0] ?? []), ...pasted, ...(sides[1] ?? [])], text: '' };
  return { recipients: pasted, text: typed };
}

/** The HTML of the clipboard, where it tells of more people than its text; null: it does not. */
function richer(plain: string, html: string): readonly Recipient[] | null {
  if (!html.includes('@') && !/mailto:/i.test(html)) return null;
  const rich = readRecipients(linesOfHtml(html));
  const poor = readRecipients(plain);
  const worth = (list: readonly Recipient[]): readonly number[] => [
    list.filter(isGood).length,
    -list.filter((one) => !isGood(one)).length,
    list.filter((one) => one.kind === 'good' && one.name !== '').length,
  ];
  const [more, less] = [worth(rich), worth(poor)];
  const differs = more.findIndex((value, index) => value !== less[index]);
  return differs >= 0 && (more[differs] ?? 0) > (less[differs] ?? 0) && rich.some(isGood) ? rich : null;
}
