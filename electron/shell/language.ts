// The words of the language that the person reads.
import { app } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import { chooseLanguage, stringsFor } from '../../renderer/strings/languages';
import { formatFullTime } from '../../renderer/strings/time';
import type { Settings } from '../contract/model/status';
import { pickLanguageTag } from './language-tag';

/** A BCP 47 tag. `given` is what --lang asked for. Needs Electron to be ready. */
export const systemLanguage = (given: string | null): string =>
  pickLanguageTag([given, ...app.getPreferredSystemLanguages(), app.getLocale()]);

export const wordsFor = (chosen: Settings['language'], system: string): Strings => stringsFor(chooseLanguage(chosen, system));

/** A moment (ms since 1970) with its weekday, as it is written in that language. */
export const timeFor = (at: number, chosen: Settings['language'], system: string): string =>
  formatFullTime(at, chooseLanguage(chosen, system));
