// The one door through which a message changes its state: read, decided, written and told in one durable step.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { MessageState, TranscriptLine } from '../../contract/model/outbox';
import type { Notice } from '../../contract/model/status';
import { dotOf } from '../../domain/outbox/attempt';
import type { OutboxEvent, RefusedRecipient } from '../../domain/outbox/events';
import { next } from '../../domain/outbox/next';
import type { Bell, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { saveLife, saveMark } from '../store/ledger';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { countStates } from '../store/queue';
import { addAttempt, addStory, attemptUnderWay } from '../store/story';

export type Transitions = {
  /**
   * Applies an event, durably. `also` runs in the same transaction and sees the message as it then is.
   * Failures: `not-found`, `not-possible-now` (not in this state), those of the disk; then nothing has changed.
   */
  readonly apply: (id: string, event: OutboxEvent, also?: (after: LedgerMessage) => void) => Result<LedgerMessage>;
  /** The same in one commit with others of this turn, which may be run anew (see `Store.commit`). Nothing is told before it is durable. */
  readonly applySoon: (
    id: string,
    event: OutboxEvent,
    also?: (after: LedgerMessage) => void,
    wishes?: SoonWishes,
  ) => Promise<Result<LedgerMessage>>;
  /** The same, and it answers once it is committed, which the end of the program does not take back; it is durable a moment later. */
  readonly applyFirst: (
    id: string,
    event: OutboxEvent,
    also: (after: LedgerMessage) => void,
    wishes: Pick<SoonWishes, 'isPatient'>,
  ) => Promise<Result<First>>;
  /** Marks that the final dot is next: `dot` in short where nobody was refused, for every message waits for it. Durable. `also`: see `apply`. */
  readonly mark: (id: string, at: number, refused: readonly RefusedRecipient[], also: () => void) => Promise<Result<null>>;
  /** A message has come into the ledger. */
  readonly entered: (id: string, state: MessageState) => void;
  /** How many messages are in these states; ends are not counted. */
  readonly count: (...states: readonly MessageState[]) => number;
  /** Says that something about a message changed that is not its state. */
  readonly touched: (id: string) => void;
};

/** `isPatient`: see `CommitWishes`. `onRun`: each time that it runs, before anything else. `transcript`: of the attempt that it ends. */
export type SoonWishes = { readonly isPatient?: boolean; readonly onRun?: () => void; readonly transcript?: Transcript };
/** The conversation of an attempt; null: it is lost. */
type Transcript = readonly TranscriptLine[] | null;
/** `durable`: whether the disk has it. */
export type First = { readonly message: LedgerMessage; readonly durable: Promise<Result<unknown>> };
type Written = { readonly before: LedgerMessage; readonly after: LedgerMessage };

const diskCodes: ReadonlySet<Failure['code']> = new Set([
  'disk-full',
  'disk-read-only',
  'disk-error',
  'database-damaged',
  'profile-in-use',
]);

/** Whether it is the ledger that could not be written, and not the step that was impossible. */
export const isDiskFailure = (failure: Failure): boolean => diskCodes.has(failure.code);

/** States that a person is told of even when the window is elsewhere. */
const worthNotice = ['failed', 'uncertain', 'kept', 'partly'] as const;
/** Recipients that a notice names. */
const mostNamed = 3;

export function createTransitions({ store, bell, host }: { readonly store: Store; readonly bell: Bell; readonly host: Host }): Transitions {
  // Kept here and not asked of the database: the status line is told after every step, and a queue may be long.
  const counts = new Map(countStates(store));
  const move = (from: MessageState | null, to: MessageState): void => {
    if (from !== null) counts.set(from, (counts.get(from) ?? 0) - 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  };
  const touched = (id: string): void => {
    bell.ring('outbox');
    bell.ring(`message:${id}`);
  };
  /**
   * What is being sent, as its last step left it: the next one need not read it anew. It may be wrong, for a transaction can be taken back
   * and others write as well; so it only serves where the row still stands as it says.
   */
  const underWay = new Map<string, LedgerMessage>();
  /** Null: the message does not stand so, or can't take the step from there. */
  const stepFrom = (before: LedgerMessage, event: OutboxEvent, transcript: Transcript): Written | null => {
    const step = next(before.life, event);
    if (step === null) return null;
    const isUnderWay = step.message.state === 'sending';
    const changedAt = isUnderWay && event.kind !== 'start' ? before.changedAt : event.at;
    if (!saveLife(store, before, step.message, changedAt)) return null;
    const recipients = before.recipients.map((recipient, index) => ({ ...recipient, ...step.message.recipients[index] }));
    const after: LedgerMessage = { ...before, changedAt, life: step.message, recipients };
    const attempt = attemptUnderWay(before);
    // An attempt that is under way is told by the message itself.
    if (isUnderWay) underWay.set(before.id, after);
    else {
      if (attempt !== null) addAttempt(store, before.id, { ...attempt, endedAt: event.at, outcome: event.kind }, transcript);
      const ended = attempt === null ? null : { beganAt: attempt.startedAt, dotAt: dotOf(before.life, event) };
      addStory(store, before.id, event.at, step.story, ended);
    }
    return { before, after };
  };
  const write = (id: string, event: OutboxEvent, also?: (after: LedgerMessage) => void, transcript: Transcript = null): Result<Written> => {
    // A mark that names refused recipients leaves the message sending: one that was taken back in the same millisecond would look like it.
    const known = event.kind === 'dot' ? undefined : underWay.get(id);
    underWay.delete(id);
    let written = known === undefined ? null : stepFrom(known, event, transcript);
    if (written === null) {
      const before = readMessage(store, id);
      if (before === null) return fail('not-found');
      written = stepFrom(before, event, transcript);
      if (written === null) return fail('not-possible-now');
    }
    also?.(written.after);
    return succeed(written);
  };
  const tell = (id: string, written: Result<Result<Written>>): Result<LedgerMessage> => {
    if (!written.ok) {
      underWay.delete(id);
      return written;
    }
    if (!written.value.ok) return written.value;
    const { before, after } = written.value.value;
    move(before.life.state, after.life.state);
    touched(after.id);
    const notice = noticeOf(before, after);
    if (notice !== null) host.notify(notice);
    return succeed(after);
  };
  return {
    apply: (id, event, also) =>
      tell(
        id,
        onDisk(() => store.write(() => write(id, event, also)), store.profile),
      ),
    async applySoon(id, event, also, { isPatient = false, onRun, transcript = null } = {}) {
      const run = (): Result<Written> => {
        onRun?.();
        return write(id, event, also, transcript);
      };
      return tell(id, await store.commit(run, { isPatient }));
    },
    applyFirst: (id, event, also, { isPatient = false }) =>
      new Promise((resolve) => {
        const onWritten = (written: Result<Result<Written>>): void => {
          const step = written.ok ? written.value : written;
          resolve(step.ok ? succeed({ message: step.value.after, durable }) : step);
        };
        const durable = store.commit(() => write(id, event, also), { onWritten, isPatient }).then((done) => tell(id, done));
      }),
    async mark(id, at, refused, also) {
      if (refused.length > 0) {
        const applied = tell(id, await store.commit(() => write(id, { kind: 'dot', at, refused }, also)));
        return applied.ok ? succeed(null) : applied;
      }
      const done = await store.commit(() => {
        also();
        const known = underWay.get(id);
        if (known !== undefined) underWay.set(id, marked(known, at));
        return saveMark(store, id, at);
      });
      if (!done.ok) return done;
      touched(id);
      return done.value ? succeed(null) : fail('not-possible-now');
    },
    entered(id, state) {
      move(null, state);
      touched(id);
    },
    count: (...states) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
    touched,
  };
}

/** As `saveMark` leaves it. */
const marked = (message: LedgerMessage, at: number): LedgerMessage => ({ ...message, life: { ...message.life, dotAt: at } });

function noticeOf(before: LedgerMessage, after: LedgerMessage): Notice | null {
  const { state, failure, isDismissed } = after.life;
  const kind = worthNotice.find((one) => one === state);
  if (kind === undefined || state === before.life.state || isDismissed) return null;
  // The person kept it; or its time was missed, which is told once for all that were.
  if (kind === 'kept' && (failure === null || failure.code === 'schedule-missed')) return null;
  const to = after.recipients.slice(0, mostNamed).map(({ name, address }) => (name === '' ? address : name));
  return { kind, messageId: after.id, subject: after.subject, to, failure };
}
