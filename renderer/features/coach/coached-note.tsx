// A failure with the coach's buttons: in the outbox and in an account's page.
import type { ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import type { CoachAction } from '../../../electron/domain/coach/entries';
import { FailureNote } from '../../ui/failure-note';
import { CoachButtons, useOffers } from './coach-buttons';
import type { Place } from './offers';

type Props = {
  readonly failure: Failure;
  readonly tone: 'bad' | 'warn';
  readonly accountId: string;
  /** The message, where it can be taken back as a draft. */
  readonly entry?: OutboxEntry | undefined;
  /** Left out: the one that sends. */
  readonly server?: Place['server'];
  /** What the place has a button for already. */
  readonly shown?: readonly CoachAction[];
  /** Buttons of the place itself, before the coach's. */
  readonly children?: ReactNode;
};

export function CoachedNote({ failure, tone, accountId, entry, server = 'smtp', shown = [], children }: Props) {
  const offers = useOffers({ failure, accountId, entry, server, shown });
  const hasActions = offers.length > 0 || children !== undefined;
  const actions = (
    <>
      {children}
      <CoachButtons offers={offers} accountId={accountId} entry={entry} />
    </>
  );
  return <FailureNote failure={failure} tone={tone} {...(hasActions ? { actions } : {})} />;
}
