// Tells when a message that was on its way has been accepted: it leaves the outbox's list, and only its entry says why.
import { useEffect, useRef } from 'react';
import type { MessageState, OutboxItem } from '../../../electron/contract/model/outbox';
import { watch } from '../../api';

const onTheirWay: ReadonlySet<MessageState> = new Set(['held', 'scheduled', 'queued', 'sending', 'deferred']);
const isOnItsWay = ({ state }: OutboxItem): boolean => onTheirWay.has(state);

/** @param items null: what is on its way is not known, or too much to be told of
 *  @param tell called once for each accepted message; must keep its identity */
export function useJustSent(items: readonly OutboxItem[] | null, tell: (item: OutboxItem) => void): void {
  const onItsWay = useRef<readonly string[]>([]);
  useEffect(() => {
    if (items === null) {
      onItsWay.current = [];
      return;
    }
    const gone = onItsWay.current.filter((id) => !items.some((item) => item.id === id && item.state !== 'accepted'));
    onItsWay.current = items.filter(isOnItsWay).map(({ id }) => id);
    for (const id of gone) {
      // It may as well have been cancelled: nothing is called sent that was not.
      const end = watch('outbox.entry', { id }, (result) => {
        end();
        if (result.ok && result.value?.item.state === 'accepted') tell(result.value.item);
      });
    }
  }, [items, tell]);
}
