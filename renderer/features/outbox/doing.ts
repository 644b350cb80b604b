// Does things with messages of the outbox, one or many, and says what came of it. Shared by the keys, the bar and the entry.
import type { OutboxBrief, OutboxItem } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { createStore } from '../../hooks/create-store';
import type { Strings } from '../../strings/en';
import type { Language } from '../../strings/languages';
import { formatCount } from '../../strings/moments';
import { closeIfOpen, open } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';
import { type Action, allowing, type BulkAction } from './actions';
import { type Chosen, nothingChosen } from './choosing';
import { formatLeaving } from './leaving';

/** What is chosen in the list. */
export const chosen = createStore<Chosen>(nothingChosen);

/** The dialogue that is open, and what it is about. */
export type Asking = { readonly kind: 'later' | 'move' | null; readonly items: readonly OutboxBrief[] };
export const asking = createStore<Asking>({ kind: null, items: [] });
export const stopAsking = (): void => asking.set({ kind: null, items: [] });

export type Words = { readonly outbox: Strings['outbox']; readonly language: Language };

const idsOf = (items: readonly OutboxBrief[]): string[] => items.map(({ id }) => id);

/** Does it with those that allow it. True: it was done. */
export async function doWith(action: BulkAction, all: readonly OutboxBrief[], words: Words): Promise<boolean> {
  const items = allowing(action, all);
  if (items.length === 0) return false;
  switch (action) {
    case 'later':
    case 'move':
      asking.set({ kind: action, items });
      return true;
    case 'retry':
    case 'keep': {
      const answer = await call(action === 'retry' ? 'outbox.retry' : 'outbox.keep', { ids: idsOf(items) });
      const tell = words.outbox.choosing[action === 'retry' ? 'retried' : 'kept'];
      if (answer.ok) say({ tone: 'plain', text: tell(formatCount(items.length, words.language), items.length === 1) });
      else sayFailure(answer.failure);
      return answer.ok;
    }
    case 'cancel':
      return cancel(items, words);
  }
}

/** They can be taken back as drafts, so nothing is asked. `text` says more than the usual words. */
export async function cancel(items: readonly OutboxBrief[], words: Words, text?: string): Promise<boolean> {
  const { outbox, language } = words;
  const ids = idsOf(items);
  const answer = await call('outbox.cancel', { ids });
  if (!answer.ok) {
    sayFailure(answer.failure);
    return false;
  }
  for (const id of ids) closeIfOpen('outbox', id);
  say({
    tone: 'plain',
    text: text ?? outbox.choosing.cancelled(formatCount(ids.length, language), ids.length === 1),
    action: { label: ids.length === 1 ? outbox.edit : outbox.choosing.takeBack, run: () => void takeBack(ids) },
  });
  return true;
}

/** Makes drafts of them again; a single one is opened. */
export async function takeBack(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const draft = await call('outbox.edit', { id });
    if (!draft.ok) return sayFailure(draft.failure);
    if (ids.length === 1) open('drafts', draft.value.draftId);
  }
  if (ids.length > 1) open('drafts');
}

export async function schedule(
  items: readonly OutboxBrief[],
  when: { readonly at: number; readonly zone: string },
  words: Words,
): Promise<void> {
  const { outbox, language } = words;
  const answer = await call('outbox.schedule', { ids: idsOf(items), ...when });
  if (!answer.ok) return sayFailure(answer.failure);
  const text = formatLeaving(when.at, when.zone, Date.now(), language);
  say({ tone: 'plain', text: outbox.choosing.scheduled(formatCount(items.length, language), items.length === 1, text) });
}

/** How a thing that can be done is called, beside the state it is done in. */
export function labelOf(action: Action, state: OutboxItem['state'], outbox: Strings['outbox']): string {
  switch (action) {
    case 'retry':
      return state === 'held' || state === 'scheduled' || state === 'kept' ? outbox.sendNow : outbox.retry;
    case 'later':
      return state === 'scheduled' ? outbox.changeTime : outbox.later;
    case 'keep':
      return outbox.keep;
    case 'move':
      return outbox.moveShort;
    case 'cancel':
      return outbox.cancel;
    case 'send-to-refused':
      return outbox.refused.again;
    case 'edit':
      return outbox.edit;
    case 'remove':
      return outbox.remove;
    case 'retry-copy':
      return outbox.retryCopy;
    case 'give-up-copy':
      return outbox.giveUpCopy;
    case 'see':
      return outbox.seeSent;
  }
}
