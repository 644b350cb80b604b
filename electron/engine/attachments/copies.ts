// What is being brought into drafts: how far each copy is, for whoever watches, and a way to call it off.
import type { CopyUnderWay } from '../../contract/model/attachments';

export type Copies = {
  /** Runs the work with a signal; `tell` is called as it gets on. Without a `copyId` nobody can follow it. */
  readonly follow: <T>(
    draftId: string,
    about: Pick<CopyUnderWay, 'name' | 'work'> & { readonly copyId: string | undefined },
    run: (copy: FollowedCopy) => Promise<T>,
  ) => Promise<T>;
  readonly stop: (draftId: string, copyId: string) => boolean;
  readonly watch: (draftId: string, push: (copies: CopyUnderWay[]) => void) => () => void;
  readonly stopAll: () => void;
};
export type FollowedCopy = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
  readonly turnTo: (work: CopyUnderWay['work']) => void;
};

type Running = { now: CopyUnderWay; readonly end: AbortController };

export function createCopies(): Copies {
  const running = new Map<string, Map<string, Running>>();
  const watchers = new Map<string, Set<(copies: CopyUnderWay[]) => void>>();
  let unfollowed = 0;
  const list = (draftId: string): CopyUnderWay[] => [...(running.get(draftId)?.values() ?? [])].map(({ now }) => now);
  const tell = (draftId: string): void => {
    for (const push of watchers.get(draftId) ?? []) push(list(draftId));
  };
  return {
    async follow(draftId, { copyId, name, work }, run) {
      unfollowed += 1;
      const key = copyId ?? `unfollowed ${unfollowed}`;
      const one: Running = { now: { copyId: key, name, done: 0, total: null, work }, end: new AbortController() };
      const ofDraft = running.get(draftId) ?? new Map<string, Running>();
      running.set(draftId, ofDraft.set(key, one));
      const change = (by: Partial<CopyUnderWay>): void => {
        one.now = { ...one.now, ...by };
        tell(draftId);
      };
      tell(draftId);
      try {
        return await run({
          signal: one.end.signal,
          onProgress: (done, total) => change({ done, total }),
          turnTo: (next) => change({ work: next }),
        });
      } finally {
        ofDraft.delete(key);
        if (ofDraft.size === 0) running.delete(draftId);
        tell(draftId);
      }
    },
    stop(draftId, copyId) {
      const one = running.get(draftId)?.get(copyId);
      one?.end.abort();
      return one !== undefined;
    },
    watch(draftId, push) {
      const listening = watchers.get(draftId) ?? new Set();
      watchers.set(draftId, listening.add(push));
      push(list(draftId));
      return () => {
        listening.delete(push);
        if (listening.size === 0) watchers.delete(draftId);
      };
    },
    stopAll() {
      for (const ofDraft of running.values()) for (const { end } of ofDraft.values()) end.abort();
    },
  };
}
