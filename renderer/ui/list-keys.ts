// Where a key moves to in a list.

/**
 * @param active the row that is active now, -1: none yet
 * @param page how many rows are seen at once
 * @returns the row to go to, or null when the key means nothing here
 */
export function rowForKey(key: string, active: number, total: number, page: number, hasSingleKeys: boolean): number | null {
  if (total === 0) return null;
  const clamp = (row: number): number => Math.min(total - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active < 0 ? 0 : active - 1);
    case 'PageDown':
      return clamp(active + page);
    case 'PageUp':
      return clamp(active - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    case 'j':
      return hasSingleKeys ? clamp(active + 1) : null;
    case 'k':
      return hasSingleKeys ? clamp(active < 0 ? 0 : active - 1) : null;
    default:
      return null;
  }
}
