// What was said to be fine, in the draft: it travels with versions, crashes and restarts.
import type { DraftKeeper } from '../draft-keeper';

/** As many as a draft keeps. */
const MOST = 1000;

/** @param keys of findings, as `findingKey` makes them */
export function keepFine(keeper: DraftKeeper, keys: readonly string[]): void {
  keeper.change({ fine: [...new Set([...(keeper.content().fine ?? []), ...keys])].slice(-MOST) });
}
