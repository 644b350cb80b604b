// What has to be stored before the window may close. The rooms that hold something unsaved say so here.

type Work = () => Promise<unknown>;
const works = new Set<Work>();

/** `work` is run when the window is about to close; it must not reject. */
export function beforeClosing(work: Work): void {
  works.add(work);
}

/** Resolves when everything that was typed is with the engine. */
export async function saveEverything(): Promise<void> {
  await Promise.all([...works].map((work) => work()));
}
