// One step of an examination: how it stands, what was seen, what it means, and what can be done.
import { Button } from '@mantine/core';
import type { DoctorStep } from '../../../electron/contract/model/doctor';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { StepLine } from '../../ui/step-line';
import { TrustCertificate } from '../accounts/trust-certificate';
import classes from './doctor.module.css';

type Props = {
  readonly step: DoctorStep;
  /** Ports to which the account could be switched instead. */
  readonly otherPorts: readonly number[];
  readonly onPort: (port: number) => void;
  readonly onTrust: (pin: TrustedCertificate) => void;
};

export function DoctorStepLine({ step, otherPorts, onPort, onTrust }: Props) {
  const { accounts, doctor } = useStrings();
  const finding = step.finding === null ? null : doctor.findings[step.finding];
  return (
    <StepLine
      name={doctor.steps[step.id]}
      state={step.state === 'broken' ? 'failed' : step.state}
      stateWords={doctor.states[step.state]}
      took={step.took}
    >
      {step.facts.length > 0 && <p className={classes.facts}>{step.facts.filter((fact) => fact !== '').join(' · ')}</p>}
      {finding !== null && (
        <p className={classes.finding}>
          {finding.says} {finding.remedy}
        </p>
      )}
      {step.finding === 'port-other-open' && (
        <p className={classes.ways}>
          {otherPorts.map((port) => (
            <Button key={port} size="xs" variant="default" onClick={() => onPort(port)}>
              {accounts.usePort(port, accounts.securities[port === 465 ? 'tls' : 'starttls'])}
            </Button>
          ))}
        </p>
      )}
      {step.record !== null && (
        <div className={classes.record}>
          <p>{doctor.record}</p>
          <samp>
            {step.record.name}. {step.record.type} &quot;{step.record.value}&quot;
          </samp>
        </div>
      )}
      {step.failure !== null && (
        <div className={classes.failure}>
          <FailureNote
            failure={step.failure}
            tone={step.state === 'broken' ? 'bad' : 'warn'}
            actions={<TrustCertificate failure={step.failure} onTrust={onTrust} />}
          />
        </div>
      )}
    </StepLine>
  );
}
