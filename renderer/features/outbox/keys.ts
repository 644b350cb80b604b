// Which key does what in the outbox: from a key press to an action, without touching the page.
import { isPressed, type Key, type Press as KeyPress } from '../../ui/keys';
import { actionKeys, type BulkAction, bulkActions, editKey } from './actions';

export type Press = KeyPress;

/** null: the key does nothing here. */
export function outboxAction(press: Press, hasSingleKeys: boolean): BulkAction | 'edit' | null {
  const means = (key: Key): boolean => isPressed(key, press) && (hasSingleKeys || key.isSingle !== true);
  return means(editKey) ? 'edit' : (bulkActions.find((action) => means(actionKeys[action])) ?? null);
}
