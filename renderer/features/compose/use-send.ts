// From the click on Send to a message in the outbox. The composer closes only when the engine has it for good.
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { When } from '../../../electron/contract/model/outbox';
import { askShell, call } from '../../api';
import { closeIfOpen, navigation, open } from '../frame/navigation';
import { session } from '../frame/session';
import { letterOf } from './checks/letter-of';
import type { DraftKeeper } from './draft-keeper';
import { foldAway } from './fold-away';
import { forgetDraft } from './open-drafts';
import type { Attachments } from './use-attachments';
import { checkDraft, findInDraft } from './use-checks';

export type Sending = {
  readonly isSending: boolean;
  /** What the last try to send ran into, each shown beside what it is about. */
  readonly problems: readonly Failure[];
  /** The person was asked about a forgotten attachment; the next Send sends, at the time that was chosen then. */
  readonly asking: { readonly later: Later | null } | null;
  /**
   * Answers what stood in the way, nothing of it where the person was asked; null when the message is in the outbox. `later` null: now, inside the time in which it can be
   * undone; left out: what was asked about, else now.
   */
  readonly send: (later?: Later | null) => Promise<readonly Failure[] | null>;
};
/** A time the person chose: ms since 1970, and the IANA zone they chose it in. */
export type Later = { readonly at: number; readonly zone: string };

function whenFor(later: Later | null): When {
  if (later !== null) return { kind: 'at', ...later };
  const { undoSeconds } = session.get().settings;
  return undoSeconds === 0 ? { kind: 'now' } : { kind: 'undo', ms: undoSeconds * 1000 };
}

/** The same draft and revision are one message however often this is asked, so a lost answer is asked for again. */
async function enqueue(draftId: string, revision: number, when: When): Promise<Result<{ readonly id: string }>> {
  for (;;) {
    const answer = await call('outbox.enqueue', { draftId, revision, when });
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
  }
}

const none: readonly Failure[] = [];

export function useSend(keeper: DraftKeeper, files: Attachments, editorOf: () => Editor): Sending {
  const [isSending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Failure[]>(none);
  const [asking, setAsking] = useState<Sending['asking']>(null);
  const isUnderWay = useRef(false);
  const attachments = useRef(files.all);
  attachments.current = files.all;
  const { settled, refresh } = files;
  const currentEditor = useRef(editorOf);
  currentEditor.current = editorOf;
  // What was said of the letter does not hold for a changed one. Where nothing was said a key must not even ask React: it would go through
  // the whole sheet to find that out, before the letter is drawn.
  const isSaid = problems.length > 0;
  useEffect(() => (isSaid ? keeper.onChange(() => setProblems(none)) : undefined), [keeper, isSaid]);

  /** Answers the problems, or null when the message is in the outbox. */
  const trySending = useCallback(
    async (later: Later | null): Promise<readonly Failure[] | null> => {
      await settled();
      const content = keeper.content();
      const found = checkDraft(content, attachments.current, session.get().accounts);
      if (found.problems.length > 0) return found.problems;
      const letter = { letter: letterOf(currentEditor.current()), needs: [], moving: new Set<string>() };
      const findings = await findInDraft({ ...found, ...letter, content, attachments: attachments.current, doubts: [], note: null });
      if (asking === null && findings.some(({ kind }) => kind === 'attachment-forgotten')) {
        setAsking({ later });
        return none;
      }
      // Asked for again with the same time: where only the answer was lost, it is one message all the same.
      const when = whenFor(later);
      const saved = await keeper.flush();
      if (!saved.ok) return [saved.failure];
      const sent = await enqueue(keeper.draftId, saved.value, when);
      if (!sent.ok) {
        if (sent.failure.code === 'attachment-missing') void refresh(); // the cards say which
        return [sent.failure];
      }
      forgetDraft(keeper.draftId);
      if (session.get().letter !== null) {
        await askShell('letters.leave', { as: 'sent' });
        return null;
      }
      const { room, selected } = navigation.get();
      const isStillHere = room === 'drafts' && selected.drafts === keeper.draftId;
      if (isStillHere) foldAway(currentEditor.current().view.dom.closest('section'));
      closeIfOpen('drafts', keeper.draftId);
      // A person who has gone elsewhere in the meantime is not called back.
      if (isStillHere) open('outbox', sent.value.id);
      return null;
    },
    [keeper, settled, refresh, asking],
  );

  const send = useCallback(
    async (later: Later | null = asking?.later ?? null) => {
      if (isUnderWay.current) return null; // a second click: the first one is told what comes of it
      isUnderWay.current = true;
      setSending(true);
      const found = await trySending(later);
      if (found === null) return null; // the composer is gone, and stays shut for further clicks
      isUnderWay.current = false;
      setSending(false);
      setProblems(found);
      return found;
    },
    [trySending, asking],
  );
  return { isSending, problems, asking, send };
}
