// What is being sent now, with how far it is.
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { useStrings } from '../../strings/words';
import classes from './status-line.module.css';

/** For sendingTo and sentTo: the first one by name, the others as a number. */
export const whoOf = (item: OutboxItem): [string, number] => [item.to[0] ?? item.subject, Math.max(0, item.recipients - 1)];

export function Sending({ items }: { readonly items: readonly [OutboxItem, ...OutboxItem[]] }) {
  const { frame } = useStrings();
  const [first] = items;
  const part = first.progress === null || first.size === 0 ? null : Math.min(1, first.progress / first.size);
  const text = items.length > 1 ? frame.sendingMany(items.length) : frame.sendingTo(...whoOf(first));
  return (
    <>
      <span className={classes.who} title={text}>
        {text}
      </span>
      {items.length === 1 && part !== null && (
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={text}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(part * 100)}
        >
          <div className={classes.filled} style={{ width: `${part * 100}%` }} />
        </div>
      )}
    </>
  );
}
