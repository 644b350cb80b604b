// The doctor of one account, saved or not: begun by the person, told step by step, to be copied or saved for whoever can help.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { DoctorReport } from '../../../electron/contract/model/doctor';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { verdict } from '../../../electron/domain/doctor/report';
import { reportText } from '../../../electron/domain/doctor/report-text';
import { withPin } from '../../../electron/domain/way/pins';
import { askShell, call } from '../../api';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { copyText } from '../../ui/copy-text';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import type { PageRemedy } from '../accounts/remedy-buttons';
import { say, sayFailure } from '../frame/notices';
import { useOffers } from '../frame/offers';
import classes from './doctor.module.css';
import { DoctorRemedies, remediesOf } from './doctor-remedies';
import { DoctorStepLine } from './doctor-step';
import { type Subject, useDoctor } from './use-doctor';

const toneOf = { fine: 'good', attention: 'warn', broken: 'bad' } as const;

type Props = {
  /** What the page calls it, where it stands in the doctor's own room and has a heading already. */
  readonly title?: string;
  /** Whom an examination is about; null: what is typed can't be used yet, and the page says so. */
  readonly subject: () => Subject | null;
  readonly onRemedy: (remedy: PageRemedy) => void;
  /** Keeps a certificate as trusted; false: it could not be kept. */
  readonly onTrust: (pin: TrustedCertificate) => Promise<boolean>;
  /** Keeps a folder that was made as the account's; false: it could not be kept. */
  readonly onSentFolder: (path: string) => Promise<boolean>;
};

export function DoctorPanel({ title, subject, onRemedy, onTrust, onSentFolder }: Props) {
  const { doctor: words, failures } = useStrings();
  const heading = useId();
  const doctor = useDoctor();
  const [sendsMessage, setSendsMessage] = useState(true);
  const message = sendsMessage ? words.testMessage : null;
  const { report, state } = doctor;
  const run = (whom: Subject | null): void => {
    if (whom !== null) doctor.run(whom, message);
  };
  const last = doctor.subject;
  useOffers('doctor', () =>
    state === 'running' ? [] : [{ id: 'doctor', label: `${words.doctor}: ${words.run}`, run: () => run(subject()) }],
  );
  const trust = async (pin: TrustedCertificate): Promise<void> => {
    if (last === null || !(await onTrust(pin))) return;
    const trustedCertificates = withPin(last.account.trustedCertificates ?? [], pin);
    run({ ...last, account: { ...last.account, trustedCertificates } });
  };
  const makeSentFolder = async (name: string): Promise<void> => {
    if (last === null) return;
    const made = await call('accounts.makeSentFolder', { ...last, name });
    if (!made.ok) return sayFailure(made.failure);
    if (await onSentFolder(made.value.path)) run({ ...last, account: { ...last.account, sentFolder: made.value.path } });
  };
  const asText = (of: DoctorReport): string => {
    const failure = (about: Parameters<(typeof failures)['internal']['says']>[0]): string =>
      `${failures[about.code].says(about)} ${failures[about.code].remedy(about)}`.trim();
    return reportText(of, { ...words, failure });
  };
  const copy = (of: DoctorReport): void => {
    if (copyText(asText(of))) say({ tone: 'good', text: words.copied });
  };
  const save = async (of: DoctorReport): Promise<void> => {
    const name = `${words.fileName}-${new Date(of.startedAt).toISOString().slice(0, 10)}.txt`;
    const saved = await askShell('files.save', { name, bytes: new TextEncoder().encode(asText(of)) });
    if (!saved.ok) sayFailure(saved.failure);
    else if (saved.value.wasSaved) say({ tone: 'good', text: words.saved(name) });
  };
  return (
    <section
      className={classes.panel}
      data-is-alone={title !== undefined}
      {...(title === undefined ? { 'aria-labelledby': heading } : { 'aria-label': title })}
    >
      {title === undefined && (
        <h3 id={heading} className={classes.title}>
          {words.doctor}
        </h3>
      )}
      <p className={classes.intro}>{words.intro}</p>
      <Toggle label={words.sendsMessage} isOn={sendsMessage} onChange={setSendsMessage} />
      <div className={classes.actions}>
        {state === 'running' ? (
          <Button variant="default" onClick={doctor.stop}>
            {words.stop}
          </Button>
        ) : (
          <Button variant="default" onClick={() => run(subject())}>
            {report === null ? words.run : words.again}
          </Button>
        )}
        {state === 'done' && report !== null && (
          <>
            <Button variant="subtle" onClick={() => copy(report)}>
              {words.copy}
            </Button>
            <Button variant="subtle" onClick={() => void save(report)}>
              {words.save}
            </Button>
          </>
        )}
        <span role="status">
          {state === 'running' && <StateChip tone="wait">{words.running}</StateChip>}
          {state === 'done' && report !== null && <StateChip tone={toneOf[verdict(report)]}>{words.verdicts[verdict(report)]}</StateChip>}
        </span>
      </div>
      {doctor.failure !== null && <FailureNote failure={doctor.failure} isNews />}
      {report !== null && last !== null && (
        <ol aria-label={words.title(report.address)}>
          {report.steps.map((step) => (
            <DoctorStepLine
              key={step.id}
              step={step}
              remedies={
                remediesOf(last.account, step, report).length === 0 ? null : (
                  <DoctorRemedies
                    account={last.account}
                    step={step}
                    report={report}
                    onRemedy={onRemedy}
                    onTrust={(pin) => void trust(pin)}
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
