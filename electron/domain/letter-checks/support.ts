// What mail programs can't show of a letter.
import type { MailReader } from '../../contract/model/letter-checks';
import { supportTable } from './support-table';

/**
 * @param feature `html:` and an element, `css:` and a property, `image:` and the second half of a media type, `moving:` the same of a
 * picture that moves, `text:long-lines`: lines of code that are to be broken where the window ends
 */
export const whoCannotShow = (feature: string): readonly MailReader[] =>
  Object.hasOwn(supportTable, feature) ? (supportTable[feature] ?? []) : [];
