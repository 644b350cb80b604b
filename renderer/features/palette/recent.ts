// What was chosen in the palette lately, the newest first: kept with the page, because it is about this screen and about nothing else.

const place = 'palette-recent';
const most = 6;

export const addRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((each) => each !== id)].slice(0, most);

export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return []; // somebody else's hand in the profile: it starts afresh
  }
}

export function keepRecent(id: string): void {
  try {
    localStorage.setItem(place, JSON.stringify(addRecent(readRecent(), id)));
  } catch {
    // a full disk costs the order of a list, nothing else
  }
}
