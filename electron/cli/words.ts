// The words of the command line, in the language of the terminal. Only those are read: a command is over before the window's would be.
import type { cli } from '../../renderer/strings/en/cli';
import type { Failure } from '../contract/failure';
import type { TestMessageWords } from '../contract/model/doctor';
import type { ReportWords } from '../domain/doctor/report-text';

type Language = 'en' | 'sv' | 'da';

export type Words = typeof cli & {
  readonly language: Language;
  /** What happened, and what to do. */
  readonly failure: (failure: Failure) => string;
  readonly doctor: ReportWords & { readonly testMessage: TestMessageWords };
};

const read = {
  en: () =>
    Promise.all([
      import('../../renderer/strings/en/cli'),
      import('../../renderer/strings/en/failures'),
      import('../../renderer/strings/en/doctor'),
    ]),
  sv: () =>
    Promise.all([
      import('../../renderer/strings/sv/cli'),
      import('../../renderer/strings/sv/failures'),
      import('../../renderer/strings/sv/doctor'),
    ]),
  da: () =>
    Promise.all([
      import('../../renderer/strings/da/cli'),
      import('../../renderer/strings/da/failures'),
      import('../../renderer/strings/da/doctor'),
    ]),
} as const;

/** `given`: what --lang said; otherwise the environment decides as it does for every program of a terminal. */
export async function wordsFor(given: string | null, { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Promise<Words> {
  const language = languageOf(given ?? (LC_ALL || LC_MESSAGES || LANG || 'en'));
  const [{ cli }, { failures }, { doctor }] = await read[language]();
  const failure = (about: Failure): string => {
    const { says, remedy } = failures[about.code];
    const said = about.said === undefined ? '' : ` «${about.said}»`;
    return [says(about) + said, remedy(about)].filter((text) => text !== '').join(' ');
  };
  return { ...cli, language, failure, doctor: { ...doctor, failure } };
}

/** As the window chooses for its system (renderer/strings/languages.ts). */
function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return primary === 'sv' || primary === 'da' ? primary : 'en';
}
