// What is known of the chosen messages: of those that were seen from the list, of the others from the engine, asked when all are chosen.
import { useEffect, useMemo, useState } from 'react';
import type { OutboxBrief } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { type Chosen, chooseAll, extend, prune } from './choosing';
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
  const chooseAmongAll = (choose: (before: Chosen, list: readonly string[]) => Chosen): void =>
    void read().then((items) => {
      if (items === null) return;
      const list = items.map(({ id }) => id);
      chosen.set((before) => choose(before, list));
    });
  const chooseEverything = (): void => chooseAmongAll(chooseAll);
  /** `near`: the rows around `to` that are here without a gap. A range that reaches farther is asked for: what was never seen belongs to it. */
  const chooseRange = (from: string, to: string, near: readonly string[]): void => {
    const isHere = near.includes(chosen.get().anchor ?? from);
    if (isHere) chosen.set((before) => extend(before, near, from, to));
    else chooseAmongAll((before, list) => extend(before, list, from, to));
  };
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
  return { items, chooseEverything, chooseRange };
}
