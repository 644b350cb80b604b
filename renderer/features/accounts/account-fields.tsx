// The fields of an account: servers (folded while nobody needs them), the secret, and where it is kept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Provider, providers } from '../../../electron/domain/providers';
import { useStrings } from '../../strings/words';
import { SelectField } from '../../ui/field';
import classes from './account-fields.module.css';
import { type AccountForm, fillIn } from './account-form';
import { type FieldErrors, ServerFields, ServerSummary } from './server-fields';
import { SignInWays } from './sign-in-ways';
import type { BrowserSigningIn } from './use-browser-sign-in';
import type { VaultState } from './use-vault';
import { WaySection } from './way-section';

type Props = {
  readonly form: AccountForm;
  readonly errors: FieldErrors;
  readonly vault: VaultState;
  /** A password is stored already, so the field may stay empty. */
  readonly isStored: boolean;
  /** In the wizard's "other server": the proposal is a guess, so it is shown as fields and says so. */
  readonly areServersOpen: boolean;
  readonly isIncomingInDoubt: boolean;
  /** Somebody was led to the way to the servers. */
  readonly isWayWanted?: boolean;
  readonly signingIn: BrowserSigningIn;
  /** With the browser; null: not known yet. */
  readonly isSignedIn: boolean | null;
  readonly isUsable: () => boolean;
  readonly onChange: (form: AccountForm) => void;
};

/** Notes about the mailbox and the servers; those about the password stand beside it. */
const besideServers: ReadonlySet<string> = new Set([
  'turn-on-imap',
  'no-sent-folder',
  'sandbox-catches',
  'verified-sender',
  'settings-from-provider',
]);

export function AccountFields({
  form,
  errors,
  vault,
  isStored,
  areServersOpen,
  isIncomingInDoubt,
  isWayWanted = false,
  onChange,
  ...signIn
}: Props) {
  const { accounts } = useStrings();
  const [wasOpened, setOpened] = useState(areServersOpen);
  const hasServerError = Object.keys(errors).some((field) => field.startsWith('smtp.') || field.startsWith('imap.'));
  const provider: Provider = providers[form.provider];
  const notes = provider.notes.filter((note) => besideServers.has(note) && (areServersOpen || note !== 'settings-from-provider'));
  const isOpen = wasOpened || areServersOpen || hasServerError;
  return (
    <div className={classes.fields}>
      {provider.servers.length > 1 && (
        <SelectField
          label={accounts.serverChoice}
          value={form.choice ?? provider.servers.find(({ smtp }) => smtp[0].host === form.smtp.host)?.key ?? provider.servers[0].key}
          options={provider.servers.map(({ key }) => [key, key] as const)}
          onChange={(choice) =>
            onChange({
              ...fillIn(form, form.provider, choice),
              smtp: { ...fillIn(form, form.provider, choice).smtp, user: form.smtp.user },
            })
          }
        />
      )}
      <section className={classes.servers}>
        {isOpen ? (
          <ServerFields form={form} errors={errors} isIncomingInDoubt={isIncomingInDoubt} onChange={onChange} />
        ) : (
          <ServerSummary form={form} onOpen={() => setOpened(true)} />
        )}
        {isOpen && !areServersOpen && !hasServerError && (
          <Button variant="subtle" size="compact-sm" className={classes.fold ?? ''} onClick={() => setOpened(false)}>
            {accounts.fold}
          </Button>
        )}
        {notes.map((note) => (
          <p key={note} className={classes.note}>
            {accounts.notes[note]}
          </p>
        ))}
      </section>
      <SignInWays form={form} passwordError={errors.password} vault={vault} isStored={isStored} onChange={onChange} {...signIn} />
      <WaySection form={form} errors={errors} isWanted={isWayWanted} onChange={onChange} />
    </div>
  );
}
