// What can be done with a message of the outbox, the most likely first.
import type { OutboxItem } from '../../../electron/contract/model/outbox';

export type Action =
  | 'retry'
  | 'retry-refused'
  | 'edit'
  | 'cancel'
  | 'remove'
  | 'check-sent'
  | 'send-again'
  | 'mark-sent'
  | 'retry-copy'
  | 'give-up-copy'
  | 'see';

export function actionsFor({ state, copy }: Pick<OutboxItem, 'state' | 'copy'>): readonly Action[] {
  switch (state) {
    case 'held':
    case 'scheduled':
    case 'queued':
      return ['edit', 'cancel'];
    case 'deferred':
      return ['retry', 'edit', 'cancel'];
    case 'kept':
    case 'failed':
      return ['retry', 'edit', 'remove'];
    case 'sending':
      return ['cancel'];
    case 'uncertain':
      return ['check-sent', 'send-again', 'mark-sent'];
    case 'partly':
      return ['retry-refused', 'edit', ...(copy === 'failing' ? (['retry-copy'] as const) : []), 'remove'];
    case 'accepted':
      return copy === 'failing' ? ['retry-copy', 'give-up-copy'] : ['see'];
    case 'cancelled':
      return ['edit'];
  }
}
