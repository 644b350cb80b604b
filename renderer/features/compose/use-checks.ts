// Looks at the draft when the typing rests: what stands in the way of sending it, and what to look at.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { Attachment, DraftContent } from '../../../electron/contract/model/drafts';
import { identityOf } from '../../../electron/domain/identities/identity';
import { providers } from '../../../electron/domain/providers';
import { checkBeforeSending, estimateSize } from '../../../electron/domain/send-checks';
import { hintsBeforeSending, type SendHint } from '../../../electron/domain/send-hints';
import { session } from '../frame/session';
import type { DraftKeeper } from './draft-keeper';

export type Checks = {
  readonly problems: readonly Failure[];
  readonly hints: readonly SendHint[];
  /** Octets on the wire, about. */
  readonly size: number;
  /** What the provider takes, octets; null: not known for certain, the server tells when it is sent. */
  readonly sizeLimit: number | null;
};

/** ms */
const AFTER = 300;

/** Pictures that are not in the text any more are not sent. */
const thatGo = (content: DraftContent, attachments: readonly Attachment[]): Attachment[] =>
  attachments.filter(({ cid, sha256 }) => cid === null || content.html.includes(sha256));

export function checkDraft(content: DraftContent, attachments: readonly Attachment[], accounts: readonly Account[]): Checks {
  const account = accounts.find(({ id }) => id === content.accountId) ?? null;
  const identity = account === null ? null : identityOf(account, content.identityId);
  const going = thatGo(content, attachments);
  const limits = account === null ? null : providers[account.provider].limits;
  const sizeLimit = limits?.isConfirmed ? (limits.messageSize ?? null) : null;
  const problems = checkBeforeSending({ content, attachments: going, account: identity ?? account, sizeLimit });
  return {
    sizeLimit,
    problems: account !== null && identity === null ? [{ code: 'identity-missing' }, ...problems] : problems,
    hints: hintsBeforeSending(content, going),
    size: estimateSize(content, going),
  };
}

export function useChecks(keeper: DraftKeeper, attachments: readonly Attachment[]): Checks {
  const accounts = session.use((value) => value.accounts);
  const [checks, setChecks] = useState(() => checkDraft(keeper.content(), attachments, accounts));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      setChecks(checkDraft(keeper.content(), attachments, accounts));
    };
    look();
    const stop = keeper.onChange(() => {
      clearTimeout(timer); // only when the typing rests: reading a long letter takes a moment
      timer = setTimeout(look, AFTER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [keeper, attachments, accounts]);
  return checks;
}
