// One attempt to send one message: written down before it starts, marked before the final dot, concluded whatever happens.
import { createHash } from 'node:crypto';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { reportWords } from '../../domain/letter-options';
import { isOpen } from '../../domain/outbox/recipients';
import { decodePieces } from '../compose/pieces';
import { wireBytes, wireStream } from '../compose/wire';
import type { Refused, SendOutcome } from '../mail/smtp-outcome';
import type { Host } from '../rooms';
import { blobFailure } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { readPieces } from '../store/ledger';
import type { LedgerMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { type AheadMark, committed, createAheadMark } from './ahead-mark';
import { type Conclusion, conclude, mustBeWritten, nothingToConclude } from './conclude';
import type { HeldBack } from './held-back';
import type { Live, LiveAttempt } from './live';
import { type Ending, eventOf, indexesOf, putBack, type Verdict, verdictOf } from './outcome';
import type { Patience } from './patience';
import type { Lease, Onward, Sessions } from './sessions';
import { isDiskFailure, type Transitions } from './transitions';

export type AttemptNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly transitions: Transitions;
  readonly sessions: Sessions;
  readonly live: Live;
  readonly heldBack: Pick<HeldBack, 'hold'> /** The engine stops and waits no longer. */;
  readonly stopping: AbortSignal;
};

/** Octets up to which a message is handed over in one piece. */
const mostWhole = 64 * 1024;

/** The outcome is known; it is durable when `conclusion.done` resolves. */
export type Attempted = { readonly verdict: Verdict; readonly conclusion: Conclusion };

export type AttemptEvents = {
  /** A session with the server is there. */
  readonly onReached: () => void;
  /** The final dot is to be marked, and the next message may go out with it. Whether one does. */
  readonly onMark: (lease: Lease) => boolean;
  /** Whether other connections of the account work, so that a server that refuses this one has only had enough of them. */
  readonly hasOthers: () => boolean;
  readonly patience: Pick<Patience, 'now' | 'patientFrom' | 'keep'>;
  /** Since when it waits for this turn, ms since 1970. */
  readonly waitingSince: number;
};

/**
 * Sends the message to whom it is still open for. Never rejects. `signal` calls it off, up to the final dot. `before`: the attempt
 * that the same connection served last; this one does not begin unless that one's outcome is written, at the latest in the same commit.
 * `onward`: that one's session, where its final dot is not answered yet; then it is this one's dot that waits for that one's outcome.
 */
export async function runAttempt(
  id: string,
  account: Account,
  needs: AttemptNeeds,
  signal: AbortSignal,
  before: Conclusion,
  onward: Onward | null,
  events: AttemptEvents,
): Promise<Attempted> {
  const { store, host, transitions, live } = needs;
  const startedAt = host.clock.now();
  // What follows another's dot has its mark set with its beginning: then nobody waits for the disk between the two.
  const hold = onward === null ? null : needs.heldBack.hold(id, startedAt);
  const begun = await transitions.applyFirst(
    id,
    { kind: 'start', at: startedAt, patience: events.patience.patientFrom(events.waitingSince), isMarked: hold !== null },
    () => {
      if (onward === null) mustBeWritten(before);
    },
    { isPatient: hold !== null },
  );
  if (!begun.ok) {
    hold?.end();
    await before.done;
    onward?.(() => undefined).giveBack(false);
    const verdict: Verdict = isDiskFailure(begun.failure) ? { kind: 'disk', failure: begun.failure } : { kind: 'done', isReached: false };
    return { verdict, conclusion: nothingToConclude };
  }
  const attempt = live.begin(id);
  const { message, durable } = begun.value;
  const ahead = hold === null ? null : createAheadMark(hold, durable, store);
  const task: Task = { message, account, needs, attempt, signal, before, events, ahead, followed: { isSo: false } };
  const { outcome, isReached } = await converse(task, onward);
  const verdict = verdictOf(outcome, isReached, events.hasOthers());
  const ending =
    verdict.kind === 'crowded' ? putBack(verdict.failure, host) : eventOf(message, outcome, account, events.patience.now(), needs);
  // A connection that ends in the very turn in which the dot leaves may have taken it along.
  const dotAt = ahead === null ? undefined : (ahead.dotAt() ?? (ending.kind === 'unknown' ? ending.at : null));
  const event: Ending = dotAt === undefined ? ending : { ...ending, dotAt };
  let kept = (): void => undefined;
  const conclusion = conclude(
    {
      message,
      account,
      transcript: attempt.lines,
      isFollowed: () => task.followed.isSo,
      keepPatience: (isPutOff) => {
        kept = events.patience.keep(isPutOff);
      },
      needs,
    },
    event,
  );
  const done = conclusion.done.then(() => {
    kept();
    if (conclusion.isWritten()) hold?.end();
    attempt.end();
    transitions.touched(id);
  });
  return { verdict, conclusion: { ...conclusion, done } };
}

