// In the settings: which providers the program is registered with.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type OauthProviderId, oauthProviderIds } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import classes from './browser-sign-in.module.css';
import { SignInSetup } from './sign-in-setup';
import { isReady, useReady } from './sign-in-ways';

export function SignInSettings() {
  const { browser } = useStrings().accounts;
  const ready = useReady();
  const [setup, setSetup] = useState<OauthProviderId | null>(null);
  return (
    <>
      <p className={classes.soft}>{browser.settingsHint}</p>
      {oauthProviderIds.map((id) => (
        <div key={id} className={classes.row}>
          <Button variant="default" onClick={() => setSetup(id)}>
            {id === 'own' ? (ready?.own ?? browser.providers.own) : browser.providers[id]}
          </Button>
          <StateChip tone={isReady(ready, id) ? 'good' : 'plain'}>{isReady(ready, id) ? browser.isSetUp : browser.notSetUp}</StateChip>
        </div>
      ))}
      <SignInSetup provider={setup} onClose={() => setSetup(null)} />
    </>
  );
}
