// The times that are offered for sending later: only those that make sense now.
import { addDays, instantOf, type WallTime, wallTimeAt } from './zoned-time';

const sendTimeNames = ['in-an-hour', 'this-morning', 'this-evening', 'tomorrow-morning', 'monday-morning'] as const;
export type SendTimeName = (typeof sendTimeNames)[number];
/** `at`: ms since 1970. */
export type SendTime = { readonly name: SendTimeName; readonly at: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Nearer than that it would say nothing new beside "in an hour". */
const worthSaying = 1.5 * HOUR;

/** In the order of time. @param now ms since 1970 @param zone the person's own, an IANA name that is known */
export function sendTimes(now: number, zone: string): readonly SendTime[] {
  const today = wallTimeAt(now, zone);
  const at = (days: number, hour: number): number => instantOf({ ...addDays(today, days), hour, minute: 0 }, zone).at;
  const monday = 8 - dayOfWeek(today);
  const times: readonly SendTime[] = [
    { name: 'in-an-hour', at: Math.ceil((now + HOUR) / MINUTE) * MINUTE },
    { name: 'this-morning', at: at(0, 8) },
    { name: 'this-evening', at: at(0, 18) },
    { name: 'tomorrow-morning', at: at(1, 8) },
    // On a Sunday it is tomorrow, and on a Monday a week away: nobody means that by the word.
    ...(monday > 1 && monday < 7 ? [{ name: 'monday-morning', at: at(monday, 8) } as const] : []),
  ];
  return times.filter((time) => time.name === 'in-an-hour' || time.at - now >= worthSaying).sort((a, b) => a.at - b.at);
}

/** 1 for Monday to 7 for Sunday. */
const dayOfWeek = ({ year, month, day }: WallTime): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
