// The profile: one folder that holds everything of one person, open to nobody else, used by one program at a time.
import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { Failure, Result } from '../contract/failure';
import { isMailto } from './arguments';
import { diskFailure } from './disk-failure';
import { longestPath, mostFiles } from './given-files';
import { wordsFor } from './language';
import { pickLanguageTag } from './language-tag';

/** Makes the folder and tells Electron to use it; must run before anything else asks where things lie. Answers the whole path. */
export function openProfile(given: string | null): Result<string> {
  const profile = given === null ? app.getPath('userData') : path.resolve(given);
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    shut(profile);
    // Chromium takes a folder in which it can't make its lock for one that another window has, and the program would leave without a word.
    accessSync(profile, constants.W_OK);
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

/** Says why and ends; settings can't be read, so the words follow the system. Not before Electron is ready: until then it tells the terminal alone. */
export function refuseProfile(failure: Failure, language: string | null): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const { shell, failures } = wordsFor('system', pickLanguageTag([language, LC_ALL, LC_MESSAGES, LANG]));
  const { says, remedy } = failures[failure.code];
  void app.whenReady().then(() => {
    dialog.showErrorBox(shell.profile.unusable, `${says(failure)} ${remedy(failure)}`);
    app.exit(78); // EX_CONFIG
  });
}

/** What a second start hands to the first. Chromium reorders the arguments it passes on, so they travel as data. */
const handedOverSchema = z.object({
  mailto: z.string().refine(isMailto).nullable(),
  /** Whole paths: the other one was started in another folder. */
  files: z
    .array(
      z
        .string()
        .max(longestPath)
        .refine((file) => path.isAbsolute(file)),
    )
    .max(mostFiles),
  isHidden: z.boolean(),
});
type HandedOver = Readonly<z.infer<typeof handedOverSchema>>;

/** False: another window has this profile, and has been told. */
export function holdProfile(handOver: HandedOver): boolean {
  return app.requestSingleInstanceLock({ ...handOver });
}

/** What a start wants opened: a letter to write, files to open as letters, or (null, none) the window alone. */
export type Wanted = { readonly mailto: string | null; readonly files: readonly string[] };
const nothing: Wanted = { mailto: null, files: [] };

/** Hears of every further start with this profile, from now on: one that comes while the window is still being made is kept until `listen` is called. */
export function hearFurtherStarts(): { readonly listen: (listener: (wanted: Wanted) => void) => void } {
  const waiting: Wanted[] = [];
  let hear = (wanted: Wanted): void => void waiting.push(wanted);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { mailto, files, isHidden } = handedOverSchema.safeParse(data).data ?? { ...nothing, isHidden: false };
    // One that starts with the computer wants no window, and the program runs already.
    if (!isHidden || mailto !== null || files.length > 0) hear({ mailto, files });
  });
  // macOS hands over links and files in its own way.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isMailto(url)) hear({ ...nothing, mailto: url });
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    hear({ ...nothing, files: [file] });
  });
  // And so it does with a click on the program that runs.
  app.on('activate', () => hear(nothing));
  return {
    listen(listener) {
      hear = listener;
      for (const wanted of waiting.splice(0)) listener(wanted);
    },
  };
}
