// The words of the command line, in the language of the terminal.
import { cli as da } from '../../renderer/strings/da/cli';
import { cli as en } from '../../renderer/strings/en/cli';
import { chooseLanguage, type Language, stringsFor } from '../../renderer/strings/languages';
import { cli as sv } from '../../renderer/strings/sv/cli';
import type { Failure } from '../contract/failure';
import type { ReportWords } from '../domain/doctor/report-text';

const all: Readonly<Record<Language, typeof en>> = { en, sv, da };

export type Words = typeof en & {
  readonly language: Language /** What happened, and what to do. */;
  readonly failure: (failure: Failure) => string;
  readonly doctor: ReportWords;
};

/** `given`: what --lang said; otherwise the environment decides as it does for every program of a terminal. */
export function wordsFor(given: string | null, { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  const language = chooseLanguage('system', given ?? (LC_ALL || LC_MESSAGES || LANG || 'en'));
  const { failures, doctor } = stringsFor(language);
  const failure = (about: Failure): string => {
    const { says, remedy } = failures[about.code];
    const said = about.said === undefined ? '' : ` «${about.said}»`;
    return [says(about) + said, remedy(about)].filter((text) => text !== '').join(' ');
  };
  return { ...all[language], language, failure, doctor: { ...doctor, failure } };
}
