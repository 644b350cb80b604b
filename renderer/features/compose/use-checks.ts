// Looks at the draft when the typing rests and the page has nothing else to do: what stands in the way of sending it, and what to
// look at.
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { DraftContent } from '../../../electron/contract/model/drafts';
import { identityOf } from '../../../electron/domain/identities/identity';
import type { LetterQuestion } from '../../../electron/domain/letter-checks/find';
import type { Finding } from '../../../electron/domain/letter-checks/finding';
import { checkBeforeSending, estimateSize } from '../../../electron/domain/send-checks';
import { forwardIntros } from '../../strings/languages';
import { session } from '../frame/session';
import { letterOf } from './checks/letter-of';
import { movingPictures } from './checks/moving-pictures';
import { learnNeeds, needsOf } from './checks/needs-of';
import { readAhead } from './checks/read-ahead';
import type { DraftKeeper } from './draft-keeper';
import type { Family } from './recipients/family';
import { doubtsIn, knownPeople, preparePeople } from './recipients/known-people';
import { announcedLimits, followSizeLimits, sizeLimitFor } from './size-limits';
import type { PageFile } from './use-attachments';
import type { IdentityNote } from './use-identity';

export type Obstacles = {
  readonly problems: readonly Failure[];
  /** Octets on the wire, about. */
  readonly size: number;
  /** What the provider takes, octets; null: not known for certain, the server tells when it is sent. */
  readonly sizeLimit: number | null;
};
export type Checks = Obstacles & { readonly findings: readonly Finding[] };

/** ms */
const AFTER = 300;
/** ms: a page that is never idle is looked at all the same. */
const AT_LATEST = 1000;

/** Pictures that are not in the text any more are not sent. */
const thatGo = (content: DraftContent, attachments: readonly PageFile[]): PageFile[] =>
  attachments.filter(({ cid, sha256 }) => cid === null || content.html.includes(sha256));

/** What stands in the way. */
export function checkDraft(
  content: DraftContent,
  attachments: readonly PageFile[],
  accounts: readonly Account[],
  announced: ReadonlyMap<string, number> = announcedLimits.get().byAccount,
): Obstacles {
  const account = accounts.find(({ id }) => id === content.accountId) ?? null;
  const identity = account === null ? null : identityOf(account, content.identityId);
  const going = thatGo(content, attachments);
  const sizeLimit = account === null ? null : sizeLimitFor(account, identity, announced);
  const problems = checkBeforeSending({ content, attachments: going, account: identity ?? account, sizeLimit });
  return {
    sizeLimit,
    problems: account !== null && identity === null ? [{ code: 'identity-missing' }, ...problems] : problems,
    size: estimateSize(content, going),
  };
}

type Looking = Pick<LetterQuestion, 'content' | 'letter' | 'needs' | 'moving' | 'size' | 'sizeLimit' | 'doubts'> & {
  readonly attachments: readonly PageFile[];
  readonly note: IdentityNote | null;
};

/** What to look at. The rules are read when they are first needed: the first letter of a day begins without them. */
export async function findInDraft({ note, ...question }: Looking): Promise<readonly Finding[]> {
  const { findBeforeSending } = await import('../../../electron/domain/letter-checks/find');
  return findBeforeSending({ ...question, otherFrom: otherFrom(note), intros: forwardIntros });
}

/** What the guard suggests; what From has followed already needs no second look. */
function otherFrom(note: IdentityNote | null): LetterQuestion['otherFrom'] {
  if (note?.kind !== 'suggests') return null;
  const { reason, because } = note.choice;
  return reason === 'usual' || reason === 'written-to' ? null : { reason, whom: because, address: note.other.address };
}

type Sheet = { readonly keeper: DraftKeeper; readonly editor: Editor; readonly family: Family };

export function useChecks({ keeper, editor, family }: Sheet, attachments: readonly PageFile[], note: IdentityNote | null): Checks {
  const accounts = session.use((value) => value.accounts);
  const announced = announcedLimits.use(({ byAccount }) => byAccount);
  const known = knownPeople.use();
  useEffect(followSizeLimits, []);
  const [checks, setChecks] = useState<Checks>(() => ({ ...checkDraft(keeper.content(), attachments, accounts), findings: none }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    let asked = 0;
    const look = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const isStill = (): boolean => mine === asked && !editor.isDestroyed;
      if (!isStill() || !(await readAhead(editor, isStill))) return;
      const [moving] = await Promise.all([
        movingPictures(keeper.draftId, attachments),
        keeper.settled().isPlain === true ? null : learnNeeds(editor, isStill),
      ]);
      if (!isStill()) return;
      const content = keeper.content();
      const obstacles = checkDraft(content, attachments, accounts, announced);
      const asks = doubtsIn(family.chips(), known);
      if (asks.length > 0) void preparePeople(content.accountId);
      const doubts = known.isReady ? asks : [];
      const letter = { letter: letterOf(editor), needs: content.isPlain === true ? [] : needsOf(editor), moving };
      const findings = await findInDraft({ ...obstacles, ...letter, content, attachments, doubts, note });
      if (mine === asked) setChecks((before) => unlessSame(before, { ...obstacles, findings }));
    };
    const lookWhenIdle = (): void => {
      cancelIdleCallback(idle);
      idle = requestIdleCallback(() => void look(), { timeout: AT_LATEST });
    };
    lookWhenIdle();
    const stop = keeper.onChange(() => {
      clearTimeout(timer); // only when the typing rests: reading a long letter takes a moment
      timer = setTimeout(lookWhenIdle, AFTER);
    });
    return () => {
      asked += 1;
      stop();
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [keeper, attachments, accounts, announced, editor, family, known, note]);
  return checks;
}

const none: readonly Finding[] = [];

/** The one before where the other says the same: then nothing is drawn anew. */
const unlessSame = (before: Checks, after: Checks): Checks => (JSON.stringify(before) === JSON.stringify(after) ? before : after);
