// What mail programs can't show of a letter.
import { supportTable } from './support-table';

/** Mail programs that many people read with; each is one to its owner, whatever the system calls it. */
export const readers = ['outlook-windows', 'outlook-web', 'outlook-phone', 'gmail', 'gmail-phone', 'iphone', 'samsung'] as const;
export type Reader = (typeof readers)[number];

/** @param feature `html:` and an element, `css:` and a property, `image:` and the second half of a media type */
export const whoCannotShow = (feature: string): readonly Reader[] =>
  Object.hasOwn(supportTable, feature) ? (supportTable[feature] ?? []) : [];
