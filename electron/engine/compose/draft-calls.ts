// The calls on drafts: made, opened, saved, discarded.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Draft, DraftContent } from '../../contract/model/drafts';
import { picturesOf } from '../../domain/identities/signature';
import { parseMailto } from '../../domain/mailto';
import { textToHtml } from '../../domain/text-html';
import { takePictures } from '../identities/room';
import type { CallHandlers } from '../rooms';
import { addAttachment, listAttachments, type Owner, removeAttachments } from '../store/attachments';
import { dropBlobs, keepBytes } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { keepPlace, readSession } from '../store/draft-session';
import { addDraft, readDraft, removeDraft, saveDraft } from '../store/drafts';
import { readContent } from '../store/ledger';
import { readMessage } from '../store/ledger-message';
import type { AgainStart } from './again';
import type { Answer, AnswerStart, MessageReader } from './answer';
import { type Beginning, beginLetter, withSignature } from './begin';
import type { ComposeNeeds } from './room';

export type DraftCalls = Pick<
  CallHandlers,
  'drafts.create' | 'drafts.open' | 'drafts.save' | 'drafts.session' | 'drafts.keepPlace' | 'drafts.discard'
>;
export type DraftNeeds = ComposeNeeds & {
  readonly reader: () => MessageReader | null;
  readonly newId: () => string;
  /** Drafts that are being made: their files have rows before they have one themselves. */
  readonly unfinished: Set<string>;
  /** A new draft with copies of a message's attachment rows, inside the caller's transaction; its id. */
  readonly takeBack: (messageRowId: string, content: DraftContent) => string;
  /** Something was removed that may have left files behind. */
  readonly tidyUp: () => void;
};

const emptyContent = (accountId: string | null): DraftContent => ({
  accountId,
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  html: '',
  inReplyTo: null,
  references: [],
});
const owner = (id: string): Owner => ({ kind: 'draft', id });

/** `discard`: removes drafts and what only they needed. */
export function createDraftCalls(needs: DraftNeeds): {
  readonly calls: DraftCalls;
  readonly discard: (draftIds: readonly string[]) => Result<number>;
} {
  const { store, bell, host, newId, tidyUp } = needs;
  /** Runs a change durably and tells the watchers. */
  const change = <T>(work: () => T): Result<T> => {
    const result = onDisk(() => store.write(work), store.profile);
    if (result.ok) bell.ring('drafts');
    return result;
  };
  const open = (draftId: string): Result<Draft> => {
    const read = onDisk(() => {
      const row = readDraft(store, draftId);
      return row === null ? null : { ...row, attachments: listAttachments(store, owner(draftId)) };
    }, store.profile);
    return !read.ok ? read : read.value === null ? fail('not-found') : succeed(read.value);
  };
  const create = (content: DraftContent, identityId?: string): Result<Draft> => {
    const id = newId();
    const { from, signature } = beginLetter(
      {
        accountId: content.accountId,
        identityId: identityId ?? null,
        kind: 'new',
        writtenTo: [],
        recipients: [...content.to, ...content.cc, ...content.bcc],
      },
      needs,
    );
    const begun = { ...content, ...from, html: withSignature(content.html, signature) };
    const added = change(() => addWithPictures(needs, id, begun, signature));
    return added.ok ? open(id) : added;
  };
  /** How many of them there were. */
  const discard = (draftIds: readonly string[]): Result<number> => {
    const removed = change(() =>
      draftIds.flatMap((id) => {
        const hashes = removeAttachments(store, owner(id));
        return removeDraft(store, id) ? [hashes] : [];
      }),
    );
    if (!removed.ok) return removed;
    if (removed.value.length > 0) {
      dropBlobs(store, removed.value.flat());
      tidyUp();
    }
    return succeed(removed.value.length);
  };

  const calls: DraftCalls = {
    async 'drafts.create'({ accountId, identityId, start }) {
      if (start.kind === 'empty') return create(emptyContent(accountId), identityId);
      if (start.kind === 'mailto') return create(mailtoContent(accountId, start.url), identityId);
      if (start.kind === 'again') {
        const once = await again(needs, accountId, start);
        return once.ok ? open(once.value) : once;
      }
      const made = start.kind === 'file' ? await letterFile(needs, accountId, start) : await answer(needs, accountId, start);
      return made.ok ? open(made.value) : made;
    },
    'drafts.open': ({ draftId }) => open(draftId),
    'drafts.save'({ draftId, revision, content, session }) {
      const saved = change(() => saveDraft(store, draftId, revision, content, session ?? null, host.clock.now()));
      return !saved.ok ? saved : saved.value === null ? fail('not-found') : succeed(saved.value);
    },
    'drafts.session': ({ draftId }) => onDisk(() => readSession(store, draftId), store.profile),
    'drafts.keepPlace'({ draftId, revision, place }) {
      const kept = onDisk(() => store.write(() => keepPlace(store, draftId, revision, place)), store.profile);
      return kept.ok ? succeed(null) : kept;
    },
    'drafts.discard'({ draftId }) {
      const removed = discard([draftId]);
      return !removed.ok ? removed : removed.value === 0 ? fail('not-found') : succeed(null);
    },
  };
  return { calls, discard };
}

