// How the program is registered with a provider, step by step, and the fields for what comes of it.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { OauthProviderId } from '../../../electron/contract/model/accounts';
import type { OauthClients } from '../../../electron/contract/model/oauth';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { ExternalLink } from '../frame/external-link';
import { say } from '../frame/notices';
import { session } from '../frame/session';
import { changeSettings } from '../settings/change-settings';
import classes from './browser-sign-in.module.css';

const consoles: Readonly<Record<OauthProviderId, string | null>> = {
  google: 'https://console.cloud.google.com/apis/credentials',
  microsoft: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  own: null,
};

export function SignInSetup(props: { readonly provider: OauthProviderId | null; readonly onClose: () => void }) {
  const { provider, onClose } = props;
  const { accounts, frame } = useStrings();
  return (
    <Modal
      opened={provider !== null}
      onClose={onClose}
      size="lg"
      title={accounts.browser.setUp}
      closeButtonProps={{ 'aria-label': frame.close }}
      centered
    >
      {provider !== null && <SetupForm key={provider} provider={provider} onClose={onClose} />}
    </Modal>
  );
}

function SetupForm({ provider, onClose }: { readonly provider: OauthProviderId; readonly onClose: () => void }) {
  const { browser } = useStrings().accounts;
  const [clients, setClients] = useState<OauthClients>(() => session.get().settings.oauth);
  const [hasTried, setTried] = useState(false);
  const page = consoles[provider];
  const issuer = clients.own.issuer.trim();
  const isIssuerWrong = provider === 'own' && issuer !== '' && !(URL.canParse(issuer) && new URL(issuer).protocol === 'https:');
  const save = async (): Promise<void> => {
    setTried(true);
    if (isIssuerWrong) return;
    await changeSettings({ oauth: trimmed(clients) });
    say({ tone: 'good', text: browser.saved });
    onClose();
  };
  return (
    <div className={classes.form}>
      <ol className={classes.steps}>
        {browser.steps[provider].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {page !== null && (
        <p>
          <ExternalLink url={page}>{browser.registered}</ExternalLink>
        </p>
      )}
      <SetupFields
        provider={provider}
        clients={clients}
        issuerProblem={hasTried && isIssuerWrong ? browser.fields.issuerProblem : undefined}
        onChange={setClients}
      />
      <div className={classes.actions}>
        <Button onClick={() => void save()}>{browser.save}</Button>
        <Button variant="default" onClick={onClose}>
          {browser.close}
        </Button>
      </div>
    </div>
  );
}

type FieldsProps = {
  readonly provider: OauthProviderId;
  readonly clients: OauthClients;
  readonly issuerProblem: string | undefined;
  readonly onChange: (clients: OauthClients) => void;
};

function SetupFields({ provider, clients, issuerProblem, onChange }: FieldsProps) {
  const { fields } = useStrings().accounts.browser;
  const { google, microsoft, own } = clients;
  switch (provider) {
    case 'google':
      return (
        <>
          <Field
            label={fields.clientId}
            value={google.clientId}
            maxLength={500}
            onChange={(clientId) => onChange({ ...clients, google: { ...google, clientId } })}
          />
          <Field
            label={fields.clientSecret}
            hint={fields.clientSecretHint}
            value={google.clientSecret}
            maxLength={500}
            onChange={(clientSecret) => onChange({ ...clients, google: { ...google, clientSecret } })}
          />
        </>
      );
    case 'microsoft':
      return (
        <>
          <Field
            label={fields.clientId}
            value={microsoft.clientId}
            maxLength={500}
            onChange={(clientId) => onChange({ ...clients, microsoft: { ...microsoft, clientId } })}
          />
          <Field
            label={fields.tenant}
            hint={fields.tenantHint}
            value={microsoft.tenant}
            maxLength={100}
            onChange={(tenant) => onChange({ ...clients, microsoft: { ...microsoft, tenant } })}
          />
        </>
      );
    case 'own': {
      const set = (part: Partial<OauthClients['own']>): void => onChange({ ...clients, own: { ...own, ...part } });
      return (
        <>
          <Field label={fields.name} value={own.name} maxLength={100} onChange={(name) => set({ name })} />
          <Field label={fields.issuer} value={own.issuer} maxLength={500} error={issuerProblem} onChange={(issuer) => set({ issuer })} />
          <Field label={fields.scopes} value={own.scopes} maxLength={1000} onChange={(scopes) => set({ scopes })} />
          <Field label={fields.clientId} value={own.clientId} maxLength={500} onChange={(clientId) => set({ clientId })} />
          <Field
            label={fields.clientSecret}
            hint={fields.clientSecretHint}
            value={own.clientSecret}
            maxLength={500}
            onChange={(clientSecret) => set({ clientSecret })}
          />
        </>
      );
    }
  }
}

/** What was pasted brings spaces and line ends along. */
const trimmed = ({ google, microsoft, own }: OauthClients): OauthClients => ({
  google: { clientId: tight(google.clientId), clientSecret: tight(google.clientSecret) },
  microsoft: { clientId: tight(microsoft.clientId), tenant: tight(microsoft.tenant).replace(/[^A-Za-z0-9.-]/g, '') },
  own: {
    name: own.name.trim(),
    issuer: own.issuer.trim(),
    scopes: own.scopes.trim(),
    clientId: tight(own.clientId),
    clientSecret: tight(own.clientSecret),
  },
});

const tight = (text: string): string => text.replace(/[\s\p{Cc}]/gu, '');
