// The words of the language that the person reads.
import { app } from 'electron';
import type { Settings } from '../contract/model';
import { chooseLanguage, stringsFor } from '../../renderer/strings/languages';
import type { Strings } from '../../renderer/strings/en';

/** A BCP 47 tag. `given` is what --lang asked for. Needs Electron to be ready. */
export function systemLanguage(given: string | null): string {
  return given ?? app.getPreferredSystemLanguages()[0] ?? app.getLocale();
}

export function wordsFor(settings: Settings, system: string): Strings {
  return stringsFor(chooseLanguage(settings.language, system));
}
