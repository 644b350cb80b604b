// One address that an account writes from, in a window of its own over the account's page.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { laneId } from '../../../electron/domain/identities/identity';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { FailureNote } from '../../ui/failure-note';
import { Field, SelectField } from '../../ui/field';
import classes from './identities.module.css';
import {
  type IdentityForm,
  type IdentityProblem,
  isStored,
  type OwnServerForm,
  ownServer,
  problemsOfIdentity,
  withIdentity,
  withoutIdentity,
} from './identity-form';
import { saveIdentities } from './save-identities';
import { ServerTest } from './server-test';
import { SignatureList } from './signature-list';

type Props = {
  readonly account: Account;
  readonly initial: IdentityForm;
  readonly isNew: boolean;
  readonly close: () => void;
  readonly onRemoved: (before: Account, address: string) => void;
};

export function IdentityEditor({ account, initial, isNew, close, onRemoved }: Props) {
  const { identities, frame } = useStrings();
  const [form, setForm] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problems = isAsked ? problemsOfIdentity(form, account) : [];
  const wrong = (...fields: readonly IdentityProblem['field'][]): string | undefined => sayProblem(problems, fields, identities.problems);
  const set = (part: Partial<IdentityForm>): void => setForm((before) => ({ ...before, ...part }));

  const save = async (): Promise<void> => {
    setAsked(true);
    if (problemsOfIdentity(form, account).length > 0) return;
    const password = form.server === null || form.password === '' ? null : { identityId: form.id, password: form.password };
    const failed = await saveIdentities(withIdentity(account, form), password);
    setFailure(failed);
    if (failed !== null) return;
    // What waited for its server tries again with what was typed now.
    if (form.server !== null) await call('accounts.resume', { accountId: laneId(account.id, form.id) });
    close();
  };
  const remove = async (): Promise<void> => {
    const failed = await saveIdentities(withoutIdentity(account, form.id));
    setFailure(failed);
    if (failed !== null) return;
    onRemoved(account, form.address);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size={640}
      title={isNew ? identities.newTitle : form.address}
      closeButtonProps={{ 'aria-label': frame.close }}
      closeOnClickOutside={false}
    >
      <div className={classes.form}>
        {!form.isOwn && (
          <div className={classes.pair}>
            <Field
              label={identities.name}
              value={form.name}
              maxLength={200}
              onChange={(name) => set({ name: name.replace(/[\r\n\0]/g, ' ') })}
            />
            <Field
              label={identities.address}
              type="email"
              value={form.address}
              maxLength={320}
              error={wrong('address', 'taken')}
              onChange={(address) => set({ address })}
            />
          </div>
        )}
        <SignatureList accountId={account.id} signatures={form.signatures} onChange={(signatures) => set({ signatures })} />
        <div className={classes.pair}>
          <Field
            label={identities.replyTo}
            value={form.replyTo}
            maxLength={640}
            hint={identities.replyToHint}
            error={wrong('replyTo')}
            onChange={(replyTo) => set({ replyTo })}
          />
          <Field
            label={identities.organisation}
            value={form.organisation}
            maxLength={200}
            onChange={(organisation) => set({ organisation })}
          />
        </div>
        <Field
          label={identities.domains}
          value={form.domains}
          hint={identities.domainsHint}
          error={wrong('domains')}
          onChange={(domains) => set({ domains })}
        />
        <Toggle label={identities.bccSelf} isOn={form.bccSelf} onChange={(bccSelf) => set({ bccSelf })} />
        {!form.isOwn && (
          <Toggle
            label={identities.hasServer}
            hint={identities.hasServerHint}
            isOn={form.server !== null}
            onChange={(isOn) => set({ server: isOn ? ownServer(form.address) : null })}
          />
        )}
        {form.server !== null && (
          <OwnServer
            server={form.server}
            password={form.password}
            isStored={isStored(form, account)}
            wrong={wrong}
            onChange={(server, password) => set({ server, password })}
          />
        )}
        {form.server !== null && (
          <ServerTest
            account={account}
            form={form}
            isUsable={() => {
              setAsked(true);
              return problemsOfIdentity(form, account).length === 0;
            }}
          />
        )}
        {failure !== null && <FailureNote failure={failure} isNews />}
        <div className={classes.actions}>
          {!form.isOwn && !isNew && (
            <Button variant="subtle" color="red" className={classes.removal ?? ''} onClick={() => void remove()}>
              {identities.remove}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {identities.cancel}
          </Button>
          <Button onClick={() => void save()}>{identities.save}</Button>
        </div>
      </div>
    </Modal>
  );
}

type Words = ReturnType<typeof useStrings>['identities']['problems'];

function sayProblem(problems: readonly IdentityProblem[], fields: readonly IdentityProblem['field'][], words: Words): string | undefined {
  const problem = problems.find(({ field }) => fields.includes(field));
  if (problem === undefined) return undefined;
  return problem.field === 'domains' ? words.domains(problem.text) : words[problem.field];
}

type ServerProps = {
  readonly server: OwnServerForm;
  readonly password: string;
  readonly isStored: boolean;
  readonly wrong: (...fields: readonly IdentityProblem['field'][]) => string | undefined;
  readonly onChange: (server: OwnServerForm, password: string) => void;
};

function OwnServer({ server, password, isStored: hasPassword, wrong, onChange }: ServerProps) {
  const { accounts, identities } = useStrings();
  const set = (part: Partial<OwnServerForm>): void => onChange({ ...server, ...part }, password);
  return (
    <fieldset className={classes.server}>
      <legend className="unseen">{accounts.sending}</legend>
      <div className={classes.serverRow}>
        <Field label={accounts.host} value={server.host} maxLength={255} error={wrong('host')} onChange={(host) => set({ host })} />
        <Field
          label={accounts.port}
          inputMode="numeric"
          maxLength={5}
          value={server.port}
          error={wrong('port')}
          onChange={(port) => set({ port, ...(port === '465' ? { security: 'tls' } : port === '587' ? { security: 'starttls' } : {}) })}
        />
        <SelectField
          label={accounts.security}
          value={server.security}
          options={[
            ['tls', accounts.securities.tls],
            ['starttls', accounts.securities.starttls],
          ]}
          onChange={(security) => set({ security })}
        />
      </div>
      <div className={classes.pair}>
        <Field label={accounts.userNames.userName} autoComplete="off" value={server.user} onChange={(user) => set({ user })} />
        <Field
          label={identities.password}
          type="password"
          autoComplete="off"
          maxLength={4096}
          value={password}
          hint={hasPassword ? identities.passwordStored : ''}
          error={wrong('password')}
          onChange={(typed) => onChange(server, typed)}
        />
      </div>
    </fieldset>
  );
}
