// How much of a large message has gone out.
import { useStrings } from '../../strings/words';
import classes from './outbox.module.css';

/** @param part 0 to 1 */
export function ProgressBar({ part }: { readonly part: number }) {
  const { outbox } = useStrings();
  const percent = Math.round(part * 100);
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={outbox.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className={classes.filled} style={{ width: `${percent}%` }} />
    </div>
  );
}
