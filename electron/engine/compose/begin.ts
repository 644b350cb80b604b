// How a letter begins: from which identity, with which signature, and where that stands.
import type { Account } from '../../contract/model/accounts';
import type { DraftContent, Recipient } from '../../contract/model/drafts';
import type { Signature } from '../../contract/model/identities';
import { chooseIdentity } from '../../domain/identities/choose';
import { type Identity, identitiesOf, identityOf } from '../../domain/identities/identity';
import { signatureBlock, usualSignature } from '../../domain/identities/signature';
import { lastUsed } from '../identities/last-used';
import type { Accounts } from '../rooms';
import type { Store } from '../store/open';

export type BeginNeeds = { readonly store: Store; readonly accounts: Accounts };
export type BeginQuestion = {
  /** Where letters begin, or where the message lies that is answered; null: the person chooses. */
  readonly accountId: string | null;
  /** Of that account, where the person has chosen it already; left out or null: it is chosen here. */
  readonly identityId?: string | null;
  readonly kind: 'new' | 'answers';
  /** Of the message that is answered. */
  readonly writtenTo: readonly string[];
  readonly recipients: readonly Recipient[];
};
export type Beginning = {
  readonly from: Pick<DraftContent, 'accountId' | 'identityId' | 'identityReason'>;
  readonly signature: Signature | null;
};

/** As many recipients as are asked about. */
const mostAsked = 50;

export function beginLetter({ accountId, identityId = null, kind, writtenTo, recipients }: BeginQuestion, needs: BeginNeeds): Beginning {
  const account = needs.accounts.find(accountId ?? '');
  if (account === null) return { from: { accountId }, signature: null };
  const usual = identitiesOf(account)[0];
  if (usual === undefined) return { from: { accountId }, signature: null };
  const wanted = identityId === null ? null : identityOf(account, identityId);
  if (wanted !== null) return from(wanted, 'by-hand', kind);
  if (account.provider === 'practice') return from(usual, 'usual', kind);
  const addresses = recipients.flatMap((one) => (one.kind === 'good' ? [one.address] : [])).slice(0, mostAsked);
  // A disk that refuses to tell costs the guess, not the letter.
  const known = addresses.length === 0 ? null : lastUsed(needs, addresses);
  const { identity, reason } = chooseIdentity({
    identities: realIdentities(account, needs.accounts.all()),
    writtenTo,
    recipients: addresses,
    lastUsed: known?.ok === true ? known.value : [],
    usual,
  });
  return from(identity, reason, kind);
}

/** This account's first. What is practised goes nowhere, so nothing real goes there by itself. */
const realIdentities = (first: Account, all: readonly Account[]): readonly Identity[] =>
  [first, ...all.filter(({ id, provider }) => id !== first.id && provider !== 'practice')].flatMap(identitiesOf);

const from = (identity: Identity, identityReason: NonNullable<DraftContent['identityReason']>, kind: 'new' | 'answers'): Beginning => ({
  from: {
    accountId: identity.accountId,
    ...(identity.id === identity.accountId ? {} : { identityId: identity.id }),
    ...(identityReason === 'usual' ? {} : { identityReason }),
  },
  signature: usualSignature(identity, kind),
});

/** A letter's text above its signature. */
export const withSignature = (html: string, signature: Signature | null): string =>
  signature === null ? html : `${html}<p></p>${signatureBlock(signature)}`;

/** Room to write, then what is answered, with the signature where it belongs. */
export function aroundQuote(quoted: string, signature: Signature | null): string {
  const block = signature === null ? '' : signatureBlock(signature);
  return signature?.place === 'below-quote' ? `<p></p>${quoted}${block}` : `<p></p>${block}${quoted}`;
}
