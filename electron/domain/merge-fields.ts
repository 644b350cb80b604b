// Each recipient once in a letter: in the first field they stand in, with the name that is known of them.
import type { DraftContent, Recipient } from '../contract/model/drafts';
import { mergeDuplicates, recipientKey } from './addresses';

export const recipientFields = ['to', 'cc', 'bcc'] as const;
export type RecipientField = (typeof recipientFields)[number];
export type Fields = Pick<DraftContent, RecipientField>;

/** Who the letter goes to: the chips of the screen, and what the envelope is made of. The first spelling of an address stays. */
export function mergeFields(fields: Fields): Fields {
  const all = mergeDuplicates(recipientFields.flatMap((field) => fields[field]));
  const merged = new Map(all.flatMap((one) => (one.kind === 'good' ? [[recipientKey(one.address), one] as const] : [])));
  const take = (field: RecipientField): Recipient[] =>
    fields[field].flatMap((one): Recipient[] => {
      if (one.kind === 'bad') return [one];
      const key = recipientKey(one.address);
      const found = merged.get(key);
      merged.delete(key);
      return found === undefined ? [] : [found];
    });
  return { to: take('to'), cc: take('cc'), bcc: take('bcc') };
}
