// Sends to those who were refused, and to nobody else: the same message again, or one with corrected addresses in their place.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DraftContent, Recipient } from '../../contract/model/drafts';
import { parseAddress, recipientKey, wireAddress } from '../../domain/addresses';
import { leavingOf } from '../../domain/leaving';
import { canReopen } from '../../domain/outbox/person';
import type { Accounts, CallHandlers, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { readContent, saveReplacedBy } from '../store/ledger';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import { newId } from '../store/new-id';
import type { Store } from '../store/open';
import { enterAnew, freezeAnew } from './freeze-anew';
import type { Pauses } from './pauses';
import type { Runner } from './runner';
import { goNow } from './timing-calls';
import type { Transitions } from './transitions';

export type SendToRefusedNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'hurry' | 'wake'>;
  readonly pauses: Pick<Pauses, 'lift'>;
};

/** Whom it goes to: the place in the envelope, and the address, as it was or corrected. */
type Wanted = { readonly index: number; readonly address: string };

/**
 * Failures: `address-invalid` (with what was typed), `not-possible-now` (one of them was not refused, or the corrected address is
 * one that the letter goes to anyway), `account-missing`, `not-found`, those of freezing and of the disk.
 */
export function createSendToRefused(needs: SendToRefusedNeeds): CallHandlers['outbox.sendToRefused'] {
  const { store, host, accounts, transitions } = needs;
  return async ({ id, recipients }) => {
    const read = onDisk(() => ({ message: readMessage(store, id), content: readContent(store, id) }), store.profile);
    if (!read.ok) return read;
    const { message, content } = read.value;
    if (message === null || content === null) return fail('not-found');
    const account = accounts.find(message.accountId);
    if (account === null) return fail('account-missing');
    const wanted: Wanted[] = [];
    for (const { position, address } of recipients) {
      const parsed = parseAddress(address);
      if (parsed.kind === 'bad') return fail('address-invalid', { address });
      wanted.push({ index: position, address: wireAddress(parsed.address) ?? parsed.address });
    }
    // Asked again in the step itself: freezing takes time.
    const indexes = wanted.map(({ index }) => index);
    if (!canReopen(message.life, indexes)) return fail('not-possible-now');
    const isCorrected = wanted.some(({ index, address }) => message.recipients[index]?.address !== address);
    if (isCorrected) return sendCorrected(message, content, account, wanted, needs);
    const reopened = transitions.apply(id, { kind: 'reopen', at: host.clock.now(), indexes });
    if (!reopened.ok) return reopened;
    goNow(account.id, needs);
    return succeed({ id });
  };
}

async function sendCorrected(
  message: LedgerMessage,
  content: DraftContent,
  account: Account,
  wanted: readonly Wanted[],
  needs: SendToRefusedNeeds,
): Promise<Result<{ id: string }>> {
  const { store, host, transitions } = needs;
  const places = new Map(wanted.flatMap(({ index, address }) => pairOf(message.recipients[index]?.address, address)));
  const corrected = new Set([...places.values()].map(recipientKey));
  const taken = everyAddress(content).find((address) => !places.has(recipientKey(address)) && corrected.has(recipientKey(address)));
  if (taken !== undefined) return fail('not-possible-now', { address: taken });
  const frozen = await freezeAnew(message.id, correct(content, places), account, corrected, needs);
  if (!frozen.ok) return frozen;
  const id = newId(host);
  const leaving = leavingOf({ kind: 'now' }, host.clock.now());
  const replaced = transitions.apply(message.id, { kind: 'replace', at: host.clock.now(), replaced: wanted }, () => {
    enterAnew({ id, accountId: account.id, frozen: frozen.value, leaving, failure: null }, needs);
    saveReplacedBy(store, message.id, id);
  });
  if (!replaced.ok) return replaced;
  transitions.entered(id, leaving.state);
  goNow(account.id, needs);
  return succeed({ id });
}

const pairOf = (before: string | undefined, after: string): readonly (readonly [string, string])[] =>
  before === undefined ? [] : [[recipientKey(before), after]];

/** Those in the header whom another message went to are among them. */
const everyAddress = ({ to, cc, bcc }: DraftContent): string[] =>
  [...to, ...cc, ...bcc].flatMap((one) => (one.kind === 'good' ? [one.address] : []));

/** The corrected addresses in the places of the old ones. */
function correct(content: DraftContent, places: ReadonlyMap<string, string>): DraftContent {
  const corrected = (list: readonly Recipient[]): Recipient[] =>
    list.map((one) => (one.kind === 'bad' ? one : { ...one, address: places.get(recipientKey(one.address)) ?? one.address }));
  return { ...content, to: corrected(content.to), cc: corrected(content.cc), bcc: corrected(content.bcc) };
}
