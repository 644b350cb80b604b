// The keys of the outbox: what they do is done with what is chosen, or else with the row or the entry that has the person's eye.
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from 'react';
import type { OutboxBrief, OutboxItem } from '../../../electron/contract/model/outbox';
import { useLanguage, useStrings } from '../../strings/words';
import { open, useSelected } from '../frame/navigation';
import { useAccounts, useSettings } from '../frame/session';
import { actionsFor } from './actions';
import { doWith, takeBack } from './doing';
import { outboxAction, type Press } from './keys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);
const hasFloating = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Listens to the window while the list is there, and answers what the list is to do with a key on its active row. */
export function useOutboxKeys(items: readonly OutboxBrief[], chosenItems: readonly OutboxBrief[]) {
  const { outbox } = useStrings();
  const language = useLanguage();
  const { hasSingleKeys } = useSettings();
  const hasOthers = useAccounts().length > 1;
  const openId = useSelected('outbox');
  const act = (press: Press, nearest: OutboxBrief | undefined): boolean => {
    const action = outboxAction(press, hasSingleKeys);
    if (action === null || (action === 'move' && !hasOthers)) return false;
    const about = chosenItems.length > 0 ? chosenItems : nearest === undefined ? [] : [nearest];
    if (action === 'edit') {
      const [one] = about;
      if (one === undefined || about.length > 1 || !actionsFor(one).includes('edit')) return false;
      open('outbox', one.id);
      void takeBack([one.id]);
      return true;
    }
    void doWith(action, about, { outbox, language });
    return about.length > 0;
  };
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const opened = items.find(({ id }) => id === openId);
  const latestOpened = useRef(opened);
  useEffect(() => {
    latestOpened.current = opened;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || hasFloating()) return;
      if (latest.current(event, latestOpened.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (event: ReactKeyboardEvent, item: OutboxItem): void => {
    if (act(event, item)) event.preventDefault();
  };
}
