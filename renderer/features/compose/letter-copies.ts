// The open letter as a file or on paper, as it is stored now.
import { call } from '../../api';
import type { Strings } from '../../strings/en';
import type { Language } from '../../strings/languages';
import { sayFailure } from '../frame/notices';
import type { DraftKeeper } from './draft-keeper';

export async function saveDraftFile(keeper: DraftKeeper, strings: Strings): Promise<void> {
  const saved = await keeper.flush();
  if (!saved.ok) return sayFailure(saved.failure);
  const { saveLetterFile } = await import('../message/letter-copies');
  await saveLetterFile(keeper.content().subject, call('drafts.asFile', { draftId: keeper.draftId }), strings);
}

export async function printDraft(keeper: DraftKeeper, strings: Strings, language: Language): Promise<void> {
  const saved = await keeper.flush();
  const preview = saved.ok ? await call('drafts.preview', { draftId: keeper.draftId }) : saved;
  if (!preview.ok) return sayFailure(preview.failure);
  const { printLetter } = await import('../message/letter-copies');
  // The sheet that it is printed from shows Bcc to its writer, and so does the paper.
  const bcc = keeper.content().bcc.flatMap((one) => (one.kind === 'good' ? [{ name: one.name, address: one.address }] : []));
  await printLetter({ ...preview.value, bcc, at: null }, strings, language, true);
}
