// The part of a long field that is drawn: two thousand chips would take a second to lay out.

/** Chips that are drawn at a time while the field is in use. */
export const WINDOW = 60;

/** Where the window begins, so that this place is in it (null: any), moving as little as it can. */
export function windowAround(from: number, place: number | null, total: number): number {
  const last = Math.max(0, total - WINDOW);
  if (place === null) return Math.min(from, last);
  if (place < from) return Math.min(place, last);
  return Math.min(last, place > from + WINDOW ? place - WINDOW : place === from + WINDOW && place < total ? place - WINDOW + 1 : from);
}

/** The list with one of it in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
