// What a person reads of a message in the outbox, in each language: its state, what went wrong, what to do, the server's words.
import type { Failure } from '../../electron/contract/failure';
import type { OutboxEntry } from '../../electron/contract/model/outbox';
import { coach } from '../../electron/domain/coach/coach';
import { failureToShow, tellFully, tellReason } from '../../renderer/features/outbox/describe';
import type { AdviceWords } from '../../renderer/strings/advice-words';
import { coach as da } from '../../renderer/strings/da/coach';
import { coach as en } from '../../renderer/strings/en/coach';
import { type Language, stringsFor } from '../../renderer/strings/languages';
import { serverWords } from '../../renderer/strings/server-words';
import { coach as sv } from '../../renderer/strings/sv/coach';

const advice: Readonly<Record<Language, Readonly<Record<string, AdviceWords>>>> = { en: en.advice, sv: sv.advice, da: da.advice };
export const languages = ['en', 'sv', 'da'] as const satisfies readonly Language[];

/** As the note below the state shows it. */
function noteOf(failure: Failure, language: Language): readonly string[] {
  const { says, remedy } = stringsFor(language).failures[failure.code];
  const { id, source } = coach(failure);
  const known = source === 'code' ? undefined : advice[language][id];
  return [says(failure), known === undefined ? remedy(failure) : `${known.cause} ${known.todo}`, serverWords(failure)];
}

/** @param now ms since 1970 */
function told({ item, recipients }: OutboxEntry, now: number, language: Language = 'en'): string {
  const strings = stringsFor(language);
  const failure = failureToShow(item);
  const copyFailure = item.copy === 'failing' ? item.copyFailure : null;
  return [
    tellFully(strings, item, now, language).text,
    ...(failure === null ? [] : noteOf(failure, language)),
    ...(copyFailure === null ? [] : noteOf(copyFailure, language)),
    ...recipients.flatMap((one) =>
      one.failure === null ? [] : [`${one.address}: ${tellReason(strings, one.failure)}`, serverWords(one.failure)],
    ),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

/** In all languages: different words, none missing, none of the program's own. */
export function toldEverywhere(entry: OutboxEntry, now: number): Readonly<Record<Language, string>> {
  const texts = { en: told(entry, now, 'en'), sv: told(entry, now, 'sv'), da: told(entry, now, 'da') };
  for (const [language, text] of Object.entries(texts)) {
    if (/undefined|\bnull\b|NaN|\[object|Invalid Date/.test(text)) throw new Error(`${language}: ${text}`);
    const { code } = entry.item.failure ?? { code: '' };
    if (code.includes('-') && text.includes(code)) throw new Error(`${language} names a code of the program's own: ${text}`);
  }
  if (new Set(Object.values(texts)).size !== languages.length) throw new Error(`Not translated: ${texts.en}`);
  return texts;
}
