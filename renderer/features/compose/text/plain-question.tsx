// Says what plain text would lose of this letter, and asks whether to go on.
import { Button } from '@mantine/core';
import { useStrings } from '../../../strings/words';
import classes from '../paste/large-paste.module.css';
import type { PlainMode } from './use-plain';

export function PlainQuestion({ plain }: { readonly plain: PlainMode }) {
  const { letterText } = useStrings();
  if (plain.losing === null) return null;
  return (
    <div className={classes.strip} role="status">
      <p>{letterText.wouldLose(plain.losing)}</p>
      <div className={classes.choices}>
        <Button size="compact-sm" onClick={plain.goAhead} autoFocus>
          {letterText.plainAnyway}
        </Button>
        <Button size="compact-sm" variant="default" onClick={plain.leave}>
          {letterText.keepAsIs}
        </Button>
      </div>
    </div>
  );
}
