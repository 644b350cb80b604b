// What is known of the chosen messages: of those that were seen from the list, of the others from the engine, asked when all are chosen.
import { useEffect, useMemo, useState } from 'react';
import type { OutboxBrief } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { chooseAll, prune } from './choosing';
import { chosen } from './doing';

/** ms: while many leave, the engine is asked no more often than this which of the chosen ones are left. */
const PACE = 1_000;

const byId = (items: readonly OutboxBrief[]): ReadonlyMap<string, OutboxBrief> => new Map(items.map((item) => [item.id, item]));

export function useChosenItems(loaded: readonly OutboxBrief[], account: string | null, total: number) {
  const [all, setAll] = useState<ReadonlyMap<string, OutboxBrief>>(new Map());
  const { ids } = chosen.use();
  const read = async (): Promise<readonly OutboxBrief[] | null> => {
    const answer = await call('outbox.brief', { accountId: account });
    if (!answer.ok) return null;
    setAll(byId(answer.value));
    return answer.value;
  };
  const chooseEverything = (): void =>
    void read().then((items) => {
      if (items !== null)
        chosen.set((before) =>
          chooseAll(
            before,
            items.map(({ id }) => id),
          ),
        );
    });
  const hasChosen = ids.size > 0;
  // Those that have left, or belong to an account that is not shown, are not chosen any more.
  useEffect(() => {
    if (!hasChosen || total < 0) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void call('outbox.brief', { accountId: account }).then((answer) => {
        if (isOver || !answer.ok) return;
        setAll(byId(answer.value));
        chosen.set((before) =>
          prune(
            before,
            answer.value.map(({ id }) => id),
          ),
        );
      });
    }, PACE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [hasChosen, account, total]);
  const items = useMemo(() => {
    const seen = byId(loaded);
    return [...ids].flatMap((id) => seen.get(id) ?? all.get(id) ?? []);
  }, [ids, loaded, all]);
  return { items, chooseEverything };
}
