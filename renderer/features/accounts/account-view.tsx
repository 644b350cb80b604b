// One account: how it stands, its settings, a test, and the way out.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { leadsElsewhere } from '../../../electron/contract/same-servers';
import { withPin } from '../../../electron/domain/way/pins';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { formatPlace } from '../../strings/format';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { StateChip } from '../../ui/state-chip';
import { CoachedNote } from '../coach/coached-note';
import { DoctorPanel } from '../doctor/doctor-panel';
import { asSaved, type Subject } from '../doctor/use-doctor';
import { ExternalLink } from '../frame/external-link';
import { say, sayFailure } from '../frame/notices';
import { useOffers } from '../frame/offers';
import { defaultAccount, session, useAccount } from '../frame/session';
import { useStatus } from '../frame/use-status';
import { IdentityList } from '../identities/identity-list';
import { AccountFields } from './account-fields';
import { accountOf, formOf, withAddress } from './account-form';
import classes from './account-view.module.css';
import { forgetAccountWish, openAccountAt, useAccountWish } from './account-wish';
import { CheckLine } from './check-line';
import { fieldId, focusField } from './field-ids';
import { providerTitle } from './provider-names';
import { signInAgain, smtpAuthPage } from './remedies';
import type { PageRemedy } from './remedy-buttons';
import { RemoveAccount } from './remove-account';
import { saveAccount } from './save-account';
import { SendingChoices } from './sending-choices';
import { SignOut } from './sign-out';
import { TrustCertificate } from './trust-certificate';
import { useAccountCheck } from './use-account-check';
import { useBrowserSignIn } from './use-browser-sign-in';
import { useVault, whereToKeep } from './use-vault';
import { isWayField, proxyPasswordOf } from './way-form';

export function AccountView({ accountId }: { readonly accountId: string }) {
  const { frame } = useStrings();
  const account = useAccount(accountId);
  return account === null ? <EmptyState sentence={frame.nothingOpen.accounts} /> : <Known account={account} />;
}

const aboutPassword: ReadonlySet<string> = new Set([
  'sign-in-refused',
  'app-password-needed',
  'imap-sign-in-refused',
  'secret-missing',
  'vault-unreadable',
]);

const asksForPassword = ({ oauth, provider }: Account): boolean => oauth === undefined && provider !== 'practice';

