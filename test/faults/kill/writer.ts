// Writes letters and presses Send while engines die: each call that was not answered is made again, as the page does.
import { randomBytes } from 'node:crypto';
import type { ForkedEngine } from '../../support/forked-engine';
import { contentOf, type Letter } from './letters';
import { Gone, type Victim } from './victim';

type Progress = { draftId: string | null; revision: number; isReady: boolean };

async function goOn(letter: Letter, progress: Progress, engine: ForkedEngine, { call, accountId }: Victim): Promise<string> {
  progress.draftId ??= (await call(engine, 'drafts.create', { accountId, start: { kind: 'empty' } })).id;
  const { draftId } = progress;
  if (!progress.isReady) {
    const draft = await call(engine, 'drafts.open', { draftId });
    if (letter.attached !== null && draft.attachments.length === 0) {
      const bytes = new Uint8Array(randomBytes(letter.attached));
      await call(engine, 'drafts.attachBytes', { draftId, name: 'data.bin', type: 'application/octet-stream', bytes, isInline: false });
    }
    const { revision } = await call(engine, 'drafts.save', {
      draftId,
      revision: draft.revision + 1,
      content: contentOf(letter, accountId),
    });
    Object.assign(progress, { revision, isReady: true });
  }
  return (await call(engine, 'outbox.enqueue', { draftId, revision: progress.revision })).id;
}

/** The ledger's id of the letter, once an engine has answered for it. */
export async function writeLetter(letter: Letter, victim: Victim): Promise<string> {
  const progress: Progress = { draftId: null, revision: 0, isReady: false };
  for (;;) {
    try {
      return await goOn(letter, progress, await victim.working(), victim);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
    }
  }
}
