// The one line at the foot of the window that tells what just happened, with at most one thing to do about it.
import type { Failure } from '../../../electron/contract/failure';
import { createStore } from '../../hooks/create-store';

export type Notice = {
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};
type Shown = { readonly notice: Notice | null; readonly failure: Failure | null };

export const notices = createStore<Shown>({ notice: null, failure: null });

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something in the status line for a while (ms). */
export function say(notice: Notice, lasts = 8000): void {
  clearTimeout(timer);
  notices.set({ notice, failure: null });
  timer = setTimeout(() => notices.set({ notice: null, failure: null }), lasts);
}

/** Shows a failure that has no better place next to what it is about. It stays until it is closed. */
export function sayFailure(failure: Failure): void {
  clearTimeout(timer);
  notices.set({ notice: null, failure });
}

export function clearNotice(): void {
  clearTimeout(timer);
  notices.set({ notice: null, failure: null });
}
