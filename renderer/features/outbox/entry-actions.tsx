// What can be done with a message of the outbox, at the foot of its sheet.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { OutboxItem } from '../../../electron/contract/model';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { open } from '../frame/navigation';
import { say } from '../frame/notices';
import { type Action, actionsFor } from './actions';
import { isAboutAccount } from './describe';
import classes from './outbox.module.css';

export function EntryActions({ item }: { readonly item: OutboxItem }) {
  const { outbox } = useStrings();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [found, setFound] = useState<boolean | null>(null);
  const { id } = item;

  const run = async <T,>(work: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setFailure(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return answer.value;
    setFailure(answer.failure);
    return null;
  };
  const act = async (action: Action): Promise<void> => {
    switch (action) {
      case 'retry':
      case 'retry-refused':
        await run(call('outbox.retry', { ids: [id] }));
        return;
      case 'edit': {
        const draft = await run(call('outbox.edit', { id }));
        if (draft !== null) open('drafts', draft.draftId);
        return;
      }
      case 'cancel':
        if ((await run(call('outbox.cancel', { ids: [id] }))) !== null) say({ tone: 'plain', text: outbox.cancelledNotice });
        return;
      case 'check-sent':
        setFound((await run(call('outbox.checkSent', { id })))?.wasFound ?? null);
        return;
      case 'send-again':
        await run(call('outbox.settle', { id, as: 'send-again' }));
        return;
      case 'mark-sent':
        await run(call('outbox.settle', { id, as: 'sent' }));
        return;
      case 'retry-copy':
        await run(call('outbox.retryCopy', { id }));
    }
  };
  const labels: Readonly<Record<Action, string>> = {
    retry: outbox.retry,
    'retry-refused': outbox.retryRefused,
    edit: outbox.edit,
    cancel: outbox.cancel,
    'check-sent': isBusy ? outbox.looking : outbox.checkSent,
    'send-again': outbox.sendAgain,
    'mark-sent': outbox.markSent,
    'retry-copy': outbox.retryCopy,
  };
  const actions = actionsFor(item);
  const wantsAccount = isAboutAccount(item.failure) && item.state !== 'accepted';
  if (actions.length === 0 && failure === null && found === null) return null;
  return (
    <footer className={classes.foot}>
      <div className={classes.footInner}>
        {found !== null && (
          <p className={classes.found} role="status">
            {found ? outbox.found : outbox.notFound}
          </p>
        )}
        {failure !== null && <FailureNote failure={failure} isNews />}
        <div className={classes.buttons}>
          {wantsAccount && <Button onClick={() => open('accounts', item.accountId)}>{outbox.openAccount}</Button>}
          {actions.map((action, index) => (
            <Button
              key={action}
              variant={index === 0 && !wantsAccount ? 'filled' : 'default'}
              disabled={isBusy}
              onClick={() => void act(action)}
            >
              {labels[action]}
            </Button>
          ))}
        </div>
      </div>
    </footer>
  );
}
