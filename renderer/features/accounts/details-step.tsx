// What was filled in, the password, and the check; then the account is saved and used at once.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { beginCheck } from '../../../electron/domain/check-report';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import { open, writeFirst } from '../frame/navigation';
import { MovedServers } from '../moving-in/moved-servers';
import { isMoved, moving, nextMoved } from '../moving-in/moving-store';
import { AccountFields } from './account-fields';
import { type AccountForm, accountOf } from './account-form';
import { CheckLine } from './check-line';
import { FindServers } from './find-servers';
import { isGuessed } from './found-servers';
import { providerTitle } from './provider-names';
import { saveAccount } from './save-account';
import { useAccountCheck } from './use-account-check';
import { useBrowserSignIn } from './use-browser-sign-in';
import { useVault, whereToKeep } from './use-vault';
import { proxyPasswordOf } from './way-form';
import classes from './wizard.module.css';
import { WizardDoctor } from './wizard-doctor';
import { freshWizard, setForm, wizard } from './wizard-store';

export function DetailsStep() {
  const { accounts } = useStrings();
  const { form } = wizard.use();
  const vault = useVault();
  const [saveFailure, setSaveFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  // Signed in: the check goes on by itself, with what is in the form by then.
  const begin = useRef<() => void>(() => undefined);
  const signingIn = useBrowserSignIn(() => begin.current());
  const {
    check,
    report,
    canSend,
    isAllFine,
    isIncomingInDoubt,
    isWayWanted,
    errors,
    failure,
    start,
    isUsable,
    actionsFor,
    subject,
    onRemedy,
  } = useAccountCheck(form, false, setForm, () => signingIn.begin(accountOf(form), proxyPasswordOf(form.way)));
  const isBrought = moving.use((value) => isMoved(value, form));
  const areServersGiven = moving.use((value) => isMoved(value, form) && value.takesServers !== 'no');
  const isPractice = form.provider === 'practice';
  // Only for what was filled in by guessing; a form that somebody comes back to is theirs.
  const [isLooked] = useState(() => isGuessed(form));
  const signedIn = useQuery('accounts.isSignedIn', form.oauth === null ? null : { accountId: form.id }).value?.isSignedIn ?? null;
  const needsSignIn = form.oauth !== null && signedIn !== true;

  // Nothing has to be typed for practice: its check begins by itself.
  useEffect(() => {
    begin.current = () => start();
  });
  useEffect(() => {
    if (isPractice) begin.current();
  }, [isPractice]);

  const save = async (): Promise<void> => {
    setSaving(true);
    const kept: AccountForm = {
      ...form,
      keep: whereToKeep(vault, form),
      sentFolder: report?.sentFolder ?? form.sentFolder,
    };
    const saved = await saveAccount(kept);
    setSaving(false);
    setSaveFailure(saved);
    // The key store was closed in the meantime: the next try keeps the password until quitting, and the page says so.
    if (saved?.code === 'vault-unavailable') vault.lookAgain();
    if (saved !== null || nextMoved()) return;
    wizard.set(freshWizard());
    open('accounts', null);
    await writeFirst();
  };
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) void save();
        else if (check.state !== 'running' && !needsSignIn) start();
      }}
    >
      <div className={classes.side}>
        <h2 className={classes.title}>{form.address}</h2>
        <p className={classes.lead}>
          {providerTitle(form.provider, accounts)}
          {' · '}
          <Button variant="subtle" size="compact-sm" px={2} onClick={() => wizard.set((before) => ({ ...before, step: 'who' }))}>
            {accounts.changeAddress}
          </Button>
        </p>
        {isBrought && (
          <div className={classes.details}>
            <MovedServers form={form} onChange={setForm} />
          </div>
        )}
        {form.provider === 'other' && isLooked && !isBrought && <FindServers form={form} onChange={setForm} />}
        {isPractice ? (
          <p className={classes.lead}>{accounts.notes['stays-on-this-computer']}</p>
        ) : (
          <div className={classes.details}>
            <AccountFields
              form={form}
              errors={errors}
              vault={vault}
              isStored={false}
              areServersOpen={form.provider === 'other' && !areServersGiven}
              isIncomingInDoubt={isIncomingInDoubt}
              isWayWanted={isWayWanted}
              onChange={setForm}
              signingIn={signingIn}
              isSignedIn={signedIn}
              isUsable={isUsable}
            />
          </div>
        )}
        {saveFailure !== null && <FailureNote failure={saveFailure} isNews />}
        <div className={classes.actions}>
          {check.state === 'running' ? (
            <Button size="md" variant="default" onClick={check.cancel}>
              {accounts.cancelCheck}
            </Button>
          ) : canSend ? (
            <Button key="save" type="submit" size="md" autoFocus loading={isSaving}>
              {isAllFine ? accounts.saveAndWrite : accounts.saveAnyway}
            </Button>
          ) : needsSignIn ? null : (
            <Button key="check" type="submit" size="md">
              {check.state === 'idle' ? accounts.check : accounts.checkAgain}
            </Button>
          )}
          <span role="status">
            {isAllFine && <StateChip tone="good">{accounts.allFine}</StateChip>}
            {check.state === 'cancelled' && <StateChip tone="plain">{accounts.checkCancelled}</StateChip>}
          </span>
        </div>
        {canSend && !isAllFine && <p className={classes.lead}>{accounts.canSend}</p>}
      </div>
      <div className={classes.side}>
        <h3 className={classes.caption}>{accounts.checkCaption}</h3>
        <CheckLine report={report ?? beginCheck(accountOf(form)).report} hasIncoming={form.imap !== null} actionsFor={actionsFor} />
        {failure !== null && <FailureNote failure={failure} isNews />}
        {!isPractice && <WizardDoctor form={form} subject={subject} onRemedy={onRemedy} />}
      </div>
    </form>
  );
}
