// What was chosen in the palette lately, the newest first: with the settings, for the page keeps nothing by itself.
import { askShell } from '../../api';
import { session } from '../frame/session';

const most = 6;

export const addRecent = (recent: readonly string[], id: string): string[] => [id, ...recent.filter((each) => each !== id)].slice(0, most);

export const readRecent = (): readonly string[] => session.get().settings.recentActions ?? [];

/** A full disk costs the order of a list, nothing else. */
export function keepRecent(id: string): void {
  const recentActions = addRecent(readRecent(), id);
  session.set((before) => ({ ...before, settings: { ...before.settings, recentActions } }));
  void askShell('settings.change', { recentActions });
}
