// The staged check as one line from top to bottom: each step fills in as it happens, a failure opens under its step.
import { type ReactNode, useEffect, useRef } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { CheckReport, CheckStage, CheckStageId } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { StepLine } from '../../ui/step-line';
import classes from './check-line.module.css';

type Props = {
  /** One that has not begun shows what will happen. */
  readonly report: CheckReport;
  readonly hasIncoming: boolean;
  readonly actionsFor: (stage: CheckStageId, failure: Failure) => ReactNode;
};

const incoming: ReadonlySet<CheckStageId> = new Set(['imap', 'sent-folder']);
export function CheckLine({ report, hasIncoming, actionsFor }: Props) {
  const { accounts } = useStrings();
  // Without a server for Sent these two steps are nobody's concern.
  const stages = report.stages.filter(({ id }) => hasIncoming || !incoming.has(id));
  const list = useRef<HTMLOListElement>(null);
  const failed = stages.find(({ failure }) => failure !== null)?.id ?? null;
  useEffect(() => {
    if (failed !== null) list.current?.querySelector('[data-state="failed"]')?.scrollIntoView({ block: 'nearest' });
  }, [failed]);
  return (
    <ol ref={list} aria-label={accounts.checkLabel}>
      {stages.map((stage) => (
        <Step key={stage.id} stage={stage} actionsFor={actionsFor} />
      ))}
    </ol>
  );
}

function Step({ stage, actionsFor }: Pick<Props, 'actionsFor'> & { readonly stage: CheckStage }) {
  const { accounts } = useStrings();
  const { id, state, took, found, failure } = stage;
  const place = useRef<HTMLLIElement>(null);
  const hasFailed = failure !== null;
  // On a small window the check begins below the fields: what happens now, and above all a remedy, must not be out of sight.
  useEffect(() => {
    if (state === 'running' || hasFailed) place.current?.scrollIntoView({ block: 'nearest' });
  }, [state, hasFailed]);
  return (
    <StepLine
      ref={place}
      name={accounts.stages[id]}
      state={state}
      stateWords={accounts.stageStates[state]}
      found={found === null ? null : readable(found)}
      took={took}
    >
      {failure !== null && (
        <div className={classes.failure}>
          <FailureNote failure={failure} isNews actions={actionsFor(id, failure)} />
        </div>
      )}
    </StepLine>
  );
}

/** OpenSSL writes "TLSv1.3". */
const readable = (found: string): string => found.replace(/^TLSv/, 'TLS ');
