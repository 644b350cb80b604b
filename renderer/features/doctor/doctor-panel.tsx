// The doctor of one account: begun by the person, told step by step, to be copied for whoever can help.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { verdict } from '../../../electron/domain/doctor/report';
import { reportText } from '../../../electron/domain/doctor/report-text';
import { withPin } from '../../../electron/domain/way/pins';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { copyText } from '../../ui/copy-text';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import { openAccountAt } from '../accounts/account-wish';
import { say } from '../frame/notices';
import classes from './doctor.module.css';
import { DoctorStepLine } from './doctor-step';
import { useDoctor } from './use-doctor';

const toneOf = { fine: 'good', attention: 'warn', broken: 'bad' } as const;
/** Ports that only servers among themselves or reading uses are not offered for sending. */
const submission: ReadonlySet<number> = new Set([465, 587, 2525]);

type Props = {
  readonly account: Account;
  /** Keeps a certificate as trusted; false: it could not be kept. */
  readonly onTrust: (pin: TrustedCertificate) => Promise<boolean>;
};

export function DoctorPanel({ account, onTrust }: Props) {
  const { doctor: words, failures } = useStrings();
  const heading = useId();
  const doctor = useDoctor();
  const [sendsMessage, setSendsMessage] = useState(true);
  const { report, state } = doctor;
  const trust = async (pin: TrustedCertificate): Promise<void> => {
    if (!(await onTrust(pin))) return;
    doctor.run({ ...account, trustedCertificates: withPin(account.trustedCertificates ?? [], pin) }, sendsMessage);
  };
  const copy = (): void => {
    if (report === null) return;
    const failure = (about: Parameters<(typeof failures)['internal']['says']>[0]): string =>
      `${failures[about.code].says(about)} ${failures[about.code].remedy(about)}`.trim();
    copyText(reportText(report, { ...words, failure }));
    say({ tone: 'good', text: words.copied });
  };
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <h3 id={heading} className={classes.title}>
        {words.doctor}
      </h3>
      <p className={classes.intro}>{words.intro}</p>
      <Toggle label={words.sendsMessage} isOn={sendsMessage} onChange={setSendsMessage} />
      <div className={classes.actions}>
        {state === 'running' ? (
          <Button variant="default" onClick={doctor.stop}>
            {words.stop}
          </Button>
        ) : (
          <Button variant="default" onClick={() => doctor.run(account, sendsMessage)}>
            {report === null ? words.run : words.again}
          </Button>
        )}
        {state === 'done' && report !== null && (
          <Button variant="subtle" onClick={copy}>
            {words.copy}
          </Button>
        )}
        <span role="status">
          {state === 'running' && <StateChip tone="wait">{words.running}</StateChip>}
          {state === 'done' && report !== null && <StateChip tone={toneOf[verdict(report)]}>{words.verdicts[verdict(report)]}</StateChip>}
        </span>
      </div>
      {doctor.failure !== null && <FailureNote failure={doctor.failure} isNews />}
      {report !== null && (
        <ol aria-label={words.title(account.address)}>
          {report.steps.map((step) => (
            <DoctorStepLine
              key={step.id}
              step={step}
              otherPorts={report.openPorts.filter((port) => submission.has(port) && port !== account.smtp.port)}
              onTrust={(pin) => void trust(pin)}
              onPort={(port) => openAccountAt(account.id, { kind: 'port', port, security: port === 465 ? 'tls' : 'starttls' })}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
