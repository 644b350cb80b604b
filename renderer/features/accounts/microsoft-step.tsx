// Microsoft's accounts while the program is not registered there: the truth, before anyone types a password that would be refused.
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { OauthProviderId } from '../../../electron/contract/model/accounts';
import { type Provider, providers } from '../../../electron/domain/providers';
import { useStrings } from '../../strings/words';
import { ExternalLink } from '../frame/external-link';
import { providerTitle } from './provider-names';
import { SignInSetup } from './sign-in-setup';
import classes from './wizard.module.css';
import { wizard } from './wizard-store';

export function MicrosoftStep({ other }: { readonly other?: ReactNode }) {
  const { accounts } = useStrings();
  const { form } = wizard.use();
  const [setup, setSetup] = useState<OauthProviderId | null>(null);
  const provider: Provider = providers[form.provider];
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <IconLock size={24} stroke={1.5} className={classes.brand} aria-hidden />
        <h2 className={classes.title}>{form.address}</h2>
        <p className={classes.lead}>
          {accounts.notes['browser-only']} {accounts.browser.missing(accounts.browser.providers.microsoft)}
        </p>
        {provider.links.help !== undefined && (
          <p className={classes.lead}>
            <ExternalLink url={provider.links.help}>{accounts.help(providerTitle(form.provider, accounts))}</ExternalLink>
          </p>
        )}
        <div className={classes.actions}>
          <Button size="md" variant="default" onClick={() => setSetup('microsoft')}>
            {accounts.browser.setUp}
          </Button>
          <Button size="md" autoFocus onClick={() => wizard.set((before) => ({ ...before, step: 'who' }))}>
            {accounts.useAnother}
          </Button>
        </div>
        {other}
        <SignInSetup provider={setup} onClose={() => setSetup(null)} />
      </div>
    </div>
  );
}
