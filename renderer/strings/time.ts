// When something was or will be, as people write it in the language.
import type { Language } from './languages';

/** British order and a 24-hour clock for English: the shortest form that nobody misreads. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' };

/** Making a format takes longer than using it a hundred times. One lasts until the clock is put to another zone. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, format);
  return format;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();
const isSameYear = (a: number, b: number): boolean => new Date(a).getFullYear() === new Date(b).getFullYear();

/** For lists: "14:02" today, "3 May" this year, "3 May 2025" before. */
export function formatShortTime(at: number, now: number, language: Language): string {
  if (isSameDay(at, now)) return formatClock(at, language);
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return formatOf(language, isSameYear(at, now) ? day : { ...day, year: 'numeric' }).format(at);
}

/** "14:02" */
export const formatClock = (at: number, language: Language): string =>
  formatOf(language, { hour: '2-digit', minute: '2-digit' }).format(at);

/** "14:02:31", for the lines of a story. */
export const formatExactClock = (at: number, language: Language): string =>
  formatOf(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

/** "Sunday 3 May 2026 at 14:02" */
export const formatFullTime = (at: number, language: Language): string =>
  formatOf(language, { dateStyle: 'full', timeStyle: 'short' }).format(at);

/** "in 3 minutes", "2 hours ago", "yesterday". */
export function formatRelativeTime(at: number, now: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto', style: 'long' });
  const away = at - now;
  const size = Math.abs(away);
  if (size < MINUTE) return format.format(Math.round(away / 1000), 'second');
  if (size < HOUR) return format.format(Math.round(away / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.round(away / HOUR), 'hour');
  return format.format(Math.round(away / DAY), 'day');
}

/** How long something took: "38 ms", "1.4 s". @param ms milliseconds */
export function formatTook(ms: number, language: Language): string {
  const seconds = ms >= 1000;
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: seconds ? 1 : 0 }).format(
    seconds ? ms / 1000 : Math.max(1, Math.round(ms)),
  );
  return `${number} ${seconds ? 's' : 'ms'}`;
}
