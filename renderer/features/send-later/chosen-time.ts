// What was chosen in the dialog, as an instant: day, time of day and zone as the fields hold them.
import { type Instant, instantOf, wallTimeAt } from '../../../electron/domain/zoned-time';

/** `day`: "2026-11-24". `time`: "08:00", empty while it is being typed. */
export type Fields = { readonly day: string; readonly time: string; readonly zone: string };

/** Null while the time of day is not whole. */
export function readFields({ day, time, zone }: Fields): Instant | null {
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  return instantOf({ year, month, day: date, hour, minute }, zone);
}

export function fieldsAt(at: number, zone: string): Fields {
  const { year, month, day, hour, minute } = wallTimeAt(at, zone);
  return { day: `${pad(year, 4)}-${pad(month)}-${pad(day)}`, time: `${pad(hour)}:${pad(minute)}`, zone };
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
