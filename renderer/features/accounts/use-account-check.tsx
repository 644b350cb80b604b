// The check of a form: runs it, tells what is wrong with which field, and does what the remedies say.
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { CheckReport, CheckStageId, SecretInput } from '../../../electron/contract/model/accounts';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { cleanPassword } from '../../../electron/domain/app-password';
import { providers } from '../../../electron/domain/providers';
import { withPin } from '../../../electron/domain/way/pins';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import type { Subject } from '../doctor/use-doctor';
import { type AccountForm, accountOf, type FieldName, type Problems, problemsOf } from './account-form';
import { focusField } from './field-ids';
import { providerTitle } from './provider-names';
import { mend } from './remedies';
import { type PageRemedy, RemedyButtons } from './remedy-buttons';
import type { FieldErrors } from './server-fields';
import { type Check, useCheck } from './use-check';
import { isWayField, proxyPasswordOf } from './way-form';

export type AccountCheck = {
  readonly check: Check;
  /** What the last check says of the form as it is now; null when it has been changed since it went well. */
  readonly report: CheckReport | null;
  readonly canSend: boolean;
  readonly isAllFine: boolean;
  /** The mailbox refused the sign-in: its user name may be another one. */
  readonly isIncomingInDoubt: boolean;
  /** A remedy has led to the way to the servers. */
  readonly isWayWanted: boolean;
  readonly errors: FieldErrors;
  readonly failure: Failure | null;
  readonly start: (form?: AccountForm) => void;
  readonly actionsFor: (stage: CheckStageId, failure: Failure) => ReactNode;
  /** Whether the form can be used at all; shows what is wrong if not. */
  readonly isUsable: () => boolean;
  /** For the doctor, who goes as far as he can without a password; null: the form can't be used, and shows what is wrong. */
  readonly subject: () => Subject | null;
  readonly onRemedy: (remedy: PageRemedy) => void;
};

/**
 * @param isStored a password is in the vault already
 * @param signIn begins a sign-in with the browser
 */
export function useAccountCheck(
  form: AccountForm,
  isStored: boolean,
  onChange: (form: AccountForm) => void,
  signIn: () => void,
): AccountCheck {
  const { accounts, failures, way } = useStrings();
  const problemWords = { ...accounts.problems, ...way.problems };
  const check = useCheck();
  const [checkedAs, setCheckedAs] = useState('');
  const [hasTried, setTried] = useState(false);
  const [isWayWanted, setWayWanted] = useState(false);
  const [folderFailure, setFolderFailure] = useState<Failure | null>(null);
  const isPractice = form.provider === 'practice';
  const needsPassword = !isStored && !isPractice;

  const isFresh = checkedAs === gist(form);
  const failed = check.report?.stages.find(({ failure }) => failure !== null) ?? null;
  const report = isFresh || failed !== null ? check.report : null;
  const canSend = isFresh && check.state === 'done' && check.report?.canSend === true;

  const problems = problemsOf(form, needsPassword);
  const errors: Partial<Record<FieldName, string>> = {};
  if (isFresh && failed?.failure != null) {
    const { field } = mend(failed.id, failed.failure, { otherPorts: [] }, providers[form.provider]);
    if (field !== null) errors[field] = failures[failed.failure.code].says(failed.failure);
  }
  if (hasTried) for (const [field, problem] of entriesOf(problems)) errors[field] = problemWords[problem];

  const secretOf = (of: AccountForm): SecretInput =>
    of.password === '' ? { kind: 'stored' } : { kind: 'typed', password: cleanPassword(of.provider, of.password) };
  const isUsable = (of: AccountForm = form): boolean => {
    setTried(true);
    const [first] = entriesOf(problemsOf(of, needsPassword));
    if (first !== undefined) focusField(first[0]);
    return first === undefined;
  };
  const start = (of: AccountForm = form): void => {
    if (!isUsable(of)) return;
    setFolderFailure(null);
    setCheckedAs(gist(of));
    check.run(accountOf(of), secretOf(of), proxyPasswordOf(of.way));
  };
  const subject = (): Subject | null => {
    if (problemCount(problemsOf(form, false)) > 0) {
      isUsable();
      return null;
    }
    return { account: accountOf(form), secret: secretOf(form), proxyPassword: proxyPasswordOf(form.way) };
  };
  const onRemedy = (remedy: PageRemedy): void => {
    switch (remedy.kind) {
      case 'edit':
        if (isWayField(remedy.field)) setWayWanted(true);
        focusField(remedy.field);
        return;
      case 'use-port': {
        const changed = { ...form, smtp: { ...form.smtp, port: String(remedy.port), security: remedy.security } };
        onChange(changed);
        start(changed);
        return;
      }
      case 'sign-in':
        signIn();
        return;
      case 'retry':
        start();
    }
  };
  const onTrust = (pin: TrustedCertificate): void => {
    const changed = { ...form, trustedCertificates: withPin(form.trustedCertificates, pin) };
    onChange(changed);
    start(changed);
  };
  const makeSentFolder = async (name: string): Promise<void> => {
    const answer = await call('accounts.makeSentFolder', {
      account: accountOf(form),
      secret: secretOf(form),
      proxyPassword: proxyPasswordOf(form.way),
      name,
    });
    if (!answer.ok) {
      setFolderFailure(answer.failure);
      return;
    }
    const changed = { ...form, sentFolder: answer.value.path };
    onChange(changed);
    start(changed);
  };

  return {
    check,
    report,
    canSend,
    errors,
    isAllFine: canSend && failed === null,
    isIncomingInDoubt: failed?.id === 'imap',
    isWayWanted,
    failure: folderFailure ?? check.failure,
    start,
    isUsable,
    subject,
    onRemedy,
    actionsFor: (stage, failure) => (
      <RemedyButtons
        remedies={mend(stage, failure, check.report ?? { otherPorts: [] }, providers[form.provider]).remedies}
        provider={providerTitle(form.provider, accounts)}
        onRemedy={onRemedy}
        onTrust={onTrust}
        onMakeSentFolder={(name) => void makeSentFolder(name)}
      />
    ),
  };
}

/** What a check depends on: a new name or another place for the password changes nothing about it. */
const gist = ({ address, smtp, imap, password, oauth, way, trustedCertificates }: AccountForm): string =>
  JSON.stringify([address, smtp, imap, password, oauth, way, trustedCertificates]);

const problemCount = (problems: Problems): number => Object.keys(problems).length;
const entriesOf = (problems: Problems) => Object.entries(problems) as [FieldName, NonNullable<Problems[FieldName]>][];