type Conversed = { readonly outcome: SendOutcome; readonly isReached: boolean };

/** One attempt, from the moment at which it is recorded. */
type Task = {
  readonly message: LedgerMessage;
  readonly account: Account;
  readonly needs: AttemptNeeds;
  readonly attempt: LiveAttempt;
  readonly signal: AbortSignal;
  readonly before: Conclusion;
  readonly events: AttemptEvents;
  /** Null: its mark waits for its dot. */
  readonly ahead: AheadMark | null;
  /** Whether the next message went out with its dot: whose own mark then brings the outcome of this one to the disk. */
  readonly followed: { isSo: boolean };
};

async function converse(task: Task, onward: Onward | null): Promise<Conversed> {
  const { account, needs, attempt, signal, before, events } = task;
  let passedOn = onward?.(attempt.line) ?? null;
  if (passedOn?.serves(account) === false) {
    const { giveBack } = passedOn;
    void before.done.then(() => giveBack(false)); // it still has an answer to bring
    passedOn = null;
  }
  for (let isFresh = false; ; isFresh = true) {
    const lease = passedOn === null ? await needs.sessions.take(account, attempt.line, signal, isFresh) : succeed(passedOn);
    passedOn = null;
    if (!lease.ok) return { outcome: { kind: 'nothing-sent', failure: lease.failure, refused: [] }, isReached: false };
    events.onReached();
    const outcome = await send(task, lease.value);
    lease.value.giveBack(outcome.kind === 'accepted');
    // Servers end a session after some time or some messages: that says nothing of this message, which a new one may take.
    const isOfAge =
      lease.value.isUsed &&
      outcome.kind === 'nothing-sent' &&
      (outcome.failure.code === 'connection-lost' || outcome.failure.code === 'server-busy');
    if (!isOfAge) return { outcome, isReached: true };
  }
}

async function send({ message, needs, attempt, signal, before, events, ahead, followed }: Task, lease: Lease): Promise<SendOutcome> {
  const { session } = lease;
  const { store, host, transitions } = needs;
  const { id, size, sha256 } = message;
  const stored = onDisk(() => readPieces(store, id), store.profile);
  const pieces = stored.ok && stored.value !== null ? decodePieces(stored.value.pieces) : null;
  if (pieces === null) return { kind: 'nothing-sent', failure: stored.ok ? { code: 'changed-on-disk' } : stored.failure, refused: [] };
  const report = stored.ok ? (stored.value?.deliveryReport ?? null) : null;
  const hash = createHash('sha256');
  let octets = 0;
  const mark = (refused: readonly Refused[]): Promise<Result<null>> =>
    transitions.mark(id, host.clock.now(), indexesOf(message, refused), () => mustBeWritten(before));
  /** Its mark is set: what is asked of the ledger is only the outcome before, and the beginning of the next. */
  const isWritten = (): Promise<Result<null>> => committed(store, () => mustBeWritten(before));
  const beforeDot = async (refused: readonly Refused[]): Promise<Result<null>> => {
    // The last moment at which a wrong message can still be kept back.
    if (octets !== size || hash.digest('hex') !== sha256) return fail('changed-on-disk');
    followed.isSo = session.isQuick() && events.onMark(lease); // the beginning of the next is recorded in the same commit
    // Whom the server refused has to be written with the mark.
    const setMark = ahead?.isHeld() === true && refused.length === 0 ? isWritten : mark;
    const marked = await setMark(refused);
    const settled = marked.ok || before.isWritten() ? marked : await before.done.then(() => setMark(refused)); // the disk did not take it at once
    return settled.ok && ahead !== null ? ahead.isKept() : settled;
  };
  return session.send({
    from: message.fromAddress,
    to: message.recipients.filter(isOpen).map(({ address }) => address),
    ...(report === null ? {} : { report: { id, ...reportWords(report) } }),
    size,
    stream: wireBytes(pieces, mostWhole) ?? wireStream(pieces, store),
    onChunk(chunk) {
      hash.update(chunk);
      octets += chunk.length;
      attempt.progress(octets);
    },
    streamFailure: blobFailure,
    beforeDot,
    onLeave: () => ahead?.letGo(host.clock.now()),
    signal,
    onBegin: lease.listen,
  });
}
