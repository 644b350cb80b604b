// Removing an account can't be undone (its password goes), so it asks first and says what happens to waiting mail.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { askShell, call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { open } from '../frame/navigation';
import { say } from '../frame/notices';
import { session } from '../frame/session';
import classes from './remove-account.module.css';

export function RemoveAccount({ account }: { readonly account: Account }) {
  const { accounts, frame } = useStrings();
  const [waiting, setWaiting] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => setWaiting(null);

  const ask = async (): Promise<void> => {
    const answer = await call('accounts.waiting', { accountId: account.id });
    setFailure(answer.ok ? null : answer.failure);
    setWaiting(answer.ok ? answer.value.waiting : 0);
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    // While the account is still there to be signed out of; where the provider can't be reached, it goes all the same.
    if (account.oauth !== undefined) await call('accounts.signOut', { accountId: account.id });
    const answer = await askShell('accounts.remove', { accountId: account.id });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    close();
    open('accounts', null);
    session.set((before) => ({ ...before, accounts: answer.value }));
    say({ tone: 'plain', text: accounts.removed(account.address) });
  };
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => void ask()}>
        {accounts.remove}
      </Button>
      <Modal
        opened={waiting !== null}
        onClose={close}
        title={accounts.removeTitle(account.address)}
        closeButtonProps={{ 'aria-label': frame.close }}
        centered
      >
        <div className={classes.words}>
          <p>{waiting === null || waiting === 0 ? accounts.removeNothingWaits : accounts.removeWaiting(waiting)}</p>
          {failure !== null && <FailureNote failure={failure} isNews />}
          <div className={classes.actions}>
            <Button variant="default" onClick={close} data-autofocus>
              {accounts.removeNo}
            </Button>
            <Button color="red" loading={isBusy} onClick={() => void remove()}>
              {accounts.removeYes}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
