// Which language is shown: the person's choice, or the system's where we have it, or English.
import type { Settings } from '../../electron/contract/model/status';
import { da } from './da';
import type { Strings } from './en';
import { en } from './en';
import { sv } from './sv';

export type Language = 'en' | 'sv' | 'da';
const all: Readonly<Record<Language, Strings>> = { en, sv, da };

/** @param systemLanguage a BCP 47 tag, e.g. "sv-SE" */
export function chooseLanguage(chosen: Settings['language'], systemLanguage: string): Language {
  if (chosen !== 'system') return chosen;
  const primary = systemLanguage.toLowerCase().split(/[-_]/)[0];
  return primary === 'sv' || primary === 'da' ? primary : 'en';
}

export const stringsFor = (language: Language): Strings => all[language];

/** The line that stands above a forwarded letter, in every language: the letter may be older than the choice of this one. */
export const forwardIntros: readonly string[] = Object.values(all).map(({ compose }) => compose.forwardIntro);
