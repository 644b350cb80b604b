// Those whom the server refused, as addresses that can be mended: what may be sent to, and what stands in the way.
import type { AddressProblem } from '../../../electron/contract/model/drafts';
import type { OutboxEntry, RecipientState } from '../../../electron/contract/model/outbox';
import { parseAddress, recipientKey } from '../../../electron/domain/addresses';

/** `position`: the recipient's place in the entry. */
export type Refused = { readonly position: number; readonly address: string };
/** `text`: as it is typed now. */
export type Mended = Refused & { readonly text: string };
export type MendProblem = AddressProblem | 'has-it' | 'twice';

/** Those that a server refused in a message that is over; an empty list where there is nothing to mend. */
export function refusedOf({ item, recipients }: OutboxEntry): readonly Refused[] {
  if (item.state !== 'partly' && item.state !== 'failed') return [];
  return recipients.flatMap(({ state, failure, address }, position) => {
    const isRefused = state === 'refused' && failure !== null;
    // Where nothing was sent at all, only an address that was refused by itself is worth a look.
    const isWorth = isRefused && (item.state === 'partly' ? failure.code !== 'cancelled' : failure.code === 'recipients-refused');
    return isWorth ? [{ position, address }] : [];
  });
}

/** The bare address in what was typed; null: it is none. */
export const addressIn = (text: string): string | null => {
  const read = parseAddress(text);
  return read.kind === 'good' ? read.address : null;
};

const hasIt: ReadonlySet<RecipientState> = new Set(['accepted', 'delayed', 'delivered', 'bounced', 'uncertain']);

/** What is wrong with one of them; null: it can be sent to. */
export function problemOf(one: Mended, all: readonly Mended[], { recipients }: OutboxEntry): MendProblem | null {
  const read = parseAddress(one.text);
  if (read.kind === 'bad') return read.problem;
  const key = recipientKey(read.address);
  if (recipients.some(({ address, state }) => hasIt.has(state) && recipientKey(address) === key)) return 'has-it';
  const same = all.find(({ text }) => {
    const address = addressIn(text);
    return address !== null && recipientKey(address) === key;
  });
  return same !== undefined && same.position !== one.position ? 'twice' : null;
}
