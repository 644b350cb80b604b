// Sends that are not over yet, or that failed so shortly ago that nobody can have read why: whoever closes the window is told of them.
import type { Closing } from '../../../electron/contract/shell';
import { beforeClosing } from '../frame/before-closing';

/** ms that closing waits for a Send: less than the shell waits for the page. */
const patience = 4_000;
/** ms in which a person reads what stood in the way. */
const unread = 2_000;

const underWay = new Set<Promise<boolean>>();
let failedAt = Number.NEGATIVE_INFINITY;

/** `sending` answers whether the letter is in the outbox, and does not reject. From the key press on, not from the call. */
export function followSend(sending: Promise<boolean>): void {
  underWay.add(sending);
  void sending.then((isSent) => {
    underWay.delete(sending);
    if (!isSent) failedAt = performance.now();
  });
}

/** What was sent before the window closes is in the outbox before the program asks what waits there; false: it is a draft still. */
export async function areSent(): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const areOver = Promise.all(underWay).then((answers) => answers.every(Boolean));
  const isSent = await Promise.race([areOver, tooLong]);
  clearTimeout(timer);
  return isSent && performance.now() - failedAt > unread;
}

beforeClosing(async (): Promise<Partial<Closing>> => ({ isSent: await areSent() }));
