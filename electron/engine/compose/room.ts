// The compose room: drafts as they are written, and the frozen message that a draft becomes.
import type { Failure, Result } from '../../contract/failure';
import type { Account, DraftContent, MessageRef, OpenedMessage } from '../../contract/model';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import type { Store } from '../store/open';
import type { FrozenMessage } from './frozen';

/** What compose needs of the room that opens messages, to answer or forward one. */
export type MessageReader = {
  readonly open: (ref: MessageRef) => Promise<Result<OpenedMessage>>;
  /** The message's raw bytes. */
  readonly source: (ref: MessageRef) => Promise<Result<Uint8Array>>;
};

export type ComposeRoom = {
  readonly calls: Pick<
    CallHandlers,
    | 'drafts.create'
    | 'drafts.open'
    | 'drafts.save'
    | 'drafts.discard'
    | 'drafts.attachFile'
    | 'drafts.attachBytes'
    | 'drafts.detach'
    | 'addresses.parse'
  >;
  readonly queries: Pick<QueryHandlers, 'drafts.list'>;
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

export declare function createComposeRoom(needs: ComposeNeeds): ComposeRoom;
