// The buttons under a step that the doctor found wanting: the same that mend the check of an account.
import type { Failure } from '../../../electron/contract/failure';
import type { Account, CheckStageId } from '../../../electron/contract/model/accounts';
import type { DoctorReport, DoctorStep, DoctorStepId } from '../../../electron/contract/model/doctor';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { extraPorts, providers } from '../../../electron/domain/providers';
import { useStrings } from '../../strings/words';
import { providerTitle } from '../accounts/provider-names';
import { mend, type Remedy } from '../accounts/remedies';
import { type PageRemedy, RemedyButtons } from '../accounts/remedy-buttons';

type Props = {
  readonly account: Account;
  readonly step: DoctorStep;
  readonly report: DoctorReport;
  readonly onRemedy: (remedy: PageRemedy) => void;
  readonly onTrust: (pin: TrustedCertificate) => void;
  readonly onMakeSentFolder: (name: string) => void;
};

const incoming: ReadonlyMap<DoctorStepId, CheckStageId> = new Map([
  ['dns-imap', 'imap'],
  ['port-993', 'imap'],
  ['port-143', 'imap'],
  ['imap-tls', 'imap'],
  ['imap-sign-in', 'imap'],
  ['arrival', 'imap'],
  ['sent-folder', 'sent-folder'],
]);
/** Ports that only servers among themselves or reading uses are not offered for sending; 25 only at relays that name it. */
const submission: ReadonlySet<number> = new Set([465, 587, 2525]);
/** What another port may have better. */
const aboutPort: ReadonlySet<Failure['code']> = new Set([
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
  'connection-lost',
  'not-mail-server',
  'wrong-security',
  'encryption-refused',
  'encryption-failed',
  'sign-in-not-offered',
]);

export function DoctorRemedies({ account, step, report, onRemedy, onTrust, onMakeSentFolder }: Props) {
  const { accounts } = useStrings();
  const remedies = remediesOf(account, step, report);
  return (
    <RemedyButtons
      remedies={remedies}
      provider={providerTitle(account.provider, accounts)}
      onRemedy={onRemedy}
      onTrust={onTrust}
      onMakeSentFolder={onMakeSentFolder}
    />
  );
}

/** Without "Try again": the whole is examined again by the button above. */
export function remediesOf(account: Account, { id, failure, finding }: DoctorStep, report: DoctorReport): readonly Remedy[] {
  const ports = incoming.has(id) ? [] : portsOf(account, report);
  if (finding === 'port-other-open') return ports;
  if (finding === 'srv-differs') return [{ kind: 'edit', field: 'smtp.host' }];
  if (failure === null) return [];
  const isOffered = report.steps.some((step) => step.finding === 'port-other-open');
  const otherPorts = aboutPort.has(failure.code) && !isOffered ? ports : [];
  // Another identity's address is not a field of the account.
  const isAlias = failure.code === 'sender-refused' && failure.address !== undefined && failure.address !== account.address;
  if (isAlias) return [];
  return mend(incoming.get(id) ?? 'sign-in', failure, { otherPorts }, providers[account.provider]).remedies.filter(
    ({ kind }) => kind !== 'retry',
  );
}

type PortRemedy = Extract<Remedy, { readonly kind: 'use-port' }>;
const portsOf = ({ smtp }: Account, { openPorts }: DoctorReport): PortRemedy[] =>
  openPorts
    .filter((port) => (submission.has(port) || extraPorts(smtp.host).some((extra) => extra.port === port)) && port !== smtp.port)
    .map((port) => ({ kind: 'use-port', port, security: port === 465 ? 'tls' : 'starttls' }));
