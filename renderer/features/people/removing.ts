// Removing: it leaves the screen at once and the disk a moment later, so that it can be undone without a question.
import { call } from '../../api';
import { createStore } from '../../hooks/create-store';
import type { Strings } from '../../strings/en';
import { closeIfOpen, open } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';

/** How long it can be undone, ms. If the program ends before, it is still there. */
const UNDO_FOR = 8000;

/** Keys of what is on its way out. */
export const removing = createStore<{ readonly keys: ReadonlySet<string> }>({ keys: new Set() });

const mark = (key: string, isGoing: boolean): void =>
  removing.set(({ keys }) => {
    const next = new Set(keys);
    if (isGoing) next.add(key);
    else next.delete(key);
    return { keys: next };
  });

/** @param key what is open in the room of people: a person's id, or a group's key */
export function removeSoon(
  key: string,
  who: string,
  what: { readonly personId: number } | { readonly groupId: number },
  { people }: Strings,
): void {
  mark(key, true);
  closeIfOpen('people', key);
  const timer = setTimeout(() => {
    const gone = 'personId' in what ? call('people.remove', { ids: [what.personId] }) : call('people.removeGroup', { id: what.groupId });
    void gone.then((answer) => {
      mark(key, false);
      if (!answer.ok) sayFailure(answer.failure);
    });
  }, UNDO_FOR);
  const undo = (): void => {
    clearTimeout(timer);
    mark(key, false);
    open('people', key);
  };
  say({ tone: 'plain', text: people.removed(who), action: { label: people.undo, run: undo } }, UNDO_FOR);
}
