// The compose room: drafts as they are written, and the frozen message that a draft becomes.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DraftContent } from '../../contract/model/drafts';
import { parseAddress } from '../../domain/addresses';
import { splitAddresses } from '../../domain/split-addresses';
import { type AttachmentRoom, createAttachmentRoom } from '../attachments/room';
import type { Accounts, Bell, CallHandlers, Host } from '../rooms';
import { addAttachment, listAttachments, moveAttachment, removeAttachments, removeOrphans } from '../store/attachments';
import { sweepBlobs } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { addDraft, readDraft, removeDraft } from '../store/drafts';
import type { Store } from '../store/open';
import type { MessageReader } from './answer';
import { createDraftCalls, type DraftCalls } from './draft-calls';
import { createDraftList, type DraftList } from './draft-list';
import { createVersionCalls, type VersionCalls } from './draft-versions';
import type { FrozenMessage } from './frozen';
import { createLetterViews, type LetterViews } from './letter-views';

export type ComposeRoom = {
  readonly calls: DraftCalls &
    DraftList['calls'] &
    VersionCalls &
    AttachmentRoom['calls'] &
    LetterViews &
    Pick<CallHandlers, 'addresses.parse' | 'letters.asText' | 'letters.leaving'>;
  readonly queries: DraftList['queries'] & AttachmentRoom['queries'];
  /** Calls off what is being attached. */
  readonly stop: () => void;
  readonly readMessagesWith: (messages: MessageReader) => void;
  /**
   * Freezes what is stored as this revision, from this account. Writes nothing. Failures: `not-found`, `draft-changed`,
   * `no-recipient`, `address-invalid`, `attachment-missing`, and those of the disk.
   */
  readonly freeze: (draftId: string, revision: number, account: Account) => Promise<Result<FrozenMessage>>;
  /**
   * Removes the draft and hands its attachments to the message, inside the caller's transaction. Called first in it: a
   * failure (`not-found`, `draft-changed`: it is not what was frozen) has changed nothing.
   */
  readonly closeDraft: (
    draft: { readonly draftId: string; readonly revision: number },
    messageRowId: string,
    frozen: FrozenMessage,
  ) => Failure | null;
  /** Makes a new draft of what a message was made from, with copies of its attachment rows, inside the caller's transaction; its id. */
  readonly takeBack: (messageRowId: string, content: DraftContent) => string;
};

export type ComposeNeeds = { readonly store: Store; readonly bell: Bell; readonly host: Host; readonly accounts: Accounts };

/** ms of reading between two turns of the event loop: a pasted megabyte must not hold up a send. */
const readingTurn = 10;

