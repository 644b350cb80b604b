// Which key does what in the outbox: from a key press to an action, without touching the page.
import { actionKeys, type BulkAction, bulkActions } from './actions';

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** null: the key does nothing here. */
export function outboxAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Press, hasSingleKeys: boolean): BulkAction | 'edit' | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  if (key !== 'Delete' && !hasSingleKeys) return null;
  return key === 'e' ? 'edit' : (bulkActions.find((action) => actionKeys[action] === key) ?? null);
}
