// Points in time inside a sentence: "since 14:02", "On 3 May 2026 at 14:02, Anna wrote".
import type { Language } from './languages';
import { formatClock } from './time';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' };

/** "14:02", or with the day in front when it is not today: "3 May, 14:02". */
export function formatSince(at: number, now: number, language: Language): string {
  const clock = formatClock(at, language);
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clock;
  return `${new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short' }).format(at)}, ${clock}`;
}

/** "3 May 2026 at 14:02" */
export const formatDateTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short' }).format(at);

/** A whole number with the language's separators. */
export const formatCount = (count: number, language: Language): string => new Intl.NumberFormat(locales[language]).format(count);

/** "Tuesday 24 November 2026 at 08:00", as the wall shows it in a zone (IANA name). */
export const formatTimeIn = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(at);

/** "Tue 08:00", for times of the coming week. */
export const formatWeekTime = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);

/** "08:00" in a zone. */
export const formatClockIn = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
