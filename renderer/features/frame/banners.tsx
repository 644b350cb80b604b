// What concerns everything and needs the person: a stopped engine, a paused account.
import { Button } from '@mantine/core';
import type { Failure } from '../../../electron/contract/failure';
import type { Status } from '../../../electron/contract/model';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { open } from './navigation';
import { session, useAccounts } from './session';

/** The password is what has to be mended; everything else is mended in the account's own page. */
const needsPassword = (failure: Failure): boolean =>
  ['sign-in-refused', 'app-password-needed', 'imap-sign-in-refused', 'secret-missing', 'vault-unreadable'].includes(failure.code);

export function Banners({ status }: { readonly status: Status }) {
  const { frame, failures } = useStrings();
  const engine = session.use((value) => value.engine);
  const accounts = useAccounts();
  const [first] = status.paused;
  return (
    <>
      {engine === 'down' && <Banner tone="wait">{frame.engineDown}</Banner>}
      {engine === 'lost' && <Banner tone="bad">{frame.engineLost}</Banner>}
      {first !== undefined && (
        <Banner
          tone="warn"
          action={
            <Button variant="default" size="xs" onClick={() => open('accounts', status.paused.length === 1 ? first.accountId : null)}>
              {status.paused.length > 1 ? frame.lookAtAccounts : needsPassword(first.failure) ? frame.enterPassword : frame.lookAtAccount}
            </Button>
          }
        >
          {status.paused.length > 1
            ? frame.pausedMany(status.paused.length)
            : `${frame.paused(accounts.find(({ id }) => id === first.accountId)?.address ?? '')} ${failures[first.failure.code].says(first.failure)}`}
        </Banner>
      )}
    </>
  );
}
