// Which messages of the list are chosen: pure, by id, so that a list that changes meanwhile changes nothing about it.

export type Chosen = {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row that was chosen or gone to last. */
  readonly anchor: string | null;
  /** What was chosen before the range: a range that shrinks gives back only what it took. */
  readonly base: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();
export const nothingChosen: Chosen = { ids: none, anchor: null, base: none };

export function toggle({ ids }: Chosen, id: string): Chosen {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return { ids: after, anchor: id, base: after };
}

/** A row was gone to: the next range begins there. */
export const goTo = ({ ids }: Chosen, id: string): Chosen => ({ ids, anchor: id, base: ids });

/** Everything from the anchor (or `from`, where there is none) to `to`, in the list's order. */
export function extend(chosen: Chosen, list: readonly string[], from: string, to: string): Chosen {
  const anchor = chosen.anchor !== null && list.includes(chosen.anchor) ? chosen.anchor : from;
  const [a, b] = [list.indexOf(anchor), list.indexOf(to)].sort((one, other) => one - other);
  if (a === undefined || b === undefined || a < 0) return chosen;
  return { ids: new Set([...chosen.base, ...list.slice(a, b + 1)]), anchor, base: chosen.base };
}

/** The rows around `index` of which none is missing, in the list's order. `itemAt` null: the row is not here. */
export function idsAround(itemAt: (index: number) => { readonly id: string } | null, index: number): readonly string[] {
  let first = index;
  while (first > 0 && itemAt(first - 1) !== null) first -= 1;
  const ids: string[] = [];
  for (let item = itemAt(first); item !== null; item = itemAt(first + ids.length)) ids.push(item.id);
  return ids;
}

export const chooseAll = (chosen: Chosen, list: readonly string[]): Chosen => {
  const ids = new Set(list);
  return { ids, anchor: chosen.anchor, base: ids };
};

/** Those that have left the list are not chosen any more; the same value where nothing changes. */
export function prune(chosen: Chosen, list: readonly string[]): Chosen {
  if (chosen.ids.size === 0) return chosen;
  const there = new Set(list);
  const ids = new Set([...chosen.ids].filter((id) => there.has(id)));
  return ids.size === chosen.ids.size ? chosen : { ...chosen, ids, base: new Set([...chosen.base].filter((id) => there.has(id))) };
}
