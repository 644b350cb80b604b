// The profile: one folder that holds everything of one person, open to nobody else, used by one program at a time.
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { Failure, Result } from '../contract/failure';
import { isMailto } from './arguments';
import { diskFailure } from './disk-failure';
import { wordsFor } from './language';
import { pickLanguageTag } from './language-tag';

/** Makes the folder and tells Electron to use it; must run before anything else asks where things lie. Answers the whole path. */
export function openProfile(given: string | null): Result<string> {
  const profile = given === null ? app.getPath('userData') : path.resolve(given);
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    shut(profile);
  } catch (error) {
    return diskFailure(error, path.join(profile, 'x')); // it is this folder that can't be used
  }
  app.setPath('userData', profile);
  // Chromium's own files, apart from ours.
  app.setPath('sessionData', path.join(profile, 'chromium'));
  return { ok: true, value: profile };
}

/** A folder that is everybody's (sticky, like /tmp) or somebody else's is not ours to shut; the files in it are 0600 anyway. */
function shut(profile: string): void {
  const { mode, uid } = statSync(profile);
  const isOurs = process.getuid?.() === uid && (mode & 0o1000) === 0;
  if (isOurs && (mode & 0o077) !== 0) chmodSync(profile, 0o700);
}

/** Says why and ends; settings can't be read, so the words follow the system. */
export function refuseProfile(failure: Failure, language: string | null): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const { shell, failures } = wordsFor('system', pickLanguageTag([language, LC_ALL, LC_MESSAGES, LANG]));
  const { says, remedy } = failures[failure.code];
  dialog.showErrorBox(shell.profile.unusable, `${says(failure)} ${remedy(failure)}`);
  app.exit(78); // EX_CONFIG
}

/** What a second start hands to the first. Chromium reorders the arguments it passes on, so they travel as data. */
const handedOverSchema = z.object({ mailto: z.string().refine(isMailto).nullable(), isHidden: z.boolean() });
type HandedOver = Readonly<z.infer<typeof handedOverSchema>>;

/** False: another window has this profile, and has been told. */
export function holdProfile(handOver: HandedOver): boolean {
  return app.requestSingleInstanceLock({ ...handOver });
}

/**
 * Hears of every further start with this profile (null: without a letter to write), from now on: one that comes while the window
 * is still being made is kept until `listen` is called.
 */
export function hearFurtherStarts(): { readonly listen: (listener: (mailto: string | null) => void) => void } {
  const waiting: (string | null)[] = [];
  let hear = (mailto: string | null): void => void waiting.push(mailto);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { mailto, isHidden } = handedOverSchema.safeParse(data).data ?? { mailto: null, isHidden: false };
    // One that starts with the computer wants no window, and the program runs already.
    if (!isHidden || mailto !== null) hear(mailto);
  });
  // macOS hands over links in its own way.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isMailto(url)) hear(url);
  });
  // And so it does with a click on the program that runs.
  app.on('activate', () => hear(null));
  return {
    listen(listener) {
      hear = listener;
      for (const mailto of waiting.splice(0)) listener(mailto);
    },
  };
}
