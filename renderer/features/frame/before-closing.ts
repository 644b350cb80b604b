// What has to be stored before the window may close. The rooms that hold something unsaved say so here.

type Work = () => Promise<boolean>;
const works = new Set<Work>();

/** `work` is run when the window is about to close; answers whether everything is stored, and must not reject. */
export function beforeClosing(work: Work): void {
  works.add(work);
}

/** Resolves when everything that was typed is with the engine; with false where some of it could not be stored. */
export async function saveEverything(): Promise<boolean> {
  const done = await Promise.all([...works].map((work) => work()));
  return done.every((isStored) => isStored);
}
