// The list of drafts, searched and in pages; and drafts on their way out, which are not in it any more.
import { fail, type Result, succeed } from '../../contract/failure';
import type { CallHandlers, QueryHandlers } from '../rooms';
import { diskFailure, onDisk } from '../store/disk-failure';
import { draftOrder, summarizeDrafts } from '../store/drafts';
import { createDraftSearch } from './draft-search';
import type { ComposeNeeds } from './room';

export type DraftList = {
  readonly calls: Pick<CallHandlers, 'drafts.ids' | 'drafts.discardSoon' | 'drafts.keep'>;
  readonly queries: Pick<QueryHandlers, 'drafts.page'>;
};

/** @param discard removes drafts for good; those that are gone already don't matter */
export function createDraftList({ store, bell, host }: ComposeNeeds, discard: (draftIds: readonly string[]) => void): DraftList {
  const words = createDraftSearch({ store, clock: host.clock });
  const leaving = new Map<string, () => void>();

  const idsFor = async (search: string): Promise<Result<readonly string[]>> => {
    try {
      const found = search.trim() === '' ? draftOrder(store).map(({ id }) => id) : await words.find(search);
      return succeed(leaving.size === 0 ? found : found.filter((id) => !leaving.has(id)));
    } catch (error) {
      return { ok: false, failure: diskFailure(error, store.profile) };
    }
  };
  const stay = (draftIds: readonly string[]): void => {
    for (const id of draftIds) {
      leaving.get(id)?.();
      leaving.delete(id);
    }
    bell.ring('drafts');
  };
  return {
    calls: {
      async 'drafts.ids'({ search }) {
        const ids = await idsFor(search);
        return ids.ok ? succeed({ ids: [...ids.value] }) : ids;
      },
      'drafts.discardSoon'({ draftIds, ms }) {
        stay(draftIds);
        const callOff = host.clock.after(ms, () => {
          const due = draftIds.filter((id) => leaving.get(id) === callOff);
          for (const id of due) leaving.delete(id);
          if (due.length > 0 && store.db.isOpen) discard(due);
        });
        for (const id of draftIds) leaving.set(id, callOff);
        return succeed(null);
      },
      'drafts.keep'({ draftIds }) {
        stay(draftIds);
        return succeed(null);
      },
    },
    queries: {
      'drafts.page'({ search, offset, limit }, push) {
        let asked = 0;
        let isOver = false;
        const read = async (): Promise<void> => {
          asked += 1;
          const mine = asked;
          const ids = await idsFor(search);
          if (isOver || mine !== asked || !store.db.isOpen) return; // a newer look is under way
          if (!ids.ok) return push(ids);
          const page = onDisk(() => summarizeDrafts(store, ids.value.slice(offset, offset + limit)), store.profile);
          push(page.ok ? succeed({ total: ids.value.length, offset, items: page.value }) : page);
        };
        const look = (): void => void read().catch(() => push(fail('internal', { detail: 'the drafts could not be listed' })));
        const end = bell.listen('drafts', look);
        look();
        return () => {
          isOver = true;
          end();
        };
      },
    },
  };
}
