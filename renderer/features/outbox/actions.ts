// What can be done with a message of the outbox, the most likely first.
import type { OutboxItem } from '../../../electron/contract/model';

export type Action = 'retry' | 'retry-refused' | 'edit' | 'cancel' | 'check-sent' | 'send-again' | 'mark-sent' | 'retry-copy';

export function actionsFor({ state, copy }: Pick<OutboxItem, 'state' | 'copy'>): readonly Action[] {
  switch (state) {
    case 'held':
    case 'scheduled':
    case 'queued':
      return ['edit', 'cancel'];
    case 'deferred':
    case 'kept':
    case 'failed':
      return ['retry', 'edit', 'cancel'];
    case 'sending':
      return ['cancel'];
    case 'uncertain':
      return ['check-sent', 'send-again', 'mark-sent'];
    case 'partly':
      return copy === 'failing' ? ['retry-refused', 'retry-copy'] : ['retry-refused'];
    case 'accepted':
      return copy === 'failing' ? ['retry-copy'] : [];
    case 'cancelled':
      return ['edit'];
  }
}
