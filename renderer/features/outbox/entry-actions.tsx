// What can be done with a message of the outbox, at the foot of its sheet.
import { Button, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { open } from '../frame/navigation';
import { useOffers } from '../frame/offers';
import { useAccount, useAccounts } from '../frame/session';
import { chooseSentOf } from '../sent/which-account';
import { type Action, actionsFor } from './actions';
import { isAboutAccount } from './describe';
import { asking, cancel, doWith, labelOf } from './doing';
import classes from './outbox.module.css';

/** What one would most likely do; calling off never leads. */
const leading: ReadonlySet<Action> = new Set<Action>(['retry', 'send-to-refused', 'retry-copy']);

type Props = {
  readonly item: OutboxItem;
  /** Opens the form for those who were refused; null: there is none to open. */
  readonly onSendToRefused: (() => void) | null;
};

export function EntryActions({ item, onSendToRefused }: Props) {
  const { outbox } = useStrings();
  const words = { outbox, language: useLanguage() };
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, state } = item;
  const isPractice = useAccount(item.accountId)?.provider === 'practice';
  const hasOtherAccount = useAccounts().some((account) => account.id !== item.accountId);

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    await work();
    setBusy(false);
  };
  const edit = async (): Promise<void> => {
    const draft = await call('outbox.edit', { id });
    if (draft.ok) open('drafts', draft.value.draftId);
    else setFailure(draft.failure);
  };
  const copy = async (answer: ReturnType<typeof call<'outbox.retryCopy' | 'outbox.cancel'>>): Promise<void> => {
    const done = await answer;
    if (!done.ok) setFailure(done.failure);
  };
  const work = async (action: Action): Promise<void> => {
    switch (action) {
      case 'retry':
      case 'keep':
        await doWith(action, [item], words);
        return;
      case 'later':
      case 'move':
        asking.set({ kind: action, items: [item] });
        return;
      case 'send-to-refused':
        onSendToRefused?.();
        return;
      case 'edit':
        return edit();
      case 'cancel':
      case 'remove':
        await cancel([item], words, action === 'cancel' ? outbox.cancelledNotice : outbox.removedNotice);
        return;
      case 'retry-copy':
        return copy(call('outbox.retryCopy', { id }));
      case 'give-up-copy':
        return copy(call('outbox.cancel', { ids: [id] }));
      case 'see':
        if (!isPractice) chooseSentOf(item.accountId);
        open(isPractice ? 'practice' : 'sent', null);
    }
  };
  const actions = actionsFor(item).flatMap((action): readonly Action[] => {
    if (action === 'send-to-refused') return onSendToRefused === null ? [] : [action];
    if (action === 'move') return hasOtherAccount ? [action] : [];
    // Where addresses were the reason, trying again begins with a look at them.
    return [action === 'retry' && state === 'failed' && onSendToRefused !== null ? 'send-to-refused' : action];
  });
  const nameOf = (action: Action): string => (action === 'see' && isPractice ? outbox.seePractice : labelOf(action, state, outbox));
  useOffers('outbox entry', () =>
    actions
      .filter((action) => action !== 'move' || item.canMove)
      .map((action) => ({
        id: `outbox ${action}`,
        label: action === 'move' ? outbox.move : nameOf(action),
        run: () => void run(() => work(action)),
      })),
  );
  const wantsAccount = isAboutAccount(item.failure) && state !== 'accepted';
  if (actions.length === 0 && failure === null) return null;
  return (
    <footer className={classes.foot}>
      <div className={classes.footInner}>
        {failure !== null && <FailureNote failure={failure} isNews />}
        <div className={classes.buttons}>
          {wantsAccount && <Button onClick={() => open('accounts', item.accountId)}>{outbox.openAccount}</Button>}
          {actions.map((action, index) => (
            <Explained key={action} why={action === 'move' && !item.canMove ? outbox.cannotMove : null}>
              <Button
                variant={index === 0 && !wantsAccount && leading.has(action) ? 'filled' : 'default'}
                disabled={isBusy}
                {...(action === 'move' ? { 'aria-label': outbox.move } : {})}
                onClick={() => void run(() => work(action))}
              >
                {nameOf(action)}
              </Button>
            </Explained>
          ))}
        </div>
      </div>
    </footer>
  );
}

/** A button that can't be pressed says why: it stays within reach of the keyboard for that. */
function Explained({ why, children }: { readonly why: string | null; readonly children: ReactNode }) {
  const { outbox } = useStrings();
  if (why === null) return children;
  return (
    <Tooltip label={why} events={{ hover: true, focus: true, touch: true }} multiline w={280}>
      <Button
        variant="default"
        data-disabled
        aria-disabled
        aria-label={outbox.move}
        aria-description={why}
        onClick={(event) => event.preventDefault()}
      >
        {outbox.moveShort}
      </Button>
    </Tooltip>
  );
}
