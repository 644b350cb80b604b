// The password, app password or key: what it is called at this provider, where it is made, and where it is kept.
import { ActionIcon, Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { passwordShape } from '../../../electron/domain/app-password';
import { type Provider, providers } from '../../../electron/domain/providers';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { ExternalLink } from '../frame/external-link';
import type { AccountForm } from './account-form';
import { fieldId } from './field-ids';
import { providerTitle } from './provider-names';
import classes from './secret-field.module.css';
import { secretNameKey } from './sign-in-names';
import type { VaultState } from './use-vault';

/** What the provider's notes say beside the password; the others belong elsewhere. */
const besidePassword: ReadonlySet<string> = new Set([
  'own-password-refused',
  'two-step-needed',
  'app-password-with-two-step',
  'token-is-user-and-password',
  'key-and-secret',
  'smtp-key-not-api-key',
  'credentials-of-region',
]);

export function SecretField(props: {
  readonly form: AccountForm;
  readonly error: string | undefined;
  readonly isStored: boolean;
  readonly onChange: (form: AccountForm) => void;
}) {
  const { form, error, isStored, onChange } = props;
  const { accounts, way } = useStrings();
  const [isShown, setShown] = useState(false);
  const provider: Provider = providers[form.provider];
  const title = providerTitle(form.provider, accounts);
  const notes = provider.notes.filter((note) => besidePassword.has(note)).map((note) => accounts.notes[note]);
  const shape = passwordShape(form.provider, form.password);
  const said = shape === 'app' ? way.appPassword : shape === 'other' && form.provider !== 'fastmail' ? way.notAppPassword(title) : '';
  const Eye = isShown ? IconEyeOff : IconEye;
  return (
    <div>
      <Field
        id={fieldId('password')}
        label={accounts.secretNames[secretNameKey(form.provider)]}
        type={isShown ? 'text' : 'password'}
        autoComplete="off"
        maxLength={4096}
        value={form.password}
        error={error}
        onChange={(password) => onChange({ ...form, password })}
        hint={[said, isStored ? accounts.storedPassword : '', ...notes].filter(Boolean).join(' ')}
        after={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={accounts.showPassword}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            <Eye size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        }
      />
      <p className={classes.links}>
        {provider.links.password !== undefined && <ExternalLink url={provider.links.password}>{accounts.makePassword(title)}</ExternalLink>}
        {provider.links.help !== undefined && <ExternalLink url={provider.links.help}>{accounts.help(title)}</ExternalLink>}
      </p>
    </div>
  );
}

/** Said only where the computer can't keep the password: an open key store needs no words. */
export function KeepNote({ vault }: { readonly vault: VaultState }) {
  const { accounts } = useStrings();
  if (vault.kind === 'os' || vault.kind === 'unknown') return null;
  return (
    <p className={classes.keep}>
      {vault.kind === 'locked' ? accounts.lockedVault : accounts.noVault}{' '}
      <Button variant="subtle" size="compact-xs" px={2} onClick={vault.lookAgain}>
        {accounts.lookAgain}
      </Button>
    </p>
  );
}
