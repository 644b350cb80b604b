// The staged check as one line from top to bottom: each step fills in as it happens, a failure opens under its step.
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { CheckReport, CheckStage, CheckStageId } from '../../../electron/contract/model/accounts';
import { formatTook } from '../../strings/time';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
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
    <ol ref={list} className={classes.steps} aria-label={accounts.checkLabel}>
      {stages.map((stage) => (
        <Step key={stage.id} stage={stage} actionsFor={actionsFor} />
      ))}
    </ol>
  );
}

function Step({ stage, actionsFor }: Pick<Props, 'actionsFor'> & { readonly stage: CheckStage }) {
  const { accounts } = useStrings();
  const language = useLanguage();
  const { id, state, took, found, failure } = stage;
  const place = useRef<HTMLLIElement>(null);
  const hasFailed = failure !== null;
  // On a small window the check begins below the fields: what happens now, and above all a remedy, must not be out of sight.
  useEffect(() => {
    if (state === 'running' || hasFailed) place.current?.scrollIntoView({ block: 'nearest' });
  }, [state, hasFailed]);
  return (
    <li className={classes.step} data-state={state} ref={place}>
      <span className={classes.marker} aria-hidden>
        {state === 'fine' && <IconCheck size={12} stroke={3} />}
        {state === 'failed' && <IconX size={12} stroke={3} />}
        {state === 'skipped' && <IconMinus size={12} stroke={3} />}
      </span>
      <div className={classes.words}>
        <p className={classes.line}>
          <span className={classes.name}>{accounts.stages[id]}</span>
          <span className="unseen">, {accounts.stageStates[state]}</span>
          {found !== null && found !== '' && (
            <span className={classes.found} title={found}>
              {readable(found)}
            </span>
          )}
          {took !== null && <span className={classes.took}>{formatTook(took, language)}</span>}
        </p>
        {failure !== null && (
          <div className={classes.failure}>
            <FailureNote failure={failure} isNews actions={actionsFor(id, failure)} />
          </div>
        )}
      </div>
    </li>
  );
}

/** OpenSSL writes "TLSv1.3". */
const readable = (found: string): string => found.replace(/^TLSv/, 'TLS ');
