// What is asked when mail waits and the person wants to leave.
import type { Strings } from '../../renderer/strings/en';
import type { Status } from '../contract/model/status';
import type { Closing } from '../contract/shell';

/**
 * `send`: what can still be undone goes now, and the program ends after it. `keep`: it stays in the outbox.
 * `background`: the window goes and the program stays.
 */
export type QuitAnswer = 'quit' | 'stay' | 'background' | 'send' | 'keep';
export type QuitQuestion = {
  readonly message: string;
  readonly detail: string;
  /** The last one changes nothing. */
  readonly answers: readonly { readonly answer: QuitAnswer; readonly word: string }[];
};

/** `status` null: nothing is known. */
type Standing = { readonly status: Status | null } & Readonly<Closing>;

/** Null: nothing waits, nobody needs to be asked. @param when a moment (ms since 1970) as the person writes it */
export function quitQuestion(
  { status, isSaved, isSent }: Standing,
  { shell: { quit } }: Strings,
  when: (at: number) => string,
): QuitQuestion | null {
  const { sending, held, scheduled, nextScheduledAt } = status ?? nothing;
  const waiting = status === null ? 0 : unheld(status);
  const lines = [
    ...(isSaved ? [] : [quit.unsaved]),
    ...(isSent ? [] : [quit.unsent]),
    ...(sending > 0 ? [quit.sending(sending)] : []),
    ...(waiting > 0 ? [quit.waiting(waiting)] : []),
    ...(scheduled > 0 ? [quit.scheduled(scheduled, nextScheduledAt === null ? null : when(nextScheduledAt))] : []),
  ];
  const stay = { answer: 'stay', word: quit.stay } as const;
  if (held > 0) {
    const answers = [{ answer: 'send', word: quit.sendNow }, { answer: 'keep', word: quit.keepInOutbox }, stay] as const;
    return { message: quit.held(held), detail: [quit.heldHow, ...lines].join('\n'), answers };
  }
  if (lines.length === 0) return null;
  const leave = { answer: 'quit', word: quit.quit } as const;
  const answers = scheduled > 0 ? [leave, { answer: 'background', word: quit.background } as const, stay] : [leave, stay];
  return { message: lines.join('\n'), detail: '', answers };
}

const nothing = { sending: 0, held: 0, scheduled: 0, nextScheduledAt: null };

/** Whether what could still be undone has left. `before`: how it stood when the person said so. */
export const haveLeft = (before: Status, now: Status): boolean => now.held === 0 && now.sending === 0 && unheld(now) <= unheld(before);

/** Of those that wait: their turn, the network, another try. */
const unheld = ({ waiting, held, scheduled }: Status): number => waiting - held - scheduled;