function mailtoContent(accountId: string | null, url: string): DraftContent {
  const mailto = parseMailto(url);
  if (mailto === null) return emptyContent(accountId);
  const { to, cc, bcc, subject, body, inReplyTo } = mailto;
  return {
    accountId,
    to: [...to],
    cc: [...cc],
    bcc: [...bcc],
    subject,
    html: textToHtml(body),
    inReplyTo,
    references: inReplyTo === null ? [] : [inReplyTo],
  };
}

/** The id of the new draft. */
async function answer(needs: DraftNeeds, accountId: string | null, start: AnswerStart): Promise<Result<string>> {
  const { accounts, newId } = needs;
  const reader = needs.reader();
  if (reader === null) return fail('not-possible-now');
  const { answerMessage } = await import('./answer'); // MIME and HTML code, read when first needed
  const made = await answerMessage(start, reader, {
    accountId,
    accounts: accounts.all(),
    newCid: () => `${newId()}@picture`,
    begin: (question) => beginLetter(question, needs),
  });
  return made.ok ? storeWhole(needs, made.value) : made;
}

async function letterFile(needs: DraftNeeds, accountId: string | null, file: { readonly name: string; readonly bytes: Uint8Array }) {
  const { draftOfFile } = await import('./letter-file');
  const made = await draftOfFile(file, {
    newCid: () => `${needs.newId()}@picture`,
    begin: (recipients) => beginLetter({ accountId, kind: 'new', writtenTo: [], recipients }, needs),
  });
  return made.ok ? storeWhole(needs, made.value) : made;
}

/** The same of a message that is written again: from what it was made of, where that is still kept, else from the message itself. */
async function again(needs: DraftNeeds, accountId: string | null, { ref }: AgainStart): Promise<Result<string>> {
  const { store, accounts, newId } = needs;
  const reader = needs.reader();
  if (reader === null) return fail('not-possible-now');
  const opened = await reader.open(ref);
  if (!opened.ok) return opened;
  const { againFromDraft, againFromMessage } = await import('./again');
  const outboxId = opened.value.outboxId ?? (ref.kind === 'local' ? ref.id : null);
  if (outboxId !== null) {
    const taken = onDisk(() => {
      const content = readContent(store, outboxId);
      const once = content === null ? null : againFromDraft(content, accounts.all());
      return once === null ? null : store.write(() => needs.takeBack(outboxId, once));
    }, store.profile);
    if (!taken.ok) return taken;
    if (taken.value !== null) return succeed(taken.value);
  }
  const source = await reader.source(ref);
  if (!source.ok) return source;
  const hidden = outboxId === null ? null : onDisk(() => readMessage(store, outboxId)?.recipients ?? [], store.profile);
  if (hidden !== null && !hidden.ok) return hidden;
  const known = hidden?.value.flatMap(({ field, name, address }) => (field === 'bcc' ? [{ name, address }] : [])) ?? [];
  const made = await againFromMessage(opened.value, source.value, {
    accountId,
    accounts: accounts.all(),
    bcc: opened.value.bcc.length > 0 ? opened.value.bcc : known,
    newCid: () => `${newId()}@picture`,
    begin: (question) => beginLetter(question, needs),
  });
  return made.ok ? storeWhole(needs, made.value) : made;
}

/** It appears whole, with all its files, or not at all. */
async function storeWhole(needs: DraftNeeds, made: Answer): Promise<Result<string>> {
  const { newId, unfinished, tidyUp } = needs;
  const id = newId();
  unfinished.add(id);
  try {
    const stored = await storeAnswer(needs, id, made);
    if (!stored.ok) tidyUp();
    return stored;
  } finally {
    unfinished.delete(id);
  }
}

/** Runs in the caller's transaction. */
function addWithPictures({ store, host }: DraftNeeds, id: string, content: DraftContent, signature: Beginning['signature']): void {
  addDraft(store, id, content, host.clock.now());
  if (signature !== null) takePictures(store, host, id, picturesOf(signature.html));
}

async function storeAnswer(needs: DraftNeeds, id: string, { content, files, signature }: Answer): Promise<Result<string>> {
  const { store, bell, newId } = needs;
  for (const { bytes, ...file } of files) {
    const kept = await keepBytes(store, bytes, (blob) =>
      store.write(() => addAttachment(store, owner(id), { id: newId(), ...file, ...blob })),
    );
    if (!kept.ok) return kept;
  }
  const added = onDisk(() => store.write(() => addWithPictures(needs, id, content, signature)), store.profile);
  if (!added.ok) return added;
  bell.ring('drafts');
  return succeed(id);
}
