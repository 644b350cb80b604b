// Where mail is handed over and where Sent lives: as two quiet lines, or as fields when they are to be changed.
import { Button } from '@mantine/core';
import { useStrings } from '../../strings/words';
import { Field, SelectField } from '../../ui/field';
import { type AccountForm, hasOneToken, type ServerForm, withHost, withPort } from './account-form';
import type { FieldName } from './account-form';
import { fieldId } from './field-ids';
import { providers } from '../../../electron/domain/providers';
import classes from './server-fields.module.css';
import { userNameKey } from './sign-in-names';

export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;
type Props = { readonly form: AccountForm; readonly errors: FieldErrors; readonly onChange: (form: AccountForm) => void };

export function ServerSummary({ form, onOpen }: { readonly form: AccountForm; readonly onOpen: () => void }) {
  const { accounts } = useStrings();
  const line = (server: ServerForm): string => accounts.summary(server.host, server.port, accounts.securities[server.security]);
  return (
    <div>
      <header className={classes.header}>
        <h3 className={classes.heading}>{accounts.servers}</h3>
        <Button variant="subtle" size="compact-sm" onClick={onOpen} aria-label={`${accounts.change}: ${accounts.servers}`}>
          {accounts.change}
        </Button>
      </header>
      <dl className={classes.summary}>
        <dt>{accounts.sending}</dt>
        <dd>{line(form.smtp)}</dd>
        <dt>{accounts.incoming}</dt>
        <dd>{form.imap === null ? accounts.localSent : line(form.imap)}</dd>
        {form.smtp.user !== '' && (
          <>
            <dt>{accounts.signsInAs}</dt>
            <dd>{form.smtp.user}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

export function ServerFields({ form, errors, onChange }: Props) {
  const { accounts } = useStrings();
  const { imap } = form;
  const noIncoming = (): void => onChange({ ...form, imap: null, sentPolicy: 'local', sentFolder: null });
  const anIncoming = (): void => {
    const host = form.smtp.host.replace(/^(smtp|mail)\./, 'imap.');
    onChange({ ...form, imap: { host, port: '993', security: 'tls', user: form.smtp.user }, sentPolicy: 'search-first' });
  };
  return (
    <div className={classes.servers}>
      <ServerPart part="smtp" title={accounts.sending} server={form.smtp} form={form} errors={errors} onChange={(smtp) => onChange({ ...form, smtp })} />
      {imap === null ? (
        form.provider === 'other' && (
          <Button variant="subtle" size="compact-sm" className={classes.link ?? ''} onClick={anIncoming}>
            {accounts.withIncoming}
          </Button>
        )
      ) : (
        <>
          <ServerPart part="imap" title={accounts.incoming} server={imap} form={form} errors={errors} onChange={(changed) => onChange({ ...form, imap: changed, sentFolder: null })} />
          {form.provider === 'other' && (
            <Button variant="subtle" size="compact-sm" className={classes.link ?? ''} onClick={noIncoming}>
              {accounts.withoutIncoming}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

type PartProps = Omit<Props, 'onChange'> & { readonly part: 'smtp' | 'imap'; readonly title: string; readonly server: ServerForm; readonly onChange: (server: ServerForm) => void };

function ServerPart({ part, title, server, form, errors, onChange }: PartProps) {
  const { accounts } = useStrings();
  const provider = providers[form.provider];
  return (
    <fieldset className={classes.part}>
      <legend className={classes.heading}>{title}</legend>
      <div className={classes.row}>
        <Field
          id={fieldId(`${part}.host`)}
          label={accounts.host}
          value={server.host}
          error={errors[`${part}.host`]}
          onChange={(host) => onChange({ ...server, host })}
          onBlur={(event) => onChange(withHost(server, event.target.value))}
        />
        <Field id={fieldId(`${part}.port`)} label={accounts.port} inputMode="numeric" maxLength={5} value={server.port} error={errors[`${part}.port`]} onChange={(port) => onChange(withPort(server, port))} />
        <SelectField
          label={accounts.security}
          value={server.security}
          options={[
            ['tls', accounts.securities.tls],
            ['starttls', accounts.securities.starttls],
          ]}
          onChange={(security) => onChange({ ...server, security })}
        />
      </div>
      {!hasOneToken(provider) && (
        <Field
          id={fieldId(`${part}.user`)}
          label={accounts.userNames[userNameKey(form.provider)]}
          autoComplete="username"
          value={server.user}
          error={errors[`${part}.user`]}
          readOnly={provider.userName.kind === 'literal' && provider.id === 'sendgrid'}
          onChange={(user) => onChange({ ...server, user })}
        />
      )}
    </fieldset>
  );
}
