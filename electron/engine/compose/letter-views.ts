// The calls that show a draft as others get it. MIME and HTML code is read when first needed.
import { fail, type Result, succeed } from '../../contract/failure';
import type { CallHandlers } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { readDraft } from '../store/drafts';
import type { ComposeNeeds } from './room';
import type { UnsentInput } from './unsent';

export type LetterViews = Pick<CallHandlers, 'drafts.preview' | 'drafts.asFile'>;

export function createLetterViews({ store, host, accounts }: ComposeNeeds): LetterViews {
  const inputOf = (draftId: string): Result<UnsentInput> => {
    const read = onDisk(
      () => ({ row: readDraft(store, draftId), attachments: listAttachments(store, { kind: 'draft', id: draftId }) }),
      store.profile,
    );
    if (!read.ok) return read;
    const { row, attachments } = read.value;
    if (row === null) return fail('not-found');
    const account = accounts.find(row.content.accountId ?? '');
    return succeed({ content: row.content, attachments, account, now: host.clock.now(), random: host.random, store });
  };
  return {
    async 'drafts.preview'({ draftId }) {
      const input = inputOf(draftId);
      if (!input.ok) return input;
      const { previewLetter } = await import('./preview');
      return succeed(await previewLetter(input.value));
    },
    async 'drafts.asFile'({ draftId }) {
      const input = inputOf(draftId);
      if (!input.ok) return input;
      const { fileOfDraft } = await import('./letter-file');
      return fileOfDraft(input.value);
    },
  };
}
