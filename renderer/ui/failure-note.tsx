// What went wrong, what to do, the button that does it, and the server's own words.
import type { ReactNode } from 'react';
import type { Failure } from '../../electron/contract/failure';
import { serverWords } from '../strings/server-words';
import { useStrings } from '../strings/words';
import classes from './failure-note.module.css';
import { toneIcon } from './tone';

type Props = {
  readonly failure: Failure;
  /** The buttons that do what the remedy says. */
  readonly actions?: ReactNode;
  /** `warn` where nothing is lost and it goes on by itself. */
  readonly tone?: 'bad' | 'warn';
  /** Announced at once, for something that just happened. Without it, a note that was already there. */
  readonly isNews?: boolean;
};

export function FailureNote({ failure, actions, tone = 'bad', isNews = false }: Props) {
  const { failures, frame } = useStrings();
  const words = failures[failure.code];
  const remedy = words.remedy(failure);
  const said = serverWords(failure);
  const Icon = toneIcon[tone];
  return (
    <div className={classes.note} data-tone={tone} role={isNews ? 'alert' : undefined}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        <p className={classes.says}>{words.says(failure)}</p>
        {remedy !== '' && <p className={classes.remedy}>{remedy}</p>}
        {said !== '' && (
          <p className={classes.said}>
            <span className="unseen">{frame.serverSays}: </span>
            <samp>{said}</samp>
          </p>
        )}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
