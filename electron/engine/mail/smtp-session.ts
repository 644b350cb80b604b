// A signed-in SMTP session: sends messages one after the other, and knows of each whether it may have arrived.
import { Readable, type Writable } from 'node:stream';
import type { Failure, Result } from '../../contract/failure';
import type { Features } from '../../domain/smtp-reply';
import type { Conversation } from './smtp';
import { createMarked, createWhole, type Marked, type MarkerEvents } from './smtp-message';
import {
  confusionIn,
  explainAccepted,
  explainEnd,
  explainError,
  type Refused,
  refusedSoFar,
  type SendOutcome,
  type Transferred,
} from './smtp-outcome';

export type Outgoing = {
  /** Envelope addresses (RFC 5321 4.1.2) with ASCII domains. */
  readonly from: string;
  readonly to: readonly string[];
  /** RFC 3461, where the server offers it; absent: nothing is asked for. `id` comes back in the reports (ENVID). */
  readonly report?: { readonly id: string; readonly notify: readonly string[]; readonly ret: 'HDRS' | 'FULL' };
  /** Octets before dot-stuffing. */
  readonly size: number;
  /** The message: as a stream, or whole where it is small. */
  readonly stream: Readable | Uint8Array;
  /**
   * All bytes are handed over and the final dot is next. Must have recorded that durably when it answers;
   * a failure keeps the dot back, and with it the message. `refused`: the recipients who are not to get it.
   */
  readonly beforeDot: (refused: readonly Refused[]) => Result<null> | Promise<Result<null>>;
  /** Called when the final dot, and all that waits to leave with it, is given to the system in this turn. Where it throws, none of that is. */
  readonly onLeave?: () => void;
  /** The message passes here on its way, for whoever counts or hashes it. */
  readonly onChunk: (chunk: Uint8Array) => void;
  /** What an error of `stream` means. */
  readonly streamFailure: (error: unknown) => Failure;
  /** Calls the sending off, up to the dot; after it there is nothing left to call off. */
  readonly signal: AbortSignal;
  /** Its first command is next. `isBehindDot`: the server still has to answer the final dot of the message before. */
  readonly onBegin?: (isBehindDot: boolean) => void;
};

export type SmtpSession = {
  /** Octets; null: the server does not say. */
  readonly sizeLimit: number | null;
  readonly features: Features;
  readonly isOpen: () => boolean;
  /**
   * Whether the next message may go out with the final dot of the one before: the server takes commands ahead (RFC 2920 3.1), and its
   * last answer to a dot was not long in coming, so that no message waits behind another that it could go beside.
   */
  readonly isQuick: () => boolean;
  /**
   * One message at a time. One that is given while another waits for its mark (`beforeDot`) goes out together with that one's dot,
   * else after it; what calls it off then waits for the answer to that dot. Never rejects.
   */
  readonly send: (message: Outgoing) => Promise<SendOutcome>;
  /** RSET: whether the session is still good for another message. */
  readonly reset: () => Promise<boolean>;
  /** Says goodbye; resolves when the connection is gone, within seconds. */
  readonly close: () => Promise<void>;
};

/** ms. RFC 5321 4.5.3.2: ten minutes for the answer to the final dot; how long for a command is the way's to say. */
const patience = { afterDot: 10 * 60_000 + 30_000, goodbye: 3_000, reset: 30_000 } as const;
/** ms from a final dot to its answer, up to which the next message may follow at once. */
const quick = 1_000;
/** Octets of a message that leaves in one piece with its dot: with that and the next commands it fills no more than one TLS record. */
const oneRecord = 12_000;

export function createSession(conversation: Conversation, features: Features): SmtpSession {
  const { connection, ended } = conversation;
  let isOpen = true;
  let answerTime = Number.POSITIVE_INFINITY;
  let last: Promise<Ended> | null = null;
  /** Begins the message that waits for the dot, or the end, of the one before. */
  let follower: (() => void) | null = null;
  const follow = (): void => {
    const begin = follower;
    follower = null;
    begin?.();
  };
  void ended.then(() => {
    isOpen = false;
  });
  const drop = (): void => {
    isOpen = false;
    connection.close();
  };
  const run = async (message: Outgoing): Promise<SendOutcome> => {
    const hopeless = preflight(message, features, conversation, isOpen);
    if (hopeless !== null) {
      release(message.stream);
      return { kind: 'nothing-sent', failure: hopeless, refused: [] };
    }
    message.onBegin?.(last !== null);
    const transferred = transfer(message, conversation, last, { isAwaited: () => follower !== null, follow });
    last = transferred;
    const { outcome, isReusable, answeredIn } = await transferred;
    if (last === transferred) last = null;
    answerTime = answeredIn ?? Number.POSITIVE_INFINITY;
    if (!isReusable) drop();
    if (last === null) follow();
    return outcome;
  };
  return {
    sizeLimit: features.sizeLimit,
    features,
    isOpen: () => isOpen,
    isQuick: () => features.hasPipelining && answerTime <= quick,
    send: (message) =>
      last === null
        ? run(message)
        : new Promise((resolve) => {
            follower = () => resolve(run(message));
          }),
    async reset() {
      if (!isOpen) return false;
      const timer = setTimeout(drop, patience.reset);
      const isFine = await Promise.race([
        new Promise<boolean>((resolve) => connection.reset((error) => resolve(error === null))),
        ended.then(() => false),
      ]);
      clearTimeout(timer);
      if (!isFine) drop();
      return isFine;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      const timer = setTimeout(() => connection.close(), patience.goodbye);
      connection.quit();
      await ended;
      clearTimeout(timer);
    },
  };
}

const release = (stream: Outgoing['stream']): void => {
  if (stream instanceof Readable) stream.destroy();
};

