// When a message leaves that was given a time: in the zone in which the time was chosen, which is named when it is not one's own.
import type { Language } from '../../strings/languages';
import { ownZone, zonePlace } from '../send-later/zones';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' };

/** ms */
const DAY = 24 * 60 * 60_000;

/**
 * "today 08:00", "tomorrow 08:00", "Monday 08:00", "14 December 08:00 (New York)".
 * @param zone the IANA zone in which it was chosen; one that this computer does not know is read as the own one
 */
export function formatLeaving(at: number, zone: string | null, now: number, language: Language, own = ownZone()): string {
  const there = zone !== null && isZone(zone) ? zone : own;
  const clock = format(at, there, language, { hour: '2-digit', minute: '2-digit' });
  const text = `${formatDay(at, there, now, language)} ${clock}`;
  return there === own ? text : `${text} (${zonePlace(there)})`;
}

/** The same moment by one's own clock; null: it was chosen by that one. */
export const formatLeavingHere = (at: number, zone: string | null, now: number, language: Language, own = ownZone()): string | null =>
  zone === null || zone === own || !isZone(zone) ? null : formatLeaving(at, null, now, language, own);

function formatDay(at: number, zone: string, now: number, language: Language): string {
  const days = Math.round((noon(at, zone) - noon(now, zone)) / DAY);
  if (days === 0 || days === 1) return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(days, 'day');
  if (days > 1 && days < 7) return format(at, zone, language, { weekday: 'long' });
  const isThisYear = format(at, zone, 'en', { year: 'numeric' }) === format(now, zone, 'en', { year: 'numeric' });
  return format(at, zone, language, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** Of the day that it is there, counted as if it were a day here. */
const noon = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at);
  return Date.parse(`${parts}T12:00:00Z`);
};
const format = (at: number, timeZone: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(at);

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
