// How a message goes to the server's DATA: its bytes, then the wait for its mark, then the final dot or nothing.
import { Readable, type Writable } from 'node:stream';
import type { Failure } from '../../contract/failure';
import type { Refused } from './smtp-outcome';
import type { Outgoing } from './smtp-session';

export type MarkerEvents = {
  readonly isGivenUp: () => boolean;
  /** The system has taken everything that was written. */
  readonly isSocketEmpty: () => boolean;
  readonly refused: () => readonly Refused[];
  readonly onDot: () => void;
  readonly onRefused: (failure: Failure) => void;
  /** A fault in the program. */
  readonly onFault: (error: unknown) => void;
};
/** A message as the library wants it: nothing of it moves before it is piped, which is when the server has asked for the data. */
export type Marked = { readonly pipe: (target: Writable) => unknown; readonly destroy: () => unknown };

class GivenUp extends Error {}

/** ms between two looks at a socket that is still full. */
const look = 5;

/**
 * Waits until the system has taken every byte, and some turns of the event loop in which a connection that is dead already can
 * say so: the mark that follows makes a loss "may have been sent", which no loss before it needs to be.
 */
async function handedOver(isHandedOver: () => boolean, isGivenUp: () => boolean): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (!isHandedOver() && !isGivenUp()) await new Promise((resolve) => setTimeout(resolve, look));
}

/** Waits for the moment of the mark and sets it; false: the dot must not follow. `isHandedOver` null: nothing is out before the dot. */
async function mark({ beforeDot }: Outgoing, isHandedOver: (() => boolean) | null, events: MarkerEvents): Promise<boolean> {
  const { isGivenUp, refused, onDot, onRefused } = events;
  if (isHandedOver !== null) await handedOver(isHandedOver, isGivenUp);
  if (isGivenUp()) return false;
  const recorded = await beforeDot(refused());
  if (!recorded.ok) onRefused(recorded.failure);
  if (isGivenUp()) return false;
  onDot();
  return true;
}

/**
 * A small message in one piece, without the machinery of a stream: written at once, and its end held back for the mark. `isWithDot`:
 * all of it is held back, so that message and dot leave together.
 */
export function createWhole(message: Outgoing, bytes: Uint8Array, events: MarkerEvents, isWithDot: boolean): Marked {
  return {
    pipe(target) {
      message.onChunk(bytes);
      if (!isWithDot) target.write(bytes);
      const isHandedOver = (): boolean => target.writableLength === 0 && isEmptied(target) && events.isSocketEmpty();
      mark(message, isWithDot ? null : isHandedOver, events).then(
        (isMarked) => void (isMarked && target.end(isWithDot ? bytes : undefined)),
        events.onFault,
      );
    },
    destroy: () => undefined,
  };
}

/** The library's own stage before the socket (dot-stuffing) can be read as well as written. */
const isEmptied = (target: Writable & { readonly readableLength?: number }): boolean => (target.readableLength ?? 0) === 0;

/**
 * The message as the library reads it. It is a source that is pulled and not a transform that is pushed through: a transform
 * would swallow a small message, and reach its end, long before the server asked for the data.
 */
export function createMarked(message: Outgoing, stream: Readable, events: MarkerEvents): Marked {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      message.onChunk(chunk); // first: the reader may wait long for its next turn, and the source may fill the same buffer anew
      yield chunk;
    }
    const isHandedOver = (): boolean => marked.readableLength === 0 && events.isSocketEmpty();
    // An error and not an end: the library puts the final dot behind every end.
    if (!(await mark(message, isHandedOver, events))) throw new GivenUp();
  };
  const marked = Readable.from(chunks(), { objectMode: false, highWaterMark: 65_536 });
  return marked.on('error', events.onFault); // a fault in `beforeDot`
}
