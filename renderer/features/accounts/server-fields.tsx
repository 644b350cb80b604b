// Where mail is handed over and where Sent lives: as quiet lines, or as fields when they are to be changed.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { providers } from '../../../electron/domain/providers';
import { useStrings } from '../../strings/words';
import { Field, SelectField } from '../../ui/field';
import { type AccountForm, type FieldName, hasOneToken, type ServerForm, withHost, withPort, withUser } from './account-form';
import { fieldId } from './field-ids';
import classes from './server-fields.module.css';
import { userNameKey } from './sign-in-names';

export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

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

type Props = {
  readonly form: AccountForm;
  readonly errors: FieldErrors;
  readonly isIncomingInDoubt: boolean;
  readonly onChange: (form: AccountForm) => void;
};

export function ServerFields({ form, errors, isIncomingInDoubt, onChange }: Props) {
  const { accounts } = useStrings();
  const { smtp, imap, provider } = form;
  const canDoWithout = provider === 'other';
  const noIncoming = (): void => onChange({ ...form, imap: null, sentPolicy: 'local', sentFolder: null });
  const anIncoming = (): void => {
    const host = smtp.host.replace(/^(smtp|mail)\./, 'imap.');
    onChange({ ...form, imap: { host, port: '993', security: 'tls', user: smtp.user }, sentPolicy: 'search-first' });
  };
  // One user name for both is the rule: the second field is there when it differs, or may have to.
  const hasOwnUser = imap !== null && (imap.user !== smtp.user || isIncomingInDoubt);
  const user = (part: 'smtp' | 'imap', value: string, onUser: (user: string) => void): ReactNode => (
    <Field
      id={fieldId(`${part}.user`)}
      label={accounts.userNames[userNameKey(provider)]}
      autoComplete="off"
      value={value}
      error={errors[`${part}.user`]}
      onChange={onUser}
    />
  );
  return (
    <div className={classes.servers}>
      <ServerPart
        part="smtp"
        title={accounts.sending}
        server={smtp}
        errors={errors}
        onChange={(changed) => onChange({ ...form, smtp: changed })}
      >
        {!hasOneToken(providers[provider]) && user('smtp', smtp.user, (name) => onChange(withUser(form, name)))}
      </ServerPart>
      {imap !== null && (
        <ServerPart
          part="imap"
          title={accounts.incoming}
          server={imap}
          errors={errors}
          onChange={(changed) => onChange({ ...form, imap: changed, sentFolder: null })}
        >
          {hasOwnUser && user('imap', imap.user, (name) => onChange({ ...form, imap: { ...imap, user: name } }))}
        </ServerPart>
      )}
      {canDoWithout && (
        <Button variant="subtle" size="compact-sm" className={classes.link ?? ''} onClick={imap === null ? anIncoming : noIncoming}>
          {imap === null ? accounts.withIncoming : accounts.withoutIncoming}
        </Button>
      )}
    </div>
  );
}

type PartProps = {
  readonly part: 'smtp' | 'imap';
  readonly title: string;
  readonly server: ServerForm;
  readonly errors: FieldErrors;
  readonly onChange: (server: ServerForm) => void;
  readonly children: ReactNode;
};

function ServerPart({ part, title, server, errors, onChange, children }: PartProps) {
  const { accounts } = useStrings();
  // A sentence does not fit under a port: it stands under the row.
  const errorId = `${fieldId(`${part}.port`)}-said`;
  const said = errors[`${part}.host`] ?? errors[`${part}.port`];
  const wrong = (field: 'host' | 'port'): string | undefined => (errors[`${part}.${field}`] === undefined ? undefined : errorId);
  return (
    <fieldset className={classes.part}>
      <legend className={classes.heading}>{title}</legend>
      <div className={classes.row}>
        <Field
          id={fieldId(`${part}.host`)}
          label={accounts.host}
          value={server.host}
          errorId={wrong('host')}
          onChange={(host) => onChange({ ...server, host })}
          onBlur={(event) => onChange(withHost(server, event.target.value))}
        />
        <Field
          id={fieldId(`${part}.port`)}
          label={accounts.port}
          inputMode="numeric"
          maxLength={5}
          value={server.port}
          errorId={wrong('port')}
          onChange={(port) => onChange(withPort(server, port))}
        />
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
      {said !== undefined && (
        <p id={errorId} className={classes.error}>
          {said}
        </p>
      )}
      {children}
    </fieldset>
  );
}
