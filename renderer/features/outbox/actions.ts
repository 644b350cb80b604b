// What can be done with a message of the outbox. Pure: each state can be read in a test.
import type { OutboxBrief, OutboxItem } from '../../../electron/contract/model/outbox';
import type { Key } from '../../ui/keys';

/** What can be done with several at once. */
export const bulkActions = ['retry', 'later', 'keep', 'move', 'cancel'] as const;
export type BulkAction = (typeof bulkActions)[number];

export type Action = BulkAction | 'send-to-refused' | 'edit' | 'remove' | 'retry-copy' | 'give-up-copy' | 'see';

/** In the entry, the most likely first. What may have been sent is settled by its own three choices. */
export function actionsFor({ state, copy }: Pick<OutboxItem, 'state' | 'copy'>): readonly Action[] {
  switch (state) {
    case 'held':
    case 'scheduled':
      return ['retry', 'edit', 'later', 'keep', 'move', 'cancel'];
    case 'queued':
      return ['edit', 'later', 'keep', 'move', 'cancel'];
    case 'deferred':
      return ['retry', 'edit', 'later', 'keep', 'move', 'cancel'];
    case 'kept':
      return ['retry', 'edit', 'later', 'move', 'remove'];
    case 'failed':
      return ['retry', 'edit', 'later', 'move', 'remove'];
    case 'sending':
      return ['cancel'];
    case 'uncertain':
      return ['move'];
    case 'partly':
      return ['send-to-refused', 'edit', ...(copy === 'failing' ? (['retry-copy'] as const) : []), 'move', 'remove'];
    case 'accepted':
      return copy === 'failing' ? ['retry-copy', 'give-up-copy'] : ['see'];
    case 'cancelled':
      return ['edit'];
  }
}

/** Whether one of those at once would do something with this message. */
export function allows(action: BulkAction, { state, failure, canMove }: Pick<OutboxItem, 'state' | 'failure' | 'canMove'>): boolean {
  switch (action) {
    case 'retry':
      // What waits for nothing but its turn has nothing to be tried again.
      return state === 'queued' ? failure !== null : ['held', 'scheduled', 'deferred', 'kept', 'failed', 'partly'].includes(state);
    case 'later':
      return ['held', 'scheduled', 'queued', 'deferred', 'kept', 'failed'].includes(state);
    case 'keep':
      return ['held', 'scheduled', 'queued', 'deferred'].includes(state);
    case 'move':
      return canMove;
    case 'cancel':
      return ['held', 'scheduled', 'queued', 'deferred', 'sending', 'kept', 'failed', 'partly'].includes(state);
  }
}

export const allowing = (action: BulkAction, items: readonly OutboxBrief[]): readonly OutboxBrief[] =>
  items.filter((item) => allows(action, item));

const single = (key: string): Key => ({ key, isSingle: true });
/** The single keys of what can be done with what is chosen, or else with what is open. Delete needs no setting. */
export const actionKeys: Readonly<Record<BulkAction, Key>> = {
  retry: single('r'),
  later: single('s'),
  keep: single('h'),
  move: single('m'),
  cancel: { key: 'delete' },
};
export const editKey = single('e');
