// What is being sent now, and, for a moment, what has just left.
import { useEffect, useRef, useState } from 'react';
import type { OutboxItem } from '../../../electron/contract/model';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import classes from './status-line.module.css';

const SHOWN_FOR = 6000;

export function Sending({ count }: { readonly count: number }) {
  const { frame } = useStrings();
  const items = useQuery('outbox.list', {}).value;
  const left = useJustLeft(items);
  const under = items?.filter(({ state }) => state === 'sending') ?? [];
  const [first] = under;
  if (first === undefined || count === 0) return left === null ? null : <StateChip tone="good">{frame.sentTo(...whoOf(left))}</StateChip>;
  const part = first.progress === null || first.size === 0 ? null : Math.min(1, first.progress / first.size);
  return (
    <>
      <span className={classes.text}>{under.length > 1 ? frame.sendingMany(under.length) : frame.sendingTo(...whoOf(first))}</span>
      {under.length === 1 && part !== null && (
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={frame.sendingTo(...whoOf(first))}
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

const whoOf = (item: OutboxItem): [string, number] => [item.to[0] ?? item.subject, Math.max(0, item.to.length - 1)];

/** The message that was under way a moment ago and has been accepted since. */
function useJustLeft(items: readonly OutboxItem[] | null): OutboxItem | null {
  const before = useRef<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<OutboxItem | null>(null);
  useEffect(() => {
    if (items === null) return;
    const done = items.find(({ id, state }) => state === 'accepted' && before.current.has(id));
    before.current = new Set(items.filter(({ state }) => state === 'sending' || state === 'queued').map(({ id }) => id));
    if (done !== undefined) setLeft(done);
  }, [items]);
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => setLeft(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
