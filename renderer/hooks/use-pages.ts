// A long list of the engine as pages: those that are seen are watched, those that were seen are remembered.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Failure, Result } from '../../electron/contract/failure';

export type Page<T> = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  readonly folder: string | null;
  readonly total: number;
  readonly offset: number;
  readonly items: readonly T[];
};
type WatchPage<T> = (offset: number, limit: number, push: (result: Result<Page<T>>) => void) => () => void;

export type Pages<T> = {
  readonly state: Page<T>['state'];
  readonly failure: Failure | null;
  readonly folder: string | null;
  readonly total: number;
  /** All that is here, in the list's order; there may be gaps. */
  readonly loaded: readonly T[];
  /** null: not here yet. */
  readonly itemAt: (index: number) => T | null;
  /** For VirtualList's onSeen. */
  readonly onSeen: (first: number, last: number) => void;
};

type Loaded<T> = {
  readonly source: WatchPage<T>;
  readonly pages: ReadonlyMap<number, Page<T>>;
  readonly failure: Failure | null;
  readonly latest: Page<T> | null;
};

const PAGE = 100;

const nothing = <T>(source: WatchPage<T>): Loaded<T> => ({ source, pages: new Map(), failure: null, latest: null });

function withPage<T>(before: Loaded<T>, page: number, result: Result<Page<T>>): Loaded<T> {
  if (!result.ok) return { ...before, failure: result.failure };
  const { state, failure, total } = result.value;
  // A page that is only being read knows no total yet: the list would lose its place.
  const isKnown = state === 'ready' || total > 0 || before.latest === null;
  const latest = isKnown || before.latest === null ? result.value : { ...before.latest, state, failure };
  const pages = isKnown || !before.pages.has(page) ? new Map(before.pages).set(page, result.value) : before.pages;
  return { ...before, pages, failure, latest };
}

/** @param watchPage must keep its identity while it means the same list (useCallback); a new one starts anew */
export function usePages<T>(watchPage: WatchPage<T>): Pages<T> {
  const [state, setState] = useState<Loaded<T>>(nothing(watchPage));
  const [{ from, to }, setRange] = useState({ from: 0, to: 0 });
  // What was read for another list is not shown under this one.
  const { pages, failure, latest } = state.source === watchPage ? state : nothing(watchPage);

  useEffect(() => {
    const ends: (() => void)[] = [];
    for (let page = from; page <= to; page += 1) {
      const end = watchPage(page * PAGE, PAGE, (result) =>
        setState((before) => withPage(before.source === watchPage ? before : nothing(watchPage), page, result)),
      );
      ends.push(end);
    }
    return () => {
      for (const end of ends) end();
    };
  }, [watchPage, from, to]);

  const onSeen = useCallback((first: number, last: number) => {
    const next = { from: Math.floor(first / PAGE), to: Math.floor(last / PAGE) };
    setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
  }, []);
  const itemAt = (index: number): T | null => pages.get(Math.floor(index / PAGE))?.items[index % PAGE] ?? null;

  const loaded = useMemo(() => [...pages].sort(([a], [b]) => a - b).flatMap(([, { items }]) => items), [pages]);

  return {
    loaded,
    state: latest?.state ?? (failure === null ? 'loading' : 'failed'),
    failure,
    folder: latest?.folder ?? null,
    total: latest?.total ?? 0,
    itemAt,
    onSeen,
  };
}
