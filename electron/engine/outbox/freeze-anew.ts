// A message of the ledger frozen anew, to go in the place of another: other bytes, another Message-ID, the same letter.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DraftContent } from '../../contract/model/drafts';
import { recipientKey } from '../../domain/addresses';
import { accountOfLane } from '../../domain/identities/identity';
import type { Leaving } from '../../domain/leaving';
import type { FrozenMessage } from '../compose/frozen';
import { encodePieces } from '../compose/pieces';
import type { Host } from '../rooms';
import { addAttachment, listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { addMessage } from '../store/ledger';
import { newId } from '../store/new-id';
import type { Store } from '../store/open';
import { addStory } from '../store/story';

type Needs = { readonly store: Store; readonly host: Host };

/**
 * Freezes what message `id` was made from, from this account, with its envelope cut down to `keys` (of `recipientKey`): the
 * others may stand in its header, but do not get it. Writes nothing. Failures: those of `freezeMessage`.
 */
export async function freezeAnew(
  id: string,
  content: DraftContent,
  account: Account,
  keys: ReadonlySet<string>,
  { store, host }: Needs,
): Promise<Result<FrozenMessage>> {
  const attachments = onDisk(() => listAttachments(store, { kind: 'message', id }), store.profile);
  if (!attachments.ok) return attachments;
  const { freezeMessage } = await import('../compose/freeze'); // MIME and HTML code, read when first needed
  const { clock, random } = host;
  const frozen = await freezeMessage({ content, attachments: attachments.value, account, now: clock.now(), random, store });
  if (!frozen.ok) return frozen;
  const { envelope } = frozen.value;
  const to = envelope.to.filter(({ address }) => keys.has(recipientKey(address)));
  return to.length === 0 ? fail('no-recipient') : succeed({ ...frozen.value, envelope: { ...envelope, to } });
}

export type EnteringAnew = {
  readonly id: string;
  readonly accountId: string;
  readonly frozen: FrozenMessage;
  readonly leaving: Leaving;
  /** Why it is kept. */
  readonly failure: Failure | null;
};

/** Writes it into the ledger, with attachment rows of its own, inside the caller's transaction. */
export function enterAnew({ id, accountId, frozen, leaving, failure }: EnteringAnew, { store, host }: Needs): void {
  const createdAt = host.clock.now();
  const { envelope, messageId, subject, size, sha256, pieces, bccHeader, content } = frozen;
  addMessage(store, {
    id,
    draftId: id, // no draft of a person's led to it
    draftRevision: 0,
    accountId,
    messageId,
    fromName: envelope.from.name,
    fromAddress: envelope.from.address,
    subject,
    createdAt,
    size,
    sha256,
    pieces: encodePieces(pieces),
    bccHeader,
    content: { ...content, accountId: accountOfLane(accountId) },
    recipients: envelope.to.map((recipient) => ({ ...recipient, state: 'pending', failure: null, at: null })),
    ...leaving,
    failure,
  });
  for (const attachment of frozen.attachments) addAttachment(store, { kind: 'message', id }, { ...attachment, id: newId(host) });
  addStory(store, id, createdAt, [{ event: 'frozen', failure: null, said: null }]);
}
