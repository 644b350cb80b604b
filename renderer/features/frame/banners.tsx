// What concerns everything and needs the person: a stopped engine, a paused account, a time that was missed.
import { Button } from '@mantine/core';
import type { Failure } from '../../../electron/contract/failure';
import type { Status } from '../../../electron/contract/model/status';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { MissedBanner } from './missed-banner';
import { navigation, open } from './navigation';
import { session, useAccounts } from './session';

/** The password is what has to be mended; everything else is mended in the account's own page. */
const needsPassword = (failure: Failure): boolean =>
  ['sign-in-refused', 'app-password-needed', 'imap-sign-in-refused', 'secret-missing', 'vault-unreadable'].includes(failure.code);

export function Banners({ status }: { readonly status: Status }) {
  const { frame, failures } = useStrings();
  const engine = session.use((value) => value.engine);
  const accounts = useAccounts();
  const openAccount = navigation.use((value) => (value.room === 'accounts' ? value.selected.accounts : null));
  // The account's own page says it already, with more room.
  const paused = status.paused.filter(({ accountId }) => accountId !== openAccount);
  const [first] = paused;
  return (
    <>
      {engine === 'down' && <Banner tone="wait">{frame.engineDown}</Banner>}
      {engine === 'lost' && <Banner tone="bad">{frame.engineLost}</Banner>}
      {status.missed > 0 && <MissedBanner count={status.missed} />}
      {first !== undefined && (
        <Banner
          tone="warn"
          action={
            <Button variant="default" size="xs" onClick={() => open('accounts', paused.length === 1 ? first.accountId : null)}>
              {paused.length > 1 ? frame.lookAtAccounts : needsPassword(first.failure) ? frame.enterPassword : frame.lookAtAccount}
            </Button>
          }
        >
          {paused.length > 1
            ? frame.pausedMany(paused.length)
            : `${frame.paused(accounts.find(({ id }) => id === first.accountId)?.address ?? '')} ${failures[first.failure.code].says(first.failure)}`}
        </Banner>
      )}
    </>
  );
}
