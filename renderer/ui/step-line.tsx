// One step of a check, in a list of them: how it stands, how long it took, and below it what there is to say of it.
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { formatTook } from '../strings/time';
import { useLanguage } from '../strings/words';
import classes from './step-line.module.css';

export type StepState = 'waiting' | 'running' | 'fine' | 'attention' | 'failed' | 'skipped';

type Props = {
  readonly name: string;
  readonly state: StepState;
  /** The state in words, for those who don't see the mark. */
  readonly stateWords: string;
  /** Beside the name, and in full when it is pointed at; null: nothing. */
  readonly found?: string | null;
  /** ms; null: not known. */
  readonly took: number | null;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLLIElement>;
};

export function StepLine({ name, state, stateWords, found = null, took, children, ref }: Props) {
  const language = useLanguage();
  return (
    <li className={classes.step} data-state={state} ref={ref}>
      <span className={classes.marker} aria-hidden>
        <Mark state={state} />
      </span>
      <div className={classes.words}>
        <p className={classes.line}>
          <span className={classes.name}>{name}</span>
          <span className="unseen">, {stateWords}</span>
          {found !== null && found !== '' && (
            <span className={classes.found} title={found}>
              {found}
            </span>
          )}
          {took !== null && <span className={classes.took}>{formatTook(took, language)}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}

function Mark({ state }: Pick<Props, 'state'>) {
  if (state === 'fine') return <IconCheck size={12} stroke={3} />;
  if (state === 'attention') return <IconAlertTriangle size={12} stroke={2.5} />;
  if (state === 'failed') return <IconX size={12} stroke={3} />;
  return state === 'skipped' ? <IconMinus size={12} stroke={3} /> : null;
}