export function createComposeRoom(needs: ComposeNeeds): ComposeRoom {
  const { store, bell, host } = needs;
  let reader: MessageReader | null = null;
  const newId = (): string => Buffer.from(host.random(16)).toString('hex');
  const unfinished = new Set<string>();
  const tidyUp = createTidyUp(needs, unfinished);
  const takeBack: ComposeRoom['takeBack'] = (messageRowId, content) => {
    const id = newId();
    addDraft(store, id, content, host.clock.now());
    for (const attachment of listAttachments(store, { kind: 'message', id: messageRowId }))
      addAttachment(store, { kind: 'draft', id }, { ...attachment, id: newId() });
    bell.ring('drafts');
    return id;
  };
  const draftCalls = createDraftCalls({ ...needs, reader: () => reader, newId, unfinished, takeBack, tidyUp });
  const list = createDraftList(needs, draftCalls.discard);
  const attachments = createAttachmentRoom({ store, bell, host, tidyUp });
  const warmUp = createWarmUp(host);

  return {
    calls: {
      ...draftCalls.calls,
      ...list.calls,
      ...attachments.calls,
      ...createVersionCalls(needs),
      ...createLetterViews(needs),
      'drafts.save'(input) {
        if (input.content.to.length > 0) warmUp();
        return draftCalls.calls['drafts.save'](input);
      },
      async 'addresses.parse'({ text }) {
        return succeed(await inTurns(splitAddresses(text), parseAddress));
      },
      async 'letters.leaving'({ blocks }) {
        const { leavingBlock } = await import('./letter'); // HTML code, read when first needed
        return succeed({ blocks: await inTurns(blocks, leavingBlock) });
      },
      async 'letters.asText'({ parts }) {
        const { letterAsText } = await import('./letter'); // HTML code, read when first needed
        return succeed({ texts: parts.map(letterAsText) });
      },
    },
    queries: { ...list.queries, ...attachments.queries },
    stop: attachments.stop,
    readMessagesWith: (messages) => {
      reader = messages;
    },
    async freeze(draftId, revision, account) {
      const read = onDisk(
        () => ({ row: readDraft(store, draftId), attachments: listAttachments(store, { kind: 'draft', id: draftId }) }),
        store.profile,
      );
      if (!read.ok) return read;
      const { row, attachments } = read.value;
      if (row === null) return fail('not-found');
      if (row.revision !== revision) return fail('draft-changed');
      const { freezeMessage } = await import('./freeze'); // MIME and HTML code, read when first needed
      return freezeMessage({ content: row.content, attachments, account, now: host.clock.now(), random: host.random, store });
    },
    closeDraft({ draftId, revision }, messageRowId, frozen) {
      const changed = changeSince(store, draftId, revision, frozen);
      if (changed !== null) return changed;
      for (const { id } of frozen.attachments) moveAttachment(store, id, { kind: 'message', id: messageRowId });
      removeAttachments(store, { kind: 'draft', id: draftId }); // pictures that the letter doesn't show any more
      removeDraft(store, draftId);
      bell.ring('drafts'); // heard in a later turn, when the transaction is over
      tidyUp();
      return null;
    },
    takeBack,
  };
}

async function inTurns<In, Out>(all: readonly In[], read: (one: In) => Out): Promise<Out[]> {
  const done: Out[] = [];
  let since = performance.now();
  for (const one of all) {
    if (performance.now() - since > readingTurn) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    done.push(read(one));
  }
  return done;
}

/** Why the draft is not what was frozen: the freezing took time, and a file may have been attached or taken away meanwhile. */
function changeSince(store: Store, draftId: string, revision: number, frozen: FrozenMessage): Failure | null {
  const stored = store.prepare<{ revision: number }>('SELECT revision FROM draft WHERE id = ?').get(draftId);
  if (stored === undefined) return { code: 'not-found' };
  const going = new Set(frozen.attachments.map(({ id }) => id));
  const attachments = listAttachments(store, { kind: 'draft', id: draftId });
  const isWhole =
    attachments.filter(({ id }) => going.has(id)).length === going.size &&
    attachments.every(({ id, cid }) => cid !== null || going.has(id));
  return stored.revision === revision && isWhole ? null : { code: 'draft-changed' };
}

/** ms */
const warmUpDelay = 500;

/**
 * Reads the MIME and HTML code once somebody is writing to somebody: an idle window stays small, and the first Send doesn't
 * wait a tenth of a second for it.
 */
function createWarmUp({ clock }: Host): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    clock.after(warmUpDelay, () => void import('./freeze').catch(() => undefined)); // freezing tells what is wrong
  };
}

/** ms: well after whatever made the mess has been committed and the person has moved on. */
const tidyDelay = 2000;

/** Removes files that nothing needs, once in the engine's life, after the first thing was removed: never at start-up. */
function createTidyUp({ store, host }: ComposeNeeds, unfinished: ReadonlySet<string>): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    host.clock.after(tidyDelay, () => {
      if (!store.db.isOpen) return;
      onDisk(() => store.write(() => removeOrphans(store, unfinished)));
      sweepBlobs(store).catch(() => undefined); // what is left over is looked for again the next time
    });
  };
}
