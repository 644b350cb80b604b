// The sent messages of one account, newest first. The engine reads the folder; only the seen pages travel.
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import type { MessagePage } from '../../../electron/contract/model/messages';
import { watch } from '../../api';
import { useLate } from '../../hooks/use-late';
import { usePages } from '../../hooks/use-pages';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { useAccounts } from '../frame/session';
import { MessageList } from '../message/message-list';
import classes from './sent.module.css';
import { chooseSentOf, useSentOf } from './which-account';

export function SentList() {
  const { sent } = useStrings();
  const accountId = useSentOf();
  const [round, setRound] = useState(0);
  if (accountId === null) return <EmptyState sentence={sent.noAccount} />;
  return (
    <>
      <AccountChoice accountId={accountId} />
      <SentOf key={`${accountId} ${round}`} accountId={accountId} again={() => setRound((before) => before + 1)} />
    </>
  );
}

function SentOf({ accountId, again }: { readonly accountId: string; readonly again: () => void }) {
  const { sent } = useStrings();
  const watchPage = useCallback(
    (offset: number, limit: number, push: (result: Result<MessagePage>) => void) => watch('sent.page', { accountId, offset, limit }, push),
    [accountId],
  );
  const pages = usePages(watchPage);
  const isLate = useLate(pages.state === 'loading' && pages.total === 0);
  return (
    <MessageList
      room="sent"
      label={sent.sent}
      pages={pages}
      waiting={isLate ? sent.loading : null}
      empty={<EmptyState sentence={sent.empty} />}
      failureAction={<Button onClick={again}>{sent.again}</Button>}
    />
  );
}

/** Only where there is a choice. */
function AccountChoice({ accountId }: { readonly accountId: string }) {
  const { sent } = useStrings();
  const accounts = useAccounts();
  if (accounts.length < 2) return null;
  return (
    <div className={classes.choice}>
      <select aria-label={sent.account} value={accountId} onChange={(event) => chooseSentOf(event.currentTarget.value)}>
        {accounts.map(({ id, address }) => (
          <option key={id} value={id}>
            {address}
          </option>
        ))}
      </select>
      <IconChevronDown size={14} stroke={2} aria-hidden />
    </div>
  );
}
