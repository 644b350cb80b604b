// Taking a sign-in with the browser back: at the provider where that can be, and here in any case. Waiting mail stays.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { say, sayFailure } from '../frame/notices';

export function SignOut({ account }: { readonly account: Account }) {
  const { browser } = useStrings().accounts;
  const [isBusy, setBusy] = useState(false);
  const signOut = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('accounts.signOut', { accountId: account.id });
    setBusy(false);
    if (answer.ok) say({ tone: 'plain', text: answer.value.wasRevoked ? browser.signedOutThere : browser.signedOut });
    else sayFailure(answer.failure);
  };
  return (
    <Button variant="default" loading={isBusy} onClick={() => void signOut()}>
      {browser.out}
    </Button>
  );
}
