// The keepers of the drafts that are open or not stored yet. A keeper outlives its composer until the engine has everything.
import type { Result } from '../../../electron/contract/failure';
import type { Attachment, Draft, DraftContent } from '../../../electron/contract/model/drafts';
import { withoutSignature } from '../../../electron/domain/identities/signature';
import { call } from '../../api';
import { beforeClosing } from '../frame/before-closing';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';

export type OpenDraft = { readonly keeper: DraftKeeper; readonly attachments: readonly Attachment[] };

const keepers = new Map<string, { readonly keeper: DraftKeeper; users: number }>();

const tools = {
  save: (input: Parameters<typeof call<'drafts.save'>>[1]) => call('drafts.save', input),
  later: (ms: number, work: () => void): (() => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
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
  const draft = await read(draftId);
  if (!draft.ok) return draft;
  const known = keepers.get(draftId) ?? { keeper: createDraftKeeper(draft.value, tools), users: 0 };
  known.users += 1;
  keepers.set(draftId, known);
  return { ok: true, value: { keeper: known.keeper, attachments: draft.value.attachments } };
}

/** The composer went. What is not stored yet still is; a draft in which nothing was ever written is taken away. */
export function leaveDraft(keeper: DraftKeeper, hasAttachments: boolean): void {
  const known = keepers.get(keeper.draftId);
  if (known === undefined) return;
  known.users -= 1;
  // After the turn: a composer that is only drawn anew has entered again by then.
  setTimeout(() => {
    if (known.users > 0 || keepers.get(keeper.draftId) !== known) return;
    void keeper.flush().then((saved) => {
      if (known.users > 0) return;
      if (saved.ok || saved.failure.code === 'not-found') keepers.delete(keeper.draftId);
      if (saved.ok && !hasAttachments && isUntouched(keeper.content())) void call('drafts.discard', { draftId: keeper.draftId });
    });
  }, 0);
}

/** The draft was sent or thrown away: nothing more is stored for it. */
export function forgetDraft(draftId: string): void {
  keepers.delete(draftId);
}

const isUntouched = (content: DraftContent): boolean =>
  content.to.length + content.cc.length + content.bcc.length === 0 &&
  content.subject.trim() === '' &&
  isEmpty(withoutSignature(content.html));

const isEmpty = (html: string): boolean => !html.includes('<img') && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';

const unsaved = (): DraftKeeper[] => [...keepers.values()].flatMap(({ keeper }) => (keeper.state().isSaved ? [] : [keeper]));
const flushAll = (): Promise<unknown> => Promise.all(unsaved().map((keeper) => keeper.flush()));

// The window closes only when everything is stored; and where nobody asks, what was typed last is on its way before the page ends.
beforeClosing(flushAll);
for (const end of ['beforeunload', 'pagehide', 'blur']) window.addEventListener(end, () => void flushAll());
