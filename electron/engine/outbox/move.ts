// Moving what waits to another account: frozen anew under its address, the old one ended in the same step.
import { type Failure, fail, type Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { recipientKey } from '../../domain/addresses';
import type { Leaving } from '../../domain/leaving';
import { canMove } from '../../domain/outbox/person';
import { countAccepted, isStillFor } from '../../domain/outbox/recipients';
import { tooLarge } from '../../domain/send-checks';
import type { SizeLimits } from '../accounts/size-limits';
import type { Accounts, CallHandlers, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { readContent, saveReplacedBy } from '../store/ledger';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import { newId } from '../store/new-id';
import type { Store } from '../store/open';
import { enterAnew, freezeAnew } from './freeze-anew';
import { doMany } from './many';
import type { Runner } from './runner';
import type { StopFirst } from './stop-first';
import type { Timetable } from './timetable';
import type { Transitions } from './transitions';

export type MoveNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'wake'>;
  readonly timetable: Pick<Timetable, 'look'>;
  readonly stopFirst: StopFirst;
  readonly sizeLimits: Pick<SizeLimits, 'of'>;
};

/** Messages that are frozen anew at the same time: each has its attachments open. */
const mostTogether = 50;

export function createMoving(needs: MoveNeeds): Pick<CallHandlers, 'outbox.move'> {
  const { accounts, runner, timetable } = needs;
  return {
    async 'outbox.move'({ ids, accountId }) {
      const account = accounts.find(accountId);
      if (account === null) return fail('account-missing');
      return doMany(
        ids,
        (id) => moveOne(id, account, needs),
        () => {
          runner.wake(accountId);
          timetable.look();
        },
        mostTogether,
      );
    },
  };
}

/** `message-too-large`: for the server it is to go through; then it stays where it is. */
async function moveOne(id: string, account: Account, needs: MoveNeeds): Promise<Result<LedgerMessage>> {
  const { store, host, transitions, stopFirst, sizeLimits } = needs;
  const read = onDisk(() => ({ message: readMessage(store, id), content: readContent(store, id) }), store.profile);
  if (!read.ok) return read;
  const { message, content } = read.value;
  if (message === null || content === null) return fail('not-found');
  // Asked again in the step itself: freezing takes time.
  if (message.accountId === account.id || !canMove({ ...message.life, accepted: countAccepted(message.life) }))
    return fail('not-possible-now');
  const keys = new Set(message.recipients.filter(isStillFor).map(({ address }) => recipientKey(address)));
  // From that account's own address: the identity that was chosen is the other account's.
  const { identityId: _ofTheOther, identityReason: _no, ...letter } = content;
  const frozen = await freezeAnew(id, letter, account, keys, needs);
  if (!frozen.ok) return frozen;
  const limit = sizeLimits.of(account);
  if (limit !== null && frozen.value.size > limit)
    return { ok: false, failure: tooLarge(frozen.value.size, limit, frozen.value.attachments) };
  const movedId = newId(host);
  let waits: Waits = { leaving: queued, failure: null };
  const moved = await stopFirst(
    id,
    (at) => {
      // Works of one turn run in their order in one transaction: this one sees what the step begins from.
      void store.commit(() => {
        const before = readMessage(store, id);
        if (before !== null && before.life.state !== 'cancelled') waits = waitsOf(before);
      });
      return { kind: 'cancel', at, as: 'moved' };
    },
    () => {
      enterAnew({ id: movedId, accountId: account.id, frozen: frozen.value, ...waits }, needs);
      saveReplacedBy(store, id, movedId);
    },
  );
  if (moved.ok) transitions.entered(movedId, waits.leaving.state);
  return moved;
}

type Waits = { readonly leaving: Leaving; readonly failure: Failure | null };
const queued: Leaving = { state: 'queued', notBefore: null, hold: null, zone: null };

/** Its time goes with it, and what it is kept for, unless that was its account. */
function waitsOf({ life: { state, notBefore, failure }, hold, zone }: LedgerMessage): Waits {
  if (state === 'held' || state === 'scheduled') return { leaving: { state, notBefore, hold, zone }, failure: null };
  if (state !== 'kept') return { leaving: queued, failure: null };
  return { leaving: { state, notBefore: null, hold, zone }, failure: failure?.code === 'account-missing' ? null : failure };
}
