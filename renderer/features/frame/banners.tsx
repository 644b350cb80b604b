// What concerns everything and needs the person: a stopped engine, a paused account, a time that was missed.
import { Button } from '@mantine/core';
import type { Failure } from '../../../electron/contract/failure';
import type { Status } from '../../../electron/contract/model/status';
import { accountOfLane, isLane, lanesOf } from '../../../electron/domain/identities/identity';
import { askShell } from '../../api';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { useCoached } from '../../ui/coach-context';
import { openAccountAt } from '../accounts/account-wish';
import { MissedBanner } from './missed-banner';
import { navigation, open } from './navigation';
import { session, useAccount } from './session';

/** The password is what has to be mended; everything else is mended in the account's own page. */
const needsPassword = (failure: Failure): boolean =>
  ['sign-in-refused', 'app-password-needed', 'imap-sign-in-refused', 'secret-missing', 'vault-unreadable'].includes(failure.code);

export function Banners({ status }: { readonly status: Status }) {
  const { frame } = useStrings();
  const engine = session.use((value) => value.engine);
  // Whoever has said once and for all that they are kept is not asked about each.
  const isAsked = session.use((value) => value.settings.whenMissed !== 'keep');
  const openAccount = navigation.use((value) => (value.room === 'accounts' ? value.selected.accounts : null));
  // The account's own page says it already, with more room.
  const paused = status.paused.filter(({ accountId }) => accountOfLane(accountId) !== openAccount);
  const [first] = paused;
  return (
    <>
      {engine === 'down' && <Banner tone="wait">{frame.engineDown}</Banner>}
      {engine === 'lost' && <LostBanner />}
      {status.missed > 0 && isAsked && <MissedBanner count={status.missed} />}
      {first !== undefined && paused.length === 1 && <PausedBanner {...first} />}
      {paused.length > 1 && (
        <Banner
          tone="warn"
          action={
            <Button variant="default" size="xs" onClick={() => open('accounts', null)}>
              {frame.lookAtAccounts}
            </Button>
          }
        >
          {frame.pausedMany(paused.length)}
        </Banner>
      )}
    </>
  );
}

/** The engine does not run and is not started by itself: why, what becomes of what is typed, and the way back. */
function LostBanner() {
  const { frame, failures } = useStrings();
  const failure = session.use((value) => value.engineFailure);
  const why = failure === null ? frame.engineLost : `${failures[failure.code].says(failure)} ${failures[failure.code].remedy(failure)}`;
  return (
    <Banner
      tone="bad"
      action={
        <Button variant="default" size="xs" onClick={() => void askShell('engine.start', {})}>
          {frame.startEngine}
        </Button>
      }
    >
      {`${why} ${frame.notSavedNow}`}
    </Banner>
  );
}

/** One account stands still: why, and the way to what mends it. */
function PausedBanner({ accountId, failure }: Status['paused'][number]) {
  const { frame, failures } = useStrings();
  const account = useAccount(accountId);
  const address = (account === null ? undefined : lanesOf(account).find(({ id }) => id === accountId)?.address) ?? account?.address ?? '';
  const coached = useCoached(failure);
  const why = coached?.isSpecific === true ? `${coached.words.title}.` : failures[failure.code].says(failure);
  // What an identity's own server wants is mended in the identity, on the account's page.
  const isPassword = needsPassword(failure) && !isLane(accountId);
  return (
    <Banner
      tone="warn"
      action={
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            isPassword ? openAccountAt(accountId, { kind: 'field', field: 'password' }) : open('accounts', accountOfLane(accountId))
          }
        >
          {isPassword ? frame.enterPassword : frame.lookAtAccount}
        </Button>
      }
    >
      {`${frame.paused(address)} ${why}`}
    </Banner>
  );
}
