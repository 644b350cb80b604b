// The buttons that do what the coach advises, where they can.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import type { CoachAction } from '../../../electron/domain/coach/entries';
import { lanesOf } from '../../../electron/domain/identities/identity';
import { useStrings } from '../../strings/words';
import { type AccountWish, openAccountAt } from '../accounts/account-wish';
import { providerTitle } from '../accounts/provider-names';
import { openAttachments } from '../compose/wanted-part';
import { ExternalLink } from '../frame/external-link';
import { open } from '../frame/navigation';
import { sayFailure } from '../frame/notices';
import { useAccount } from '../frame/session';
import { useCoaching } from './coaching';
import { type Offer, offersFor, type Place } from './offers';
import { takeBackWithout } from './take-back';

type Props = {
  readonly accountId: string;
  /** The message, where it can be taken back as a draft. */
  readonly entry: OutboxEntry | undefined;
};

/** Empty when nothing can be done here: then there need be no row of buttons either. */
export function useOffers(
  about: Props & { readonly failure: Failure; readonly shown: readonly CoachAction[]; readonly server: Place['server'] },
): readonly Offer[] {
  const { failure, accountId, entry, shown, server } = about;
  const coaching = useCoaching();
  const account = useAccount(accountId);
  const ownServer = ownServerOf(account, entry);
  if (coaching === null) return [];
  const count = (states: readonly string[]): number => entry?.recipients.filter(({ state }) => states.includes(state)).length ?? 0;
  const message =
    entry === undefined
      ? null
      : { attachments: entry.attachments.length, refused: count(['refused']), open: count(['pending', 'deferred']) };
  // Some may be refused while what is told of the message is about the others.
  const actions = new Set<CoachAction>([
    ...coaching.coach(failure).actions,
    ...(count(['refused']) > 0 ? (['remove-recipient'] as const) : []),
  ]);
  return offersFor([...actions], { account: ownServer ?? account, message, server, shown });
}

/** The way out of the message, where it goes from an identity with a server of its own: what is wrong is wrong with that one. */
const ownServerOf = (account: Account | null, entry: OutboxEntry | undefined): Account | null =>
  (account === null || entry === undefined ? undefined : lanesOf(account).find(({ address }) => address === entry.item.from)) ?? null;

export function CoachButtons(props: Props & { readonly offers: readonly Offer[] }) {
  return props.offers.map((offer) => <OfferButton key={JSON.stringify(offer)} {...props} offer={offer} />);
}

function OfferButton({ offer, accountId, entry }: Props & { readonly offer: Offer }) {
  const { accounts } = useStrings();
  const coaching = useCoaching();
  const account = useAccount(accountId);
  const [isBusy, setBusy] = useState(false);
  if (coaching === null) return null;
  const { page } = coaching.words;
  // An identity's server is edited where the account's addresses are listed.
  const openAt = (wish: AccountWish): void =>
    ownServerOf(account, entry) === null ? openAccountAt(accountId, wish) : open('accounts', accountId);
  const takeBack = async (refused: readonly string[], then: (draftId: string) => void): Promise<void> => {
    if (entry === undefined) return;
    setBusy(true);
    const draft = await takeBackWithout(entry.item.id, refused);
    setBusy(false);
    if (draft.ok) then(draft.value);
    else sayFailure(draft.failure);
  };
  const button = (label: string, run: () => void) => (
    <Button variant="default" size="xs" disabled={isBusy} onClick={run}>
      {label}
    </Button>
  );
  switch (offer.kind) {
    case 'field':
      return button(labelOf(page.actions, offer.action), () => openAt({ kind: 'field', field: offer.field }));
    case 'other-port':
      return button(page.otherPort(offer.port, accounts.securities[offer.security]), () =>
        openAt({ kind: 'port', port: offer.port, security: offer.security }),
      );
    case 'app-password-page':
      return <ExternalLink url={offer.url}>{page.appPassword(providerTitle(account?.provider ?? 'other', accounts))}</ExternalLink>;
    case 'remove-refused': {
      const refused = entry?.recipients.filter(({ state }) => state === 'refused').map(({ address }) => address) ?? [];
      return button(page.removeRefused(offer.count), () => void takeBack(refused, (draftId) => open('drafts', draftId)));
    }
    case 'shrink':
      return button(page.actions['shrink-message'], () => void takeBack([], openAttachments));
  }
}

const labelOf = (labels: Readonly<Record<string, string>>, action: string): string => labels[action] ?? '';
