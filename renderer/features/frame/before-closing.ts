// What has to be stored before the window may close. The rooms that hold something unsaved say so here.

import type { Closing } from '../../../electron/contract/shell';

type Work = () => Promise<Partial<Closing>>;
const works = new Set<Work>();

/** `work` is run when the window is about to close; answers what it knows of how its room stands then, and must not reject. */
export function beforeClosing(work: Work): void {
  works.add(work);
}

/** Resolves when everything that was typed is with the engine, or could not be stored, and each Send is over. */
export async function saveEverything(): Promise<Closing> {
  const done = await Promise.all([...works].map((work) => work()));
  return { isSaved: done.every(({ isSaved }) => isSaved !== false), isSent: done.every(({ isSent }) => isSent !== false) };
}
