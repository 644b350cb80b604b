// What can be done with a message of the outbox, at the foot of its sheet.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { closeIfOpen, open } from '../frame/navigation';
import { say } from '../frame/notices';
import { useAccount } from '../frame/session';
import { chooseSentOf } from '../sent/which-account';
import { type Action, actionsFor } from './actions';
import { isAboutAccount } from './describe';
import classes from './outbox.module.css';

/** What one would most likely do; calling off never leads. */
const leading: ReadonlySet<Action> = new Set(['retry', 'retry-refused', 'check-sent', 'retry-copy']);

export function EntryActions({ item }: { readonly item: OutboxItem }) {
  const { outbox } = useStrings();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [found, setFound] = useState<boolean | null>(null);
  const { id } = item;
  const isPractice = useAccount(item.accountId)?.provider === 'practice';

  const run = async <T,>(work: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setFailure(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return answer.value;
    setFailure(answer.failure);
    return null;
  };
  const edit = async (): Promise<void> => {
    const draft = await run(call('outbox.edit', { id }));
    if (draft !== null) open('drafts', draft.draftId);
  };
  /** It can be taken back as a draft, so nothing is asked. */
  const cancel = async (text: string): Promise<void> => {
    const answer = await call('outbox.cancel', { ids: [id] });
    if (!answer.ok) setFailure(answer.failure);
    else {
      closeIfOpen('outbox', id);
      say({ tone: 'plain', text, action: { label: outbox.edit, run: () => void edit() } });
    }
  };
  const act = async (action: Action): Promise<void> => {
    switch (action) {
      case 'retry':
      case 'retry-refused':
        await run(call('outbox.retry', { ids: [id] }));
        return;
      case 'edit':
        await edit();
        return;
      case 'cancel':
      case 'remove':
        await cancel(action === 'cancel' ? outbox.cancelledNotice : outbox.removedNotice);
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
        return;
      case 'give-up-copy':
        await run(call('outbox.cancel', { ids: [id] }));
        return;
      case 'see':
        if (!isPractice) chooseSentOf(item.accountId);
        open(isPractice ? 'practice' : 'sent', null);
    }
  };
  const labels: Readonly<Record<Action, string>> = {
    retry: outbox.retry,
    'retry-refused': outbox.retryRefused,
    edit: outbox.edit,
    cancel: outbox.cancel,
    remove: outbox.remove,
    'check-sent': isBusy ? outbox.looking : outbox.checkSent,
    'send-again': outbox.sendAgain,
    'mark-sent': outbox.markSent,
    'retry-copy': outbox.retryCopy,
    'give-up-copy': outbox.giveUpCopy,
    see: isPractice ? outbox.seePractice : outbox.seeSent,
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
              variant={index === 0 && !wantsAccount && leading.has(action) ? 'filled' : 'default'}
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
