// What waits, is being sent, or needs the person; several can be chosen and dealt with at once.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
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
import { chooseAll, extend, goTo, nothingChosen, prune, toggle } from './choosing';
import { chosen } from './doing';
import classes from './list.module.css';
import { ListHead } from './list-head';
import { OutboxRow } from './outbox-row';
import { useOutboxKeys } from './use-outbox-keys';

export function OutboxList() {
  const { outbox } = useStrings();
  const { value, failure } = useQuery('outbox.list', {});
  if (value === null) return failure === null ? null : <FailureNote failure={failure} />;
  return (
    <>
      {value.length === 0 ? (
        <EmptyState
          sentence={outbox.empty}
          action={
            <Button variant="default" onClick={() => void writeNew()}>
              {outbox.write}
            </Button>
          }
        />
      ) : (
        <Rows all={value} />
      )}
      <AskingDialogs />
    </>
  );
}

function Rows({ all }: { readonly all: readonly OutboxItem[] }) {
  const { outbox } = useStrings();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('outbox');
  const [wanted, setAccount] = useState<string | null>(null);
  const accounts = useAccounts().filter(({ id }) => all.some(({ accountId }) => accountId === id));
  const account = accounts.some(({ id }) => id === wanted) ? wanted : null; // its last message may have left
  const items = account === null ? all : all.filter(({ accountId }) => accountId === account);
  const ids = items.map(({ id }) => id);
  const { ids: chosenIds } = chosen.use();
  const chosenItems = items.filter(({ id }) => chosenIds.has(id));

  const key = ids.join(' ');
  useEffect(() => chosen.set((before) => prune(before, key.split(' '))), [key]);
  useEffect(() => () => chosen.set(nothingChosen), []);
  const chooseEverything = (): void => chosen.set((before) => chooseAll(before, ids));
  const onKey = useOutboxKeys(items, chosenItems);

  return (
    <div className={classes.room}>
      <ListHead shown={all.length} accounts={accounts} account={account} setAccount={setAccount} />
      <VirtualList
        label={outbox.outbox}
        total={items.length}
        itemAt={(index) => items[index] ?? null}
        keyOf={({ id }) => id}
        renderRow={(item) => <OutboxRow item={item} />}
        rowHeight={LETTER_ROW_HEIGHT_WITH_STATE}
        selected={selected}
        onOpen={({ id }) => select(id)}
        hasSingleKeys={hasSingleKeys}
        onKey={onKey}
        choosing={{
          isChosen: (id) => chosenIds.has(id),
          hasChosen: chosenItems.length > 0,
          onToggle: (id) => chosen.set((before) => toggle(before, id)),
          onGoTo: (id) => chosen.set((before) => goTo(before, id)),
          onExtend: (from, to) => chosen.set((before) => extend(before, ids, from, to)),
          onAll: chooseEverything,
          onNone: () => chosen.set(nothingChosen),
        }}
      />
      {chosenItems.length > 0 && <ActionBar items={chosenItems} onAll={chosenItems.length < items.length ? chooseEverything : null} />}
    </div>
  );
}
