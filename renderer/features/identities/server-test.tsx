// Tries an identity's own server as it is typed, before it is saved: signed in to, and nothing sent.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import { laneId, lanesOf } from '../../../electron/domain/identities/identity';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import { CheckLine } from '../accounts/check-line';
import { useCheck } from '../accounts/use-check';
import classes from './identities.module.css';
import { type IdentityForm, withIdentity } from './identity-form';

type Props = {
  readonly account: Account;
  readonly form: IdentityForm;
  /** Shows what is still wrong with the form; false: something is. */
  readonly isUsable: () => boolean;
};

/** As those who send know it; reading is the account's business. */
const laneOf = (account: Account, form: IdentityForm): Account | null => {
  const lane = lanesOf(withIdentity(account, form)).find(({ id }) => id === laneId(account.id, form.id));
  return lane === undefined ? null : { ...lane, imap: null };
};

export function ServerTest({ account, form, isUsable }: Props) {
  const { accounts, identities } = useStrings();
  const check = useCheck();
  const [testedAs, setTestedAs] = useState('');
  const gist = JSON.stringify([form.server, form.password]);
  const isFresh = testedAs === gist;
  const begin = (): void => {
    const lane = isUsable() ? laneOf(account, form) : null;
    if (lane === null) return;
    setTestedAs(gist);
    check.run(lane, form.password === '' ? { kind: 'stored' } : { kind: 'typed', password: form.password }, null);
  };
  return (
    <>
      <div className={classes.test}>
        {check.state === 'running' ? (
          <Button variant="default" size="xs" onClick={check.cancel}>
            {accounts.cancelCheck}
          </Button>
        ) : (
          <Button variant="default" size="xs" onClick={begin}>
            {identities.test}
          </Button>
        )}
        <span role="status">
          {isFresh && check.state === 'done' && check.report?.canSend === true && <StateChip tone="good">{accounts.allFine}</StateChip>}
        </span>
      </div>
      {isFresh && check.report !== null && <CheckLine report={check.report} hasIncoming={false} actionsFor={() => null} />}
      {isFresh && check.failure !== null && <FailureNote failure={check.failure} isNews />}
    </>
  );
}
