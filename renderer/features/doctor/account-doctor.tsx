// The doctor's own room: one account, examined as it is saved. What is to be typed is typed on the account's page.
import { useId } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import { withPin } from '../../../electron/domain/way/pins';
import { formatPlace } from '../../strings/format';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { type AccountForm, formOf } from '../accounts/account-form';
import { openAccountAt } from '../accounts/account-wish';
import { BrowserSignIn } from '../accounts/browser-sign-in';
import { providerTitle } from '../accounts/provider-names';
import type { PageRemedy } from '../accounts/remedy-buttons';
import { saveAccount } from '../accounts/save-account';
import { useBrowserSignIn } from '../accounts/use-browser-sign-in';
import { say, sayFailure } from '../frame/notices';
import { useAccount } from '../frame/session';
import classes from './account-doctor.module.css';
import { DoctorPanel } from './doctor-panel';
import { asSaved } from './use-doctor';

export function AccountDoctor({ accountId }: { readonly accountId: string }) {
  const { frame } = useStrings();
  const account = useAccount(accountId);
  return account === null ? <EmptyState sentence={frame.nothingOpen.doctor} /> : <Known account={account} />;
}

/** Saved at once, and nothing else with it. */
async function keep(account: Account, change: Partial<Pick<AccountForm, 'trustedCertificates' | 'sentFolder'>>): Promise<boolean> {
  const failed = await saveAccount({ ...formOf(account), ...change });
  if (failed !== null) sayFailure(failed);
  return failed === null;
}

function Known({ account }: { readonly account: Account }) {
  const { accounts, doctor, way } = useStrings();
  const heading = useId();
  const provider = accounts.browser.providers[account.oauth ?? 'own'];
  const signingIn = useBrowserSignIn(() => say({ tone: 'good', text: accounts.browser.done(provider) }));
  const { kind } = signingIn.state;
  const onRemedy = (remedy: PageRemedy): void => {
    if (remedy.kind === 'use-port') openAccountAt(account.id, { kind: 'port', port: remedy.port, security: remedy.security });
    else if (remedy.kind === 'edit') openAccountAt(account.id, { kind: 'field', field: remedy.field });
    else if (remedy.kind === 'sign-in') signingIn.begin(account);
  };
  return (
    <article className={classes.view} aria-labelledby={heading}>
      <header>
        <h2 id={heading} className={classes.title}>
          {account.address}
        </h2>
        <p className={classes.facts}>{providerTitle(account.provider, accounts)}</p>
      </header>
      {kind !== 'idle' && (
        <BrowserSignIn signingIn={signingIn} account={() => account} provider={provider} isSignedIn={kind === 'done' ? true : null} />
      )}
      <DoctorPanel
        title={doctor.title(account.address)}
        subject={() => asSaved(account)}
        onRemedy={onRemedy}
        onTrust={async (pin) => {
          const isKept = await keep(account, { trustedCertificates: withPin(account.trustedCertificates ?? [], pin) });
          if (isKept) say({ tone: 'good', text: way.saved(formatPlace(pin, '')) });
          return isKept;
        }}
        onSentFolder={(sentFolder) => keep(account, { sentFolder })}
      />
    </article>
  );
}
