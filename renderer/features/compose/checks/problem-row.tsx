// Something that stands in the way of sending, and the way to where it is mended.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import type { Failure } from '../../../../electron/contract/failure';
import { useStrings } from '../../../strings/words';
import classes from './check-panel.module.css';
import { RowMark } from './finding-row';
import { sayProblem } from './say-finding';
import type { ProblemPlace } from './use-fixes';

type Props = {
  readonly failure: Failure;
  readonly place: ProblemPlace | null;
  readonly number: number | null;
  /** Shuts the panel; the person goes on where they were led. */
  readonly leave: () => void;
};

export function ProblemRow({ failure, place, number, leave }: Props) {
  const strings = useStrings();
  const { compose, letterChecks } = strings;
  const sentenceId = useId();
  return (
    <li className={classes.row} data-problem>
      <RowMark number={place === null ? null : number}>
        <IconAlertTriangle className={classes.icon} size={16} stroke={1.75} aria-hidden />
      </RowMark>
      <div className={classes.what}>
        <span id={sentenceId}>{sayProblem(strings, failure)}</span>
        {place !== null && (
          <div className={classes.actions}>
            <Button
              variant="default"
              size="compact-sm"
              data-fix
              aria-describedby={sentenceId}
              aria-keyshortcuts={number === null ? undefined : String(number)}
              onClick={() => {
                leave();
                place.go();
              }}
            >
              {place.field === 'files' ? letterChecks.fixes.large : compose.goTo(compose[place.field])}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
