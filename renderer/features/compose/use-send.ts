// From the click on Send to a message in the outbox. The composer closes only when the engine has it for good.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import { call } from '../../api';
import { closeIfOpen, navigation, open } from '../frame/navigation';
import { session } from '../frame/session';
import type { DraftKeeper } from './draft-keeper';
import { forgetDraft } from './open-drafts';
import type { Attachments } from './use-attachments';
import { checkDraft } from './use-checks';

export type Sending = {
  readonly isSending: boolean;
  /** What the last try to send ran into, each shown beside what it is about. */
  readonly problems: readonly Failure[];
  /** The person was asked about a forgotten attachment; the next Send sends. */
  readonly isAsking: boolean;
  /** Answers what stood in the way; nothing when the message is in the outbox. */
  readonly send: () => Promise<readonly Failure[]>;
};

/** The same draft and revision are one message however often this is asked, so a lost answer is asked for again. */
async function enqueue(draftId: string, revision: number): Promise<Result<{ readonly id: string }>> {
  for (;;) {
    const answer = await call('outbox.enqueue', { draftId, revision });
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
  }
}

const none: readonly Failure[] = [];

export function useSend(keeper: DraftKeeper, files: Attachments): Sending {
  const [isSending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Failure[]>(none);
  const [isAsking, setAsking] = useState(false);
  const isUnderWay = useRef(false);
  const attachments = useRef(files.all);
  attachments.current = files.all;
  const { settled } = files;
  // What was said of the letter does not hold for a changed one.
  useEffect(() => keeper.onChange(() => setProblems(none)), [keeper]);

  /** Answers the problems, or null when the message is in the outbox. */
  const trySending = useCallback(async (): Promise<readonly Failure[] | null> => {
    await settled();
    const content = keeper.content();
    const found = checkDraft(content, attachments.current, session.get().accounts);
    if (found.problems.length > 0) return found.problems;
    if (!isAsking && found.hints.some(({ kind }) => kind === 'attachment-forgotten')) {
      setAsking(true);
      return none;
    }
    const saved = await keeper.flush();
    if (!saved.ok) return [saved.failure];
    const sent = await enqueue(keeper.draftId, saved.value);
    if (!sent.ok) return [sent.failure];
    forgetDraft(keeper.draftId);
    const { room, selected } = navigation.get();
    const isStillHere = room === 'drafts' && selected.drafts === keeper.draftId;
    closeIfOpen('drafts', keeper.draftId);
    // A person who has gone elsewhere in the meantime is not called back.
    if (isStillHere) open('outbox', sent.value.id);
    return null;
  }, [keeper, settled, isAsking]);

  const send = useCallback(async () => {
    if (isUnderWay.current) return none; // a second click while the first is under way
    isUnderWay.current = true;
    setSending(true);
    const found = await trySending();
    if (found === null) return none; // the composer is gone, and stays shut for further clicks
    isUnderWay.current = false;
    setSending(false);
    setProblems(found);
    return found;
  }, [trySending]);
  return { isSending, problems, isAsking, send };
}
