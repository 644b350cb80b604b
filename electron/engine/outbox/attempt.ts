// One attempt to send one message: written down before it starts, marked before the final dot, concluded whatever happens.
import { createHash } from 'node:crypto';
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { reportWords } from '../../domain/letter-options';
import type { OutboxEvent, RefusedRecipient } from '../../domain/outbox/events';
import { isOpen } from '../../domain/outbox/recipients';
import { chanceFrom, patienceOf, retryAt } from '../../domain/retry';
import { copyKnowledge, copyTask } from '../../domain/sent-copy';
import { isTemporary, pausesAccount } from '../../domain/smtp-failure';
import { decodePieces } from '../compose/pieces';
import { wireBytes, wireStream } from '../compose/wire';
import type { Refused, SendOutcome } from '../mail/smtp-outcome';
import type { Host } from '../rooms';
import { readFilesItself } from '../store/account-state';
import { listAttachments } from '../store/attachments';
import { blobFailure } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { readPieces, saveCopy } from '../store/ledger';
import type { LedgerMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { type AheadMark, committed, createAheadMark } from './ahead-mark';
import type { HeldBack } from './held-back';
import type { Live, LiveAttempt } from './live';
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

/** What an attempt means for the others of its account. */
export type Verdict =
  /** The server works with others of the account's connections and did not take this one. */
  | { readonly kind: 'crowded'; readonly failure: Failure }
  /** `isReached`: the server could be used. */
  | { readonly kind: 'done'; readonly isReached: boolean }
  /** The account has to be mended first. */
  | { readonly kind: 'account'; readonly failure: Failure }
  /** The server could not be used; another message would meet the same now. */
  | { readonly kind: 'server'; readonly failure: Failure }
  /** The ledger can't be written: nothing may be tried. */
  | { readonly kind: 'disk'; readonly failure: Failure };

/** Octets up to which a message is handed over in one piece. */
const mostWhole = 64 * 1024;
/** ms between two tries to write down how an attempt ended. */
const diskPause = 2_000;

/** Somebody else has brought it to an end, or it is gone. */
const settledOtherwise: ReadonlySet<Failure['code']> = new Set(['not-possible-now', 'not-found']);

/** How an attempt ends in the ledger, which may be written together with the beginning of the next. */
export type Conclusion = {
  /** Whether it is written in the transaction that is under way, or was before. */
  readonly isWritten: () => boolean;
  /** It is durable, or the engine stops. Never rejects. */
  readonly done: Promise<void>;
};
export const nothingToConclude: Conclusion = { isWritten: () => true, done: Promise.resolve() };

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
  const conclusion = conclude(task, event, (isPutOff) => {
    kept = events.patience.keep(isPutOff);
  });
  const done = conclusion.done.then(() => {
    kept();
    if (conclusion.isWritten()) hold?.end();
    attempt.end();
    transitions.touched(id);
  });
  return { verdict, conclusion: { ...conclusion, done } };
}

/** What a server says that takes no more connections, or how it drops them. */
const crowding: ReadonlySet<Failure['code']> = new Set([
  'server-busy',
  'sign-in-temporary',
  'connection-lost',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
]);

function verdictOf(outcome: SendOutcome, isReached: boolean, hasOthers: boolean): Verdict {
  if (outcome.kind !== 'nothing-sent') return { kind: 'done', isReached: true };
  const { failure } = outcome;
  if (pausesAccount(failure)) return { kind: 'account', failure };
  const isCrowding = isReached ? failure.code === 'server-busy' : crowding.has(failure.code);
  if (hasOthers && isCrowding) return { kind: 'crowded', failure };
  return !isReached && isTemporary(failure) ? { kind: 'server', failure } : { kind: 'done', isReached };
}

const putBack = (failure: Failure, { clock }: Host): Ending => ({ kind: 'put-back', at: clock.now(), failure });

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

