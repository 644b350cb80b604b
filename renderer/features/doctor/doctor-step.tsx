// One step of an examination: how it stands, what was seen, what it means, and what can be done.
import type { ReactNode } from 'react';
import type { DoctorStep } from '../../../electron/contract/model/doctor';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { StepLine } from '../../ui/step-line';
import { DnsRecord } from './dns-record';
import classes from './doctor.module.css';

type Props = {
  readonly step: DoctorStep;
  /** The buttons that mend it; null: nothing that the program could do. */
  readonly remedies: ReactNode;
};

export function DoctorStepLine({ step, remedies }: Props) {
  const { doctor } = useStrings();
  const finding = step.finding === null ? null : doctor.findings[step.finding];
  // The open ports are on the buttons.
  const facts = step.finding === 'port-other-open' ? '' : step.facts.filter((fact) => fact !== '').join(' · ');
  return (
    <StepLine
      name={doctor.steps[step.id]}
      state={step.state === 'broken' ? 'failed' : step.state}
      stateWords={doctor.states[step.state]}
      took={step.took}
    >
      {facts !== '' && <p className={classes.facts}>{facts}</p>}
      {finding !== null && (
        <p className={classes.finding}>
          {finding.says} {finding.remedy}
        </p>
      )}
      {step.failure === null && remedies !== null && <div className={classes.ways}>{remedies}</div>}
      {step.record !== null && <DnsRecord record={step.record} />}
      {step.failure !== null && (
        <div className={classes.failure}>
          <FailureNote
            failure={step.failure}
            tone={step.state === 'broken' ? 'bad' : 'warn'}
            {...(remedies === null ? {} : { actions: remedies })}
          />
        </div>
      )}
    </StepLine>
  );
}
