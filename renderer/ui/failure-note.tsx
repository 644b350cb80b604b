// What went wrong, why, what to do, the button that does it, and the server's own words.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../electron/contract/failure';
import { serverWords } from '../strings/server-words';
import { useStrings } from '../strings/words';
import { CertificateFacts } from './certificate-facts';
import { useCoached } from './coach-context';
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
  const coached = useCoached(failure);
  const remedy = coached?.isSpecific === true ? `${coached.words.cause} ${coached.words.todo}`.trim() : words.remedy(failure);
  const openMore = coached?.openMore ?? null;
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
        {failure.certificate !== undefined && coached !== null && (
          <CertificateFacts certificate={failure.certificate} page={coached.page} />
        )}
        {(actions !== undefined || openMore !== null) && (
          <div className={classes.actions}>
            {actions}
            {coached !== null && openMore !== null && (
              <Button variant="subtle" size="xs" className={classes.more ?? ''} onClick={openMore}>
                {coached.page.more}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
