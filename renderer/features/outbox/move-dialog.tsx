// "Move to another account": from which one, and what that does to the message.
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxBrief } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { Choice } from '../../ui/choice';
import { FailureNote } from '../../ui/failure-note';
import { closeIfOpen } from '../frame/navigation';
import { say } from '../frame/notices';
import { useAccounts } from '../frame/session';
import classes from './move-dialog.module.css';

type Props = { readonly items: readonly OutboxBrief[]; readonly isOpened: boolean; readonly close: () => void };

export function MoveDialog({ items, isOpened, close }: Props) {
  const { outbox, frame } = useStrings();
  const language = useLanguage();
  const count = formatCount(items.length, language);
  return (
    <Modal
      opened={isOpened}
      onClose={close}
      title={outbox.moving.title(count, items.length === 1)}
      closeButtonProps={{ 'aria-label': frame.close }}
      centered
    >
      {items.length > 0 && <Form items={items} close={close} />}
    </Modal>
  );
}

function Form({ items, close }: Omit<Props, 'isOpened'>) {
  const { outbox } = useStrings();
  const words = outbox.moving;
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [first] = items;
  const from = items.every(({ accountId }) => accountId === first?.accountId) ? first?.accountId : undefined;
  const others = useAccounts().filter(({ id }) => id !== from);
  const [accountId, setAccount] = useState(others[0]?.id ?? '');
  const movable = items.filter((item) => item.canMove && item.accountId !== accountId);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || movable.length === 0) return;
    setBusy(true);
    const answer = await call('outbox.move', { ids: movable.map(({ id }) => id), accountId });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    for (const { id } of movable) closeIfOpen('outbox', id);
    const address = others.find(({ id }) => id === accountId)?.address ?? '';
    say({ tone: 'plain', text: words.moved(formatCount(movable.length, language), movable.length === 1, address) });
    close();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Choice
        label={words.account}
        value={accountId}
        options={others.map(({ id, address, name }) => ({ value: id, label: address, hint: name === address ? undefined : name }))}
        onChange={setAccount}
      />
      <p className={classes.explains}>{words.explains}</p>
      {movable.length < items.length && (
        <p className={classes.explains}>{words.some(formatCount(movable.length, language), formatCount(items.length, language))}</p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          {words.not}
        </Button>
        <Button type="submit" disabled={isBusy || movable.length === 0}>
          {words.move}
        </Button>
      </div>
    </form>
  );
}
