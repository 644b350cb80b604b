// The keepers of the drafts that are open or not stored yet. A keeper outlives its composer until the engine has everything.
import { fail, type Result, succeed } from '../../../electron/contract/failure';
import type { KeptSession } from '../../../electron/contract/model/draft-desk';
import type { Attachment, Draft } from '../../../electron/contract/model/drafts';
import { isEmptyDraft } from '../../../electron/domain/empty-draft';
import { call } from '../../api';
import { beforeClosing } from '../frame/before-closing';
import { takeMade } from '../frame/made-drafts';
import { createDraftKeeper, type DraftKeeper, type Whereabouts } from './draft-keeper';

export type OpenDraft = {
  readonly keeper: DraftKeeper;
  readonly attachments: readonly Attachment[];
  /** Where its writer left off in this very text; null: it is opened for the first time, or the text is another one by now. */
  readonly leftAt: Whereabouts | null;
};

const keepers = new Map<string, { readonly keeper: DraftKeeper; users: number }>();

/** At most this much later where the page has better things to do, ms. */
const IDLE = 250;

const tools = {
  save: (input: Parameters<typeof call<'drafts.save'>>[1]) => call('drafts.save', input),
  keepPlace: (input: Parameters<typeof call<'drafts.keepPlace'>>[1]) => call('drafts.keepPlace', input),
  // Not between a key press and its picture.
  later: (ms: number, work: () => void): (() => void) => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(work, { timeout: IDLE });
    }, ms);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  },
};

/** Reads a draft again and again while the engine restarts under it. */
async function read(draftId: string): Promise<Result<Draft>> {
  for (;;) {
    const draft = await call('drafts.open', { draftId });
    if (draft.ok || draft.failure.code !== 'engine-restarted') return draft;
  }
}

/** Opens a draft for one composer, which calls `leaveDraft` when it goes. */
export async function enterDraft(draftId: string): Promise<Result<OpenDraft>> {
  const made = takeMade(draftId); // nobody has been in it yet
  const [draft, session] =
    made === null ? await Promise.all([read(draftId), call('drafts.session', { draftId })]) : [succeed(made), fail('not-found')];
  if (!draft.ok) return draft;
  const before = keepers.get(draftId);
  const known = before ?? { keeper: createDraftKeeper(draft.value, tools), users: 0 };
  known.users += 1;
  keepers.set(draftId, known);
  const leftAt = before?.keeper.leftAt() ?? fitting(draft.value, session.ok ? session.value : null);
  return { ok: true, value: { keeper: known.keeper, attachments: draft.value.attachments, leftAt } };
}

const fitting = ({ revision }: Draft, kept: KeptSession | null): Whereabouts | null =>
  kept === null || kept.revision !== revision ? null : { place: kept.place, history: kept.history };

/** Who waits for a draft to be left, and whether it stays even when nothing was written in it. */
const waiting = new Map<string, { readonly staysEmpty: boolean; readonly tell: (isStored: boolean) => void }>();

/**
 * Resolves when the composer has gone and everything of the draft is with the engine; false: not everything.
 * `staysEmpty`: it is about to be opened elsewhere, so it is not taken away as empty.
 */
export function whenLeft(draftId: string, staysEmpty: boolean): Promise<boolean> {
  if (!keepers.has(draftId)) return Promise.resolve(true);
  return new Promise((tell) => void waiting.set(draftId, { staysEmpty, tell }));
}

/** The composer went. What is not stored yet still is; a draft in which nothing was ever written is taken away. */
export function leaveDraft(keeper: DraftKeeper, hasAttachments: boolean): void {
  const known = keepers.get(keeper.draftId);
  if (known === undefined) return;
  known.users -= 1;
  // After the turn: a composer that is only drawn anew has entered again by then.
  setTimeout(() => {
    if (known.users > 0 || keepers.get(keeper.draftId) !== known) return;
    void keeper.flush().then(async (saved) => {
      if (known.users > 0) return;
      const isStored = saved.ok || saved.failure.code === 'not-found';
      if (isStored) keepers.delete(keeper.draftId);
      const heir = waiting.get(keeper.draftId);
      waiting.delete(keeper.draftId);
      const goes = saved.ok && !hasAttachments && isEmptyDraft(keeper.content()) && heir?.staysEmpty !== true;
      await call(goes ? 'drafts.discard' : 'drafts.left', { draftId: keeper.draftId });
      heir?.tell(isStored);
    });
  }, 0);
}

/** The draft was sent or thrown away: nothing more is stored for it. */
export function forgetDraft(draftId: string): void {
  keepers.delete(draftId);
}

/** Everything of it is with the engine afterwards. */
export const flushDraft = (draftId: string): Promise<Result<unknown>> =>
  keepers.get(draftId)?.keeper.flush() ?? Promise.resolve(succeed(null));

/** `isSaved` false: something could not be stored. Of a draft that was thrown away there is nothing to store. */
async function flushAll(): Promise<{ readonly isSaved: boolean }> {
  const saved = await Promise.all([...keepers.values()].map(({ keeper }) => keeper.flush()));
  return { isSaved: saved.every((result) => result.ok || result.failure.code === 'not-found') };
}

// The window closes only when everything is stored; and where nobody asks, what was typed last is on its way before the page ends.
beforeClosing(flushAll);
for (const end of ['beforeunload', 'pagehide', 'blur']) window.addEventListener(end, () => void flushAll());
