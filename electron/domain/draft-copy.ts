// What is to be done about the copy of a draft on the server, and when.
/** ms after the last change; a letter that is being written is not sent to and fro at every word. */
export const draftCopyPause = 30_000;

export type DraftCopy = {
  readonly accountId: string;
  /** The draft's `updatedAt` when the copy was made; null: none is known to be there. */
  readonly filedOf: number | null;
  readonly notBefore: number | null;
};
export type DraftFacts = {
  /** Null: it was sent or thrown away. `accountId` null: there is nothing in it, or its account keeps no copies. */
  readonly draft: { readonly updatedAt: number; readonly accountId: string | null } | null;
  readonly copy: DraftCopy | null;
  /** Its composer was closed: nothing more is coming. */
  readonly isLeft: boolean;
};

/** `remove`: what lies on the server of the copy's account. `at`: ms since 1970. */
export type DraftCopyTask =
  | { readonly kind: 'none' }
  | { readonly kind: 'file' | 'remove'; readonly accountId: string; readonly at: number };

export function draftCopyTask({ draft, copy, isLeft }: DraftFacts): DraftCopyTask {
  const notBefore = copy?.notBefore ?? 0;
  const wanted = draft?.accountId ?? null;
  // From another account now: first the old one loses its copy.
  if (copy !== null && copy.accountId !== wanted) return { kind: 'remove', accountId: copy.accountId, at: notBefore };
  if (draft === null || wanted === null || copy?.filedOf === draft.updatedAt) return { kind: 'none' };
  const at = isLeft ? draft.updatedAt : draft.updatedAt + draftCopyPause;
  return { kind: 'file', accountId: wanted, at: Math.max(at, notBefore) };
}
