// The time zones a person can choose from, their own first.

/** The person's own, an IANA name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

let all: readonly string[] | null = null;

/** Every zone this computer knows: the own one, then UTC, then the rest by name. */
export function zones(): readonly string[] {
  all ??= [...new Set([ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return all;
}

/** "America/New York" */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

/** "New York", for inside a sentence. */
export const zonePlace = (zone: string): string => zoneName(zone.split('/').at(-1) ?? zone);

/** Finds "new york", "NEW_YORK" and "york america". */
export function matchesZone(zone: string, typed: string): boolean {
  const name = zoneName(zone).toLowerCase();
  return typed
    .toLowerCase()
    .split(/[\s/_,]+/)
    .every((word) => name.includes(word));
}
