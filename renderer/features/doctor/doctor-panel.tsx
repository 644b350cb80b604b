// The doctor of one account: begun by the person, told step by step, to be copied for whoever can help.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { verdict } from '../../../electron/domain/doctor/report';
import { reportText } from '../../../electron/domain/doctor/report-text';
import { withPin } from '../../../electron/domain/way/pins';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { copyText } from '../../ui/copy-text';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import { say, sayFailure } from '../frame/notices';
import { useOffers } from '../frame/offers';
import classes from './doctor.module.css';
import { DoctorRemedies, remediesOf } from './doctor-remedies';
import { DoctorStepLine } from './doctor-step';
import { useDoctor } from './use-doctor';

const toneOf = { fine: 'good', attention: 'warn', broken: 'bad' } as const;

type Props = {
  readonly account: Account;
  /** Keeps a certificate as trusted; false: it could not be kept. */
  readonly onTrust: (pin: TrustedCertificate) => Promise<boolean>;
  readonly onSignIn: () => void;
  /** Keeps a folder that was made as the account's; false: it could not be kept. */
  readonly onSentFolder: (path: string) => Promise<boolean>;
};

export function DoctorPanel({ account, onTrust, onSignIn, onSentFolder }: Props) {
  const { doctor: words, failures } = useStrings();
  const heading = useId();
  const doctor = useDoctor();
  const [sendsMessage, setSendsMessage] = useState(true);
  const message = sendsMessage ? words.testMessage : null;
  const { report, state } = doctor;
  useOffers('doctor', () =>
    state === 'running' ? [] : [{ id: 'doctor', label: `${words.doctor}: ${words.run}`, run: () => doctor.run(account, message) }],
  );
  const trust = async (pin: TrustedCertificate): Promise<void> => {
    if (!(await onTrust(pin))) return;
    doctor.run({ ...account, trustedCertificates: withPin(account.trustedCertificates ?? [], pin) }, message);
  };
  const makeSentFolder = async (name: string): Promise<void> => {
    const made = await call('accounts.makeSentFolder', { account, secret: { kind: 'stored' }, name });
    if (!made.ok) return sayFailure(made.failure);
    if (await onSentFolder(made.value.path)) doctor.run({ ...account, sentFolder: made.value.path }, message);
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
          <Button variant="default" onClick={() => doctor.run(account, message)}>
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
              remedies={
                remediesOf(account, step, report).length === 0 ? null : (
                  <DoctorRemedies
                    account={account}
                    step={step}
                    report={report}
                    onTrust={(pin) => void trust(pin)}
                    onSignIn={onSignIn}
                    onMakeSentFolder={(name) => void makeSentFolder(name)}
                  />
                )
              }
            />
          ))}
        </ol>
      )}
    </section>
  );
}
