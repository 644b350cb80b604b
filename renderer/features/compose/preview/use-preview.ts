// How the draft would leave, made anew whenever it is stored and its writer pauses: typing never waits for it.
import { useEffect, useState } from 'react';
import type { Result } from '../../../../electron/contract/failure';
import type { Attachment } from '../../../../electron/contract/model/drafts';
import type { LetterPreview } from '../../../../electron/contract/model/letter-view';
import { call } from '../../../api';
import type { DraftKeeper } from '../draft-keeper';

/** ms without a change. */
const PAUSE = 500;

/** Null: nobody has seen it yet. A failure stays only until the next one that is good. */
export function usePreview(keeper: DraftKeeper, files: readonly Attachment[]): Result<LetterPreview> | null {
  const [preview, setPreview] = useState<Result<LetterPreview> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file more or less is another letter
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStale = false;
    const look = async (): Promise<void> => {
      isStale = false;
      const saved = await keeper.flush();
      if (isGone) return;
      const answer = saved.ok ? await call('drafts.preview', { draftId: keeper.draftId }) : saved;
      if (isGone || isStale) return;
      if (!answer.ok && answer.failure.code === 'engine-restarted') await look();
      else setPreview(answer);
    };
    const lookSoon = (): void => {
      isStale = true;
      clearTimeout(timer);
      timer = setTimeout(() => requestIdleCallback(() => void look(), { timeout: PAUSE }), PAUSE);
    };
    void look();
    const stop = keeper.onChange(lookSoon);
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [keeper, files]);
  return preview;
}