function Known({ account }: { readonly account: Account }) {
  const { accounts, way } = useStrings();
  const [form, setForm] = useState(() => formOf(account));
  const [saveFailure, setSaveFailure] = useState<Failure | null>(null);
  const vault = useVault();
  const paused = useStatus().paused.find(({ accountId }) => accountId === account.id)?.failure ?? null;
  const isFirst = session.use((value) => defaultAccount(value)?.id === account.id);
  const signedIn = useQuery('accounts.isSignedIn', form.oauth === null ? null : { accountId: account.id }).value?.isSignedIn ?? null;
  const kept = useQuery('accounts.hasPassword', asksForPassword(account) ? { accountId: account.id } : null).value?.hasPassword ?? null;
  const isStored =
    account.oauth === undefined &&
    kept !== false &&
    paused?.code !== 'secret-missing' &&
    paused?.code !== 'vault-unreadable' &&
    !leadsElsewhere(account, accountOf(form));
  const afterSignIn = useRef<() => void>(() => undefined);
  const signingIn = useBrowserSignIn(() => afterSignIn.current());
  const { check, report, isAllFine, isIncomingInDoubt, isWayWanted, errors, failure, start, isUsable, actionsFor, subject } =
    useAccountCheck(form, isStored, setForm, () => signingIn.begin(accountOf(form), proxyPasswordOf(form.way)));
  const hasChanged = JSON.stringify(form) !== JSON.stringify({ ...formOf(account), keep: form.keep });
  const isPractice = account.provider === 'practice';
  const needsPassword = paused !== null && aboutPassword.has(paused.code);

  useEffect(() => {
    if (needsPassword) focusField('password');
  }, [needsPassword]);

  const wish = useAccountWish(account.id);
  const [areServersWanted, setServersWanted] = useState(false);
  const [wasLedToWay, setLedToWay] = useState(false);
  useEffect(() => {
    if (wish === null) return;
    forgetAccountWish();
    if (wish.kind === 'field') {
      if (isWayField(wish.field)) setLedToWay(true);
      else if (wish.field.includes('.')) setServersWanted(true);
      focusField(wish.field);
      return;
    }
    const changed = { ...form, smtp: { ...form.smtp, port: String(wish.port), security: wish.security } };
    setServersWanted(true);
    setForm(changed);
    start(changed);
  }, [wish, form, start]);

  useOffers('account', () => [
    ...(check.state === 'running' ? [] : [{ id: 'account test', label: accounts.testAgain, run: () => start() }]),
    ...(isFirst ? [] : [{ id: 'account default', label: accounts.makeDefault, run: () => void makeDefault(account, sayFailure) }]),
  ]);

  const save = async (isDefault: boolean): Promise<void> => {
    if (!isUsable()) return;
    const failed = await saveAccount(
      { ...form, keep: whereToKeep(vault, form), sentFolder: report?.sentFolder ?? form.sentFolder },
      isDefault,
    );
    setSaveFailure(failed);
    if (failed?.code === 'vault-unavailable') vault.lookAgain();
    if (failed !== null) return;
    setForm((before) => ({ ...before, password: '', way: { ...before.way, password: '' } }));
    say({ tone: 'good', text: accounts.saved });
    if (paused !== null) await resume();
  };
  /** Saved at once, and nothing else with it: what is being typed stays unsaved. */
  const trust = async (pin: TrustedCertificate): Promise<boolean> => {
    setForm((before) => ({ ...before, trustedCertificates: withPin(before.trustedCertificates, pin) }));
    const failed = await saveAccount({ ...formOf(account), trustedCertificates: withPin(account.trustedCertificates ?? [], pin) }, isFirst);
    setSaveFailure(failed);
    if (failed !== null) return false;
    say({ tone: 'good', text: way.saved(formatPlace(pin, '')) });
    if (paused !== null) await resume();
    return true;
  };
  /** As a certificate is kept: nothing else is saved with it. */
  const keepSentFolder = async (sentFolder: string): Promise<boolean> => {
    setForm((before) => ({ ...before, sentFolder }));
    const failed = await saveAccount({ ...formOf(account), sentFolder }, isFirst);
    setSaveFailure(failed);
    return failed === null;
  };
  const typedSubject = (): Subject | null => {
    const typed = subject();
    return typed === null ? null : { ...typed, account: { own: account.own, aliases: account.aliases, ...typed.account } };
  };
  const onDoctorRemedy = (remedy: PageRemedy): void => {
    if (remedy.kind === 'use-port') openAccountAt(account.id, { kind: 'port', port: remedy.port, security: remedy.security });
    else if (remedy.kind === 'edit') openAccountAt(account.id, { kind: 'field', field: remedy.field });
    else if (remedy.kind === 'sign-in') signingIn.begin(account);
  };
  const resume = async (): Promise<void> => {
    const answer = await call('accounts.resume', { accountId: account.id });
    if (answer.ok) say({ tone: 'good', text: accounts.resumed });
    else sayFailure(answer.failure);
  };
  useEffect(() => {
    // A new way of signing in is saved at once, or the tokens would have no account to belong to.
    afterSignIn.current = () => {
      if (form.oauth !== (account.oauth ?? null)) void save(isFirst);
      else if (paused !== null) void resume();
    };
  });
  const isOut = account.oauth !== undefined ? signedIn === false : kept === false;
  const missing = account.oauth !== undefined ? accounts.browser.notSignedIn : accounts.wantsPassword;
  return (
    <form
      className={classes.view}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(isFirst);
      }}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{account.address}</h2>
        <p className={classes.facts}>
          <StateChip tone={paused === null && !isOut ? 'good' : 'warn'}>
            {paused !== null ? accounts.isPaused : isOut ? missing : accounts.ready}
          </StateChip>
          <span>{providerTitle(account.provider, accounts)}</span>
        </p>
      </header>
      {paused !== null && (
        <CoachedNote failure={paused} tone="warn" accountId={account.id} shown={['open-account']}>
          {account.oauth !== undefined && signInAgain.has(paused.code) && (
            <Button size="xs" onClick={() => signingIn.begin(account)}>
              {accounts.browser.again}
            </Button>
          )}
          {paused.code === 'smtp-auth-disabled' && <ExternalLink url={smtpAuthPage}>{accounts.browser.howTo}</ExternalLink>}
          <TrustCertificate failure={paused} onTrust={(pin) => void trust(pin)} />
          <Button variant="default" size="xs" onClick={() => void resume()}>
            {accounts.tryAgain}
          </Button>
        </CoachedNote>
      )}
      <div className={classes.names}>
        <Field
          label={accounts.name}
          value={form.name}
          maxLength={200}
          hint={accounts.nameHint}
          onChange={(name) => setForm({ ...form, name: name.replace(/[\r\n\0]/g, ' ') })}
        />
        <Field
          id={fieldId('address')}
          label={accounts.address}
          type="email"
          value={form.address}
          maxLength={320}
          error={errors.address}
          onChange={(address) => setForm(withAddress(form, address))}
        />
      </div>
      {isPractice ? (
        <p className={classes.soft}>{accounts.notes['stays-on-this-computer']}</p>
      ) : (
        <AccountFields
          form={form}
          errors={errors}
          vault={vault}
          isStored={isStored}
          areServersOpen={areServersWanted}
          isIncomingInDoubt={isIncomingInDoubt}
          isWayWanted={isWayWanted || wasLedToWay}
          onChange={setForm}
          signingIn={signingIn}
          isSignedIn={signedIn}
          isUsable={isUsable}
        />
      )}
      {!isPractice && <SendingChoices form={form} onChange={setForm} />}
      {!isPractice && <IdentityList account={account} />}
      {saveFailure !== null && <FailureNote failure={saveFailure} isNews />}
      <div className={classes.actions}>
        <Button type="submit" disabled={!hasChanged}>
          {accounts.save}
        </Button>
        {check.state === 'running' ? (
          <Button variant="default" onClick={check.cancel}>
            {accounts.cancelCheck}
          </Button>
        ) : (
          <Button variant="default" onClick={() => start()}>
            {accounts.testAgain}
          </Button>
        )}
        <span role="status">
          {isAllFine && <StateChip tone="good">{accounts.allFine}</StateChip>}
          {check.state === 'cancelled' && <StateChip tone="plain">{accounts.checkCancelled}</StateChip>}
        </span>
      </div>
      {report !== null && <CheckLine report={report} hasIncoming={form.imap !== null} actionsFor={actionsFor} />}
      {failure !== null && <FailureNote failure={failure} isNews />}
      {!isPractice && (
        <DoctorPanel
          subject={() => (hasChanged ? typedSubject() : asSaved(account))}
          onRemedy={onDoctorRemedy}
          onTrust={trust}
          onSentFolder={keepSentFolder}
        />
      )}
      <footer className={classes.footer}>
        {isFirst ? (
          <StateChip tone="good">{accounts.isDefault}</StateChip>
        ) : (
          <Button variant="default" onClick={() => void makeDefault(account, sayFailure)}>
            {accounts.makeDefault}
          </Button>
        )}
        {account.oauth !== undefined && signedIn !== false && <SignOut account={account} />}
        <RemoveAccount account={account} />
      </footer>
    </form>
  );
}

/** Only the choice is saved: what is being typed of the account stays unsaved. */
async function makeDefault(account: Account, onFailure: (failure: Failure) => void): Promise<void> {
  const failure = await saveAccount(formOf(account), true);
  if (failure !== null) onFailure(failure);
}