function mustBeWritten(before: Conclusion): void {
  if (!before.isWritten()) throw new Error('the outcome of the attempt before is not written');
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

type Ending = Extract<OutboxEvent, { readonly kind: 'accepted' | 'not-sent' | 'unknown' | 'put-back' }>;

/** What the outcome means to the state machine. */
function eventOf(message: LedgerMessage, outcome: SendOutcome, account: Account, patience: number, { store, host }: AttemptNeeds): Ending {
  const at = host.clock.now();
  if (outcome.kind === 'unknown') return { kind: 'unknown', at, failure: outcome.failure };
  const refused = indexesOf(message, outcome.refused);
  const { tries, patientFrom } = message.life;
  if (outcome.kind === 'accepted' && refused.length === 0) return { kind: 'accepted', at, reply: outcome.reply, refused, retryAt: null };
  const left = patientFrom + patienceOf(account) - patience;
  const again = retryAt({ tries, now: at, left, chance: chanceFrom(host.random(4)) });
  if (outcome.kind === 'accepted') return { kind: 'accepted', at, reply: outcome.reply, refused, retryAt: again };
  const { failure } = outcome;
  if (failure.code === 'cancelled') return { kind: 'put-back', at, failure: null };
  if (pausesAccount(failure)) return { kind: 'put-back', at, failure };
  return {
    kind: 'not-sent',
    at,
    failure: failure.code === 'message-too-large' ? nameLargest(failure, message, store) : failure,
    refused,
    retryAt: again,
  };
}

const indexesOf = ({ recipients }: LedgerMessage, refused: readonly Refused[]): RefusedRecipient[] => {
  const failures = new Map(refused.map(({ address, failure }) => [address, failure]));
  return recipients.flatMap((recipient, index) => {
    const failure = isOpen(recipient) ? failures.get(recipient.address) : undefined;
    return failure === undefined ? [] : [{ index, failure }];
  });
};

/** Where a message is too large, its largest file is what a person can do something about. */
function nameLargest(failure: Failure, { id, size }: LedgerMessage, store: Store): Failure {
  const attached = onDisk(() => listAttachments(store, { kind: 'message', id }));
  const largest = attached.ok
    ? attached.value.reduce<{ name: string; size: number } | null>(
        (most, one) => (most === null || one.size > most.size ? one : most),
        null,
      )
    : null;
  return { ...failure, size, ...(largest === null ? {} : { name: largest.name }) };
}

/**
 * Writes down how it ended, and tries again until that is done: without this line an accepted message would only be known as one
 * that may have been sent. Where it is not the disk that refuses, something in what is written beside it is wrong, and it goes without.
 */
function conclude(
  { message, account, needs, attempt, followed }: Task,
  event: Ending,
  keepPatience: (isPutOff: boolean) => void,
): Conclusion {
  const { store, host, transitions, stopping } = needs;
  let isWritten = false;
  const notYet = (): void => {
    isWritten = false;
  };
  const write = async (): Promise<void> => {
    for (let isBare = false; ; ) {
      const applied = await transitions.applySoon(
        message.id,
        event,
        (after) => {
          if (!isBare) keepPatience(after.life.state === 'deferred');
          if (message.life.acceptedAt === null && after.life.acceptedAt !== null) requestCopy(after, account, store);
          isWritten = true;
        },
        { isPatient: followed.isSo, onRun: notYet, transcript: isBare ? null : attempt.lines() },
      );
      if (applied.ok || settledOtherwise.has(applied.failure.code) || stopping.aborted) return;
      notYet();
      isBare ||= !isDiskFailure(applied.failure);
      await pause(diskPause, host, stopping);
    }
  };
  return { isWritten: () => isWritten, done: write() };
}

function pause(ms: number, { clock }: Host, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      callOff();
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.after(ms, end);
    stopping.addEventListener('abort', end, { once: true });
  });
}

/** The copy for Sent is a job of its own from here on. Runs in the caller's transaction. */
export function requestCopy({ id, life }: LedgerMessage, account: Account, store: Store): void {
  const acceptedAt = life.acceptedAt ?? 0;
  const task = copyTask(copyKnowledge(account, readFilesItself(store, account.id)), acceptedAt, acceptedAt);
  if (task !== 'none') saveCopy(store, id, { state: 'pending', failure: null, attempts: 0, notBefore: null });
}