const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text);

/** What is certain to fail is said before the first command. */
function preflight({ size, from, to }: Outgoing, features: Features, { place }: Conversation, isOpen: boolean): Failure | null {
  if (!isOpen) return { code: 'connection-lost', ...place };
  if (features.sizeLimit !== null && size > features.sizeLimit)
    return { code: 'message-too-large', ...place, size, limit: features.sizeLimit };
  const international = [from, ...to].find((address) => !isAscii(address));
  if (international !== undefined && !features.hasUtf8) {
    return { code: 'address-invalid', ...place, address: international, detail: 'the server does not offer SMTPUTF8 (RFC 6531)' };
  }
  return null;
}

/** `answeredIn`: ms from the final dot to its answer; null: there was none. */
type Ended = Transferred & { readonly answeredIn: number | null };

/** The message that goes out together with a final dot, if one waits for that. */
type Follower = { readonly isAwaited: () => boolean; readonly follow: () => void };

/** `before`: the message whose final dot is still to be answered. */
function transfer(message: Outgoing, conversation: Conversation, before: Promise<Ended> | null, next: Follower): Promise<Ended> {
  const { connection, ended, transcript } = conversation;
  const setPatience = (ms: number): void => {
    if (connection._socket) connection._socket.setTimeout(ms);
  };
  return new Promise((resolve) => {
    let dotAt: number | null = null;
    let isDotOut = false;
    let isSettled = false;
    let leave = (): void => undefined;
    const settle = (transferred: Transferred): void => {
      if (isSettled) return;
      isSettled = true;
      message.signal.removeEventListener('abort', cancel);
      setPatience(conversation.patience.smtpIdle);
      // Closed in the same turn: a stream that still flows must not reach the dot of a message that is given up.
      if (!transferred.isReusable) connection.close();
      marked.destroy();
      release(message.stream);
      resolve({ ...transferred, answeredIn: dotAt === null ? null : performance.now() - dotAt });
    };
    const stop = (failure: Failure): void => {
      if (!isDotOut) settle({ outcome: { kind: 'nothing-sent', failure, refused: [] }, isReusable: false });
    };
    // What is called off takes the connection along, which the answer to the dot before is still to come over.
    const cancel = (): void => {
      if (before === null) return stop({ code: 'cancelled' });
      void before.then(() => stop({ code: 'cancelled' }));
    };
    const events: MarkerEvents = {
      isGivenUp: () => isSettled,
      isSocketEmpty: () => !connection._socket || connection._socket.writableLength === 0,
      refused: () => refusedSoFar(conversation, message.from),
      onDot: () => {
        const isHeld = isWithDot || next.isAwaited();
        if (!isHeld) message.onLeave?.();
        isDotOut = true;
        dotAt = performance.now();
        transcript.add('client', `(message, ${message.size} octets)`);
        transcript.add('client', '.');
        setPatience(patience.afterDot);
        if (isHeld) leave = holdTogether(connection._socket, message.onLeave);
      },
      onRefused: stop,
      onFault: (error) => stop({ code: 'internal', detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' }),
    };
    const { stream } = message;
    // Behind a message that was taken just now, a small one is not worth a piece of its own before its dot.
    const isWithDot = before !== null && stream instanceof Uint8Array && stream.length <= oneRecord;
    const isAskedFor = (): boolean => {
      const confusion = confusionIn(conversation);
      if (confusion !== null) stop(confusion);
      return confusion === null;
    };
    const made = stream instanceof Uint8Array ? createWhole(message, stream, events, isWithDot) : createMarked(message, stream, events);
    const pipe = (target: Writable): unknown => {
      if (!isAskedFor()) return target;
      // The library has written the dot when its stage before the socket ends.
      target.once('end', () => {
        if (isDotOut && !isSettled) next.follow();
        leave();
      });
      return made.pipe(target);
    };
    const marked: Marked = { pipe, destroy: () => made.destroy() };
    // Heard at the source: on its way through the library an error loses its code.
    if (stream instanceof Readable) stream.on('error', (error) => stop(message.streamFailure(error)));
    message.signal.addEventListener('abort', cancel, { once: true });
    if (message.signal.aborted) return cancel();
    const to = [...new Set(message.to)];
    // The library asks of a message that it can be piped and destroyed, and no more.
    const { from, size, report } = message;
    const dsn = report === undefined ? {} : { dsn: { envid: report.id, notify: [...report.notify], ret: report.ret } };
    connection.send({ from, to, size, ...dsn }, marked as Readable, (error, info) => {
      if (error !== null) return settle(explainError(error, conversation, message, isDotOut));
      if (info === undefined) return settle(explainEnd(null, conversation, isDotOut));
      settle(explainAccepted(info, conversation, message, isDotOut));
    });
    // The library answers every end by the callback above; should it ever not, the message must not hang for ever.
    void ended.then((error) => setImmediate(() => settle(explainEnd(error, conversation, isDotOut))));
  });
}

/**
 * Holds what is written from now on until the answered function is called, or this turn ends; then it leaves in one piece, once `onLeave`
 * was told. A server that found the dot alone would answer it alone, and the system would hold its answers to what follows back until ours has
 * acknowledged that one.
 */
function holdTogether(socket: Conversation['connection']['_socket'], onLeave: Outgoing['onLeave']): () => void {
  const held = socket || null;
  let isHeld = true;
  const leave = (): void => {
    if (!isHeld) return;
    isHeld = false;
    try {
      onLeave?.();
      held?.uncork();
    } catch (error) {
      held?.destroy(error instanceof Error ? error : undefined); // and with it what is held
    }
  };
  held?.cork();
  setImmediate(leave);
  return leave;
}
