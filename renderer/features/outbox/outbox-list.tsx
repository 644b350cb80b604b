// What waits, is being sent, or needs the person; several, or all of them, can be chosen and dealt with at once.
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { type Result, succeed } from '../../../electron/contract/failure';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { watch } from '../../api';
import { type Page, usePages } from '../../hooks/use-pages';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { VirtualList } from '../../ui/virtual-list';
import { select, useSelected, writeNew } from '../frame/navigation';
import { useAccounts, useSettings } from '../frame/session';
import { LETTER_ROW_HEIGHT_WITH_STATE } from '../message/letter-row';
import { ActionBar } from './action-bar';
import { AskingDialogs } from './asking-dialogs';
import { goTo, idsAround, nothingChosen, toggle } from './choosing';
import { chosen } from './doing';
import classes from './list.module.css';
import { ListHead } from './list-head';
import { OutboxRow } from './outbox-row';
import { useChosenItems } from './use-chosen-items';
import { useOutboxKeys } from './use-outbox-keys';

export function OutboxList() {
  const { outbox } = useStrings();
  const [wanted, setAccount] = useState<string | null>(null);
  const there = useQuery('outbox.accounts', {}).value?.accountIds ?? [];
  const accounts = useAccounts().filter(({ id }) => there.includes(id));
  const account = accounts.some(({ id }) => id === wanted) ? wanted : null; // its last message may have left
  const watchPage = useCallback(
    (offset: number, limit: number, push: (result: Result<Page<OutboxItem>>) => void) =>
      watch('outbox.page', { accountId: account, offset, limit }, (page) =>
        push(page.ok ? succeed({ ...page.value, state: 'ready', failure: null, folder: null }) : page),
      ),
    [account],
  );
  const pages = usePages(watchPage);
  if (pages.failure !== null) return <FailureNote failure={pages.failure} />;
  if (pages.state !== 'ready') return null;
  return (
    <>
      {pages.total === 0 ? (
        <EmptyState
          sentence={outbox.empty}
          action={
            <Button variant="default" onClick={() => void writeNew()}>
              {outbox.write}
            </Button>
          }
        />
      ) : (
        <div className={classes.room}>
          <ListHead accounts={accounts} account={account} setAccount={setAccount} />
          <Rows pages={pages} account={account} />
        </div>
      )}
      <AskingDialogs />
    </>
  );
}

type RowsProps = { readonly pages: ReturnType<typeof usePages<OutboxItem>>; readonly account: string | null };

function Rows({ pages, account }: RowsProps) {
  const { outbox } = useStrings();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('outbox');
  const { total, loaded, itemAt, onSeen } = pages;
  const { ids: chosenIds } = chosen.use();
  const { items: chosenItems, chooseEverything, chooseRange } = useChosenItems(loaded, account, total);
  useEffect(() => () => chosen.set(nothingChosen), []);
  const onKey = useOutboxKeys(loaded, chosenItems);
  return (
    <>
      <VirtualList
        label={outbox.outbox}
        total={total}
        itemAt={itemAt}
        keyOf={({ id }) => id}
        renderRow={(item) => <OutboxRow item={item} />}
        rowHeight={LETTER_ROW_HEIGHT_WITH_STATE}
        selected={selected}
        onOpen={({ id }) => select(id)}
        hasSingleKeys={hasSingleKeys}
        onSeen={onSeen}
        onKey={onKey}
        choosing={{
          isChosen: (id) => chosenIds.has(id),
          hasChosen: chosenIds.size > 0,
          onToggle: (id) => chosen.set((before) => toggle(before, id)),
          onGoTo: (id) => chosen.set((before) => goTo(before, id)),
          onExtend: (from, to, index) => chooseRange(from, to, idsAround(itemAt, index)),
          onAll: chooseEverything,
          onNone: () => chosen.set(nothingChosen),
        }}
      />
      {chosenItems.length > 0 && <ActionBar items={chosenItems} onAll={chosenItems.length < total ? chooseEverything : null} />}
    </>
  );
}
