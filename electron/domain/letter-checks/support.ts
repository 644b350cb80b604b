// What mail programs can't show of a letter.
import type { MailReader } from '../../contract/model/letter-checks';
import { supportTable } from './support-table';

/** @param feature `html:` and an element, `css:` and a property, `image:` and the second half of a media type */
export const whoCannotShow = (feature: string): readonly MailReader[] =>
  Object.hasOwn(supportTable, feature) ? (supportTable[feature] ?? []) : [];
