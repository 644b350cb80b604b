// Send: the draft is frozen, and from one durable moment on it is a message of the ledger and no draft any more.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { When } from '../../contract/model/outbox';
import { identityOf, senderOf } from '../../domain/identities/identity';
import { isTimeToLeave, type Leaving, leavingOf } from '../../domain/leaving';
import { tooLarge } from '../../domain/send-checks';
import type { SizeLimits } from '../accounts/size-limits';
import type { FrozenMessage } from '../compose/frozen';
import { encodePieces } from '../compose/pieces';
import type { ComposeRoom } from '../compose/room';
import type { Accounts, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { readDraft } from '../store/drafts';
import { addMessage, findByDraft } from '../store/ledger';
import { newId } from '../store/new-id';
import type { Store } from '../store/open';
import { addStory } from '../store/story';
import type { Transitions } from './transitions';

export type EnqueueNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly compose: Pick<ComposeRoom, 'freeze' | 'closeDraft'>;
  readonly transitions: Transitions;
  readonly sizeLimits: Pick<SizeLimits, 'of'>;
};
type Wanted = { readonly draftId: string; readonly revision: number /** Left out: now. */; readonly when?: When | undefined };

export type Enqueue = (wanted: Wanted) => Promise<Result<{ readonly id: string; readonly accountId: string }>>;

/**
 * Puts a revision of a draft into the outbox and answers after the durable commit. A second click, or a call repeated after
 * a lost answer, gets the same message, whatever time it names. A chosen time may be over by a minute: then it leaves at once.
 * Failures: `invalid-input` (a time further back, or no such zone), those of `ComposeRoom.freeze`, `account-missing`,
 * `identity-missing`, `message-too-large` (naming the largest file), and those of the disk.
 */
export function createEnqueue(needs: EnqueueNeeds): Enqueue {
  const underWay = new Map<string, ReturnType<Enqueue>>();
  return (wanted) => {
    const key = `${wanted.draftId} ${wanted.revision}`;
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const entering = enter(wanted, needs).finally(() => underWay.delete(key));
    underWay.set(key, entering);
    return entering;
  };
}

async function enter(wanted: Wanted, needs: EnqueueNeeds): ReturnType<Enqueue> {
  const { store, accounts, compose, transitions, host, sizeLimits } = needs;
  const read = onDisk(
    () => ({ known: findByDraft(store, wanted.draftId, wanted.revision), draft: readDraft(store, wanted.draftId) }),
    store.profile,
  );
  if (!read.ok) return read;
  const { accountId: chosen, identityId } = read.value.draft?.content ?? { accountId: null };
  if (read.value.known !== null) return succeed({ id: read.value.known, accountId: chosen ?? '' });
  if (read.value.draft === null) return fail('not-found');
  const { when = { kind: 'now' } } = wanted;
  if (when.kind === 'at' && !isTimeToLeave(when.at, when.zone, host.clock.now())) return fail('invalid-input', { detail: 'no such time' });
  const account = accounts.find(chosen ?? '');
  if (account === null) return fail('account-missing');
  const identity = identityOf(account, identityId);
  if (identity === null) return fail('identity-missing');
  // From here on it waits in the queue of the server it goes through.
  const sender = senderOf(account, identity);
  const accountId = sender.id;
  const frozen = await compose.freeze(wanted.draftId, wanted.revision, account);
  if (!frozen.ok) return frozen;
  const limit = sizeLimits.of(sender);
  if (limit !== null && frozen.value.size > limit)
    return { ok: false, failure: tooLarge(frozen.value.size, limit, frozen.value.attachments) };
  const id = newId(host);
  const leaving = leavingOf(when, host.clock.now());
  const stored = onDisk(() => store.write(() => enterLedger(id, wanted, accountId, frozen.value, leaving, needs)), store.profile);
  if (!stored.ok) return stored;
  if (stored.value !== null) return { ok: false, failure: stored.value };
  transitions.entered(id, leaving.state);
  return succeed({ id, accountId });
}

function enterLedger(
  id: string,
  wanted: Wanted,
  accountId: string,
  frozen: FrozenMessage,
  leaving: Leaving,
  { store, host, compose }: EnqueueNeeds,
): Failure | null {
  const refused = compose.closeDraft(wanted, id, frozen);
  if (refused !== null) return refused;
  const createdAt = host.clock.now();
  const { envelope, messageId, subject, size, sha256, pieces, bccHeader, content } = frozen;
  addMessage(store, {
    id,
    draftId: wanted.draftId,
    draftRevision: wanted.revision,
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
    content,
    recipients: envelope.to.map((recipient) => ({ ...recipient, state: 'pending', failure: null, at: null })),
    ...leaving,
    failure: null,
  });
  const story = leaving.state === 'queued' ? ['frozen'] : ['frozen', leaving.state];
  addStory(
    store,
    id,
    createdAt,
    story.map((event) => ({ event, failure: null, said: null })),
  );
  return null;
}
