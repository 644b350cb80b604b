// How an account signs in: with the browser, or with a password; and the way from one to the other where there are both.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account, OauthProviderId } from '../../../electron/contract/model/accounts';
import type { BrowserSignIn as Ready } from '../../../electron/contract/model/oauth';
import { type Provider, providers, recogniseHost } from '../../../electron/domain/providers';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { type AccountForm, accountOf } from './account-form';
import { BrowserSignIn } from './browser-sign-in';
import classes from './browser-sign-in.module.css';
import { KeepNote, SecretField } from './secret-field';
import { SignInSetup } from './sign-in-setup';
import type { BrowserSigningIn } from './use-browser-sign-in';
import type { VaultState } from './use-vault';

export const isReady = (ready: Ready | null, provider: OauthProviderId): boolean =>
  provider === 'own' ? ready?.own != null : ready?.[provider] === true;

/** Which providers the program can sign people in at; null: not known yet. */
export const useReady = (): Ready | null => useQuery('accounts.browserSignIn', {}).value;

type Props = {
  readonly form: AccountForm;
  readonly passwordError: string | undefined;
  readonly vault: VaultState;
  /** A password is stored already, so the field may stay empty. */
  readonly isStored: boolean;
  readonly signingIn: BrowserSigningIn;
  /** Null: not known yet. */
  readonly isSignedIn: boolean | null;
  /** Whether the form can be used at all; shows what is wrong if not. */
  readonly isUsable: () => boolean;
  readonly onChange: (form: AccountForm) => void;
};

export function SignInWays({ form, passwordError, vault, isStored, signingIn, isSignedIn, isUsable, onChange }: Props) {
  const { browser } = useStrings().accounts;
  const ready = useReady();
  const [setup, setSetup] = useState<OauthProviderId | null>(null);
  const provider: Provider = providers[form.provider];
  // Somebody may have typed a known provider's servers by hand.
  const host = form.provider === 'other' ? recogniseHost(form.smtp.host) : null;
  const known: Provider = host === null ? provider : providers[host];
  const offered = known.oauth ?? provider.oauth;
  const account = (): Account | null => (isUsable() ? accountOf(form) : null);
  const title = (id: OauthProviderId): string => (id === 'own' ? (ready?.own ?? browser.providers.own) : browser.providers[id]);

  if (form.oauth !== null) {
    const { oauth } = form;
    const isMissing = ready !== null && !isReady(ready, oauth);
    return (
      <div className={classes.part}>
        {isMissing ? (
          <p className={classes.soft}>
            {oauth === 'own' ? browser.missingOwn : browser.missing(title(oauth))}{' '}
            <Button variant="subtle" size="compact-sm" px={2} onClick={() => setSetup(oauth)}>
              {browser.setUp}
            </Button>
          </p>
        ) : (
          <BrowserSignIn signingIn={signingIn} account={account} provider={title(oauth)} isSignedIn={isSignedIn} />
        )}
        <SignInSetup provider={setup} onClose={() => setSetup(null)} />
        {(vault.kind === 'none' || vault.kind === 'locked') && <p className={classes.soft}>{browser.noVault}</p>}
        {provider.signIn !== 'oauth2-only' && (
          <p>
            <Button variant="subtle" size="compact-sm" px={2} onClick={() => onChange({ ...form, oauth: null })}>
              {provider.signIn === 'app-password' ? browser.withAppPassword : browser.withPassword}
            </Button>
          </p>
        )}
      </div>
    );
  }
  return (
    <>
      <SecretField form={form} error={passwordError} isStored={isStored} onChange={onChange} />
      {(!isStored || form.password !== '') && <KeepNote vault={vault} />}
      {offered !== undefined && isReady(ready, offered) && (
        <p>
          <Button variant="subtle" size="compact-sm" px={2} onClick={() => onChange({ ...form, oauth: offered, password: '' })}>
            {browser.instead}
          </Button>
        </p>
      )}
      {offered !== undefined && ready !== null && !isReady(ready, offered) && (
        <p className={classes.soft}>
          {offered !== 'own' && `${browser.missing(title(offered))} ${provider.signIn === 'app-password' ? browser.missingGmail : ''} `}
          <Button variant="subtle" size="compact-sm" px={2} onClick={() => setSetup(offered)}>
            {browser.setUp}
          </Button>
        </p>
      )}
      <SignInSetup provider={setup} onClose={() => setSetup(null)} />
    </>
  );
}
