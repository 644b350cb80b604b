// Everybody who would be seen by the others moves to Bcc, groups as groups; and back, as long as nobody has changed anything there.
import { useEffect, useRef, useState } from 'react';
import type { DraftContent } from '../../../../electron/contract/model/drafts';
import { mergeDuplicates } from '../../../../electron/domain/addresses';
import type { DraftKeeper } from '../draft-keeper';

type Addressed = Pick<DraftContent, 'to' | 'cc' | 'bcc' | 'groups'>;

/** @param onMoved the fields are to be drawn anew: each keeps its own chips */
export function useAllToBcc(keeper: DraftKeeper, onMoved: () => void) {
  const [canUndoBcc, setCanUndo] = useState(false);
  const before = useRef<{ readonly was: Addressed; readonly is: Addressed } | null>(null);
  useEffect(
    () =>
      keeper.onChange(() => {
        if (before.current === null || isStill(keeper, before.current.is)) return;
        before.current = null;
        setCanUndo(false);
      }),
    [keeper],
  );
  const allToBcc = (): void => {
    const { to, cc, bcc, groups } = keeper.content();
    const all = mergeDuplicates([...bcc, ...to, ...cc]);
    const once = new Map((groups ?? []).map((group) => [group.id, { ...group, field: 'bcc' as const }]));
    const is: Addressed = { to: [], cc: [], bcc: all, groups: [...once.values()] };
    before.current = { was: { to, cc, bcc, groups }, is };
    keeper.change(is);
    setCanUndo(true);
    onMoved();
  };
  const undoBcc = (): void => {
    if (before.current === null) return;
    const { was } = before.current;
    before.current = null;
    keeper.change(was);
    setCanUndo(false);
    onMoved();
  };
  return { allToBcc, canUndoBcc, undoBcc };
}

/** A field that is drawn anew has nothing to tell; one that does tells of somebody who came or went. */
function isStill(keeper: DraftKeeper, { to, cc, bcc }: Addressed): boolean {
  const now = keeper.content();
  return now.to.length === to.length && now.cc.length === cc.length && now.bcc.length === bcc.length;
}
