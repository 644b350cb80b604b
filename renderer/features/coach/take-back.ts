// Takes a message of the outbox back as a draft, for one thing that is to be changed in it.
import { type Result, succeed } from '../../../electron/contract/failure';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { recipientKey } from '../../../electron/domain/addresses';
import { call } from '../../api';

/** A draft without these recipients; answers its id. Where only the recipients could not be taken out, the draft is still there. */
export async function takeBackWithout(id: string, refused: readonly string[]): Promise<Result<string>> {
  const edited = await call('outbox.edit', { id });
  if (!edited.ok) return edited;
  const { draftId } = edited.value;
  const draft = await call('drafts.open', { draftId });
  if (!draft.ok) return draft;
  const { content, revision } = draft.value;
  const gone = new Set(refused.map(recipientKey));
  const left = (list: readonly Recipient[]): Recipient[] =>
    list.filter((one) => one.kind === 'bad' || !gone.has(recipientKey(one.address)));
  const saved = await call('drafts.save', {
    draftId,
    revision: revision + 1,
    content: { ...content, to: left(content.to), cc: left(content.cc), bcc: left(content.bcc) },
  });
  return saved.ok ? succeed(draftId) : saved;
}
