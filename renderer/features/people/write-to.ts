// A letter to these people.
import type { Recipient } from '../../../electron/contract/model/drafts';
import { call } from '../../api';
import { Composer } from '../frame/lazy-rooms';
import { open } from '../frame/navigation';
import { sayFailure } from '../frame/notices';
import { defaultAccount } from '../frame/session';

export async function writeTo(to: readonly Recipient[]): Promise<void> {
  const making = call('drafts.create', { accountId: defaultAccount()?.id ?? null, start: { kind: 'empty' } });
  const [draft] = await Promise.all([making, Composer.load()]);
  if (!draft.ok) return sayFailure(draft.failure);
  const { id, revision, content } = draft.value;
  const saved = await call('drafts.save', { draftId: id, revision: revision + 1, content: { ...content, to: to.slice(0, 5000) } });
  if (saved.ok) open('drafts', id);
  else sayFailure(saved.failure);
}
