// Everybody, in the order of their names, with a search and the groups. The engine pages it; only the seen rows travel.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAddressBook, IconChevronDown, IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback } from 'react';
import { type Result, succeed } from '../../../electron/contract/failure';
import type { PeopleGroup, Person } from '../../../electron/contract/model/people';
import { readableAddress } from '../../../electron/domain/people/readable';
import { call, watch } from '../../api';
import { type Page, usePages } from '../../hooks/use-pages';
import { useQuery } from '../../hooks/use-query';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { VirtualList } from '../../ui/virtual-list';
import { open, select, useSelected } from '../frame/navigation';
import { useOffers } from '../frame/offers';
import { useSettings } from '../frame/session';
import classes from './people.module.css';
import { removing } from './removing';
import { BRING_IN, groupKey, NEW_GROUP, NEW_PERSON, shown } from './shown';

/** px */
const ROW_HEIGHT = 56;

export function PeopleList() {
  const { people } = useStrings();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('people');
  const { search, groupId } = shown.use();
  const { keys } = removing.use();
  const groups = useQuery('people.groups', {}).value ?? [];
  const watchPage = useCallback(
    (offset: number, limit: number, push: (result: Result<Page<Person>>) => void) =>
      watch('people.page', { search, groupId, offset, limit }, (page) =>
        push(page.ok ? succeed({ ...page.value, state: 'ready', failure: null, folder: null }) : page),
      ),
    [search, groupId],
  );
  const pages = usePages(watchPage);
  // A row on its way out is hidden by a shorter list only where it is the last one; elsewhere it is drawn as leaving.
  const isAllGoing = pages.total > 0 && pages.total <= keys.size && everyKey(pages, keys);
  const total = isAllGoing ? 0 : pages.total;
  const isFiltered = search.trim() !== '' || groupId !== null;
  useOffers('people', () => [
    { id: 'people add', label: people.add, run: () => select(NEW_PERSON) },
    { id: 'people group', label: people.addGroup, run: () => select(NEW_GROUP) },
    { id: 'people bring in', label: people.bringIn, run: () => select(BRING_IN) },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('#list-column [role="listbox"]')?.focus();
  };
  return (
    <>
      <search className={classes.search}>
        <Field
          label={people.search}
          type="search"
          value={search}
          maxLength={200}
          onChange={(typed) => shown.set((before) => ({ ...before, search: typed }))}
          onKeyDown={onKeyDown}
        />
        <div className={classes.tools}>
          <GroupChoice groups={groups.filter(({ id }) => !keys.has(groupKey(id)))} groupId={groupId} />
          <Tool label={people.add} icon={IconUserPlus} onClick={() => select(NEW_PERSON)} />
          <Tool label={people.addGroup} icon={IconUsersPlus} onClick={() => select(NEW_GROUP)} />
          <Tool label={people.bringIn} icon={IconAddressBook} onClick={() => select(BRING_IN)} />
        </div>
      </search>
      <FillingLine />
      {pages.failure !== null && <FailureNote failure={pages.failure} />}
      {pages.state === 'ready' && total === 0 ? (
        <EmptyState
          sentence={!isFiltered ? people.empty : search.trim() === '' ? people.nobodyInGroup : people.nobodyFound}
          action={isFiltered ? undefined : <Button onClick={() => select(BRING_IN)}>{people.bringIn}</Button>}
        />
      ) : (
        <VirtualList
          label={people.list}
          total={total}
          itemAt={pages.itemAt}
          keyOf={({ id }) => String(id)}
          renderRow={(person) => <PersonRow person={person} isGoing={keys.has(String(person.id))} />}
          rowHeight={ROW_HEIGHT}
          selected={selected}
          onOpen={({ id }) => select(String(id))}
          hasSingleKeys={hasSingleKeys}
          onSeen={pages.onSeen}
        />
      )}
    </>
  );
}

function everyKey(
  { total, itemAt }: { readonly total: number; readonly itemAt: (index: number) => Person | null },
  keys: ReadonlySet<string>,
): boolean {
  for (let index = 0; index < total; index += 1) if (!keys.has(String(itemAt(index)?.id))) return false;
  return true;
}

function PersonRow({ person, isGoing }: { readonly person: Person; readonly isGoing: boolean }) {
  const address = readableAddress(person.address);
  return (
    <div className={classes.row} data-going={isGoing || undefined}>
      <span className={classes.rowName}>{person.name === '' ? address : person.name}</span>
      {person.name !== '' && <span className={classes.rowAddress}>{address}</span>}
    </div>
  );
}

type ToolProps = { readonly label: string; readonly icon: typeof IconUserPlus; readonly onClick: () => void };

function Tool({ label, icon: Icon, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={onClick}>
        <Icon size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function GroupChoice({ groups, groupId }: { readonly groups: readonly PeopleGroup[]; readonly groupId: number | null }) {
  const { people } = useStrings();
  return (
    <span className={classes.choice}>
      <select
        aria-label={people.which}
        value={groups.some(({ id }) => id === groupId) ? String(groupId) : ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
          shown.set((before) => ({ ...before, groupId: chosen }));
          open('people', chosen === null ? null : groupKey(chosen));
        }}
      >
        <option value="">{people.everybody}</option>
        {groups.map(({ id, name, members }) => (
          <option key={id} value={id}>{`${name} (${members})`}</option>
        ))}
      </select>
      <IconChevronDown size={14} stroke={2} aria-hidden />
    </span>
  );
}

/** The first day: the Sent folder is being read. */
function FillingLine() {
  const { people } = useStrings();
  const language = useLanguage();
  const { value } = useQuery('people.filling', {});
  if (value === null || value.of === 0) return null;
  return (
    <p className={classes.filling} role="status">
      {people.filling(formatCount(value.read, language), formatCount(value.of, language))}
      <Button size="compact-xs" variant="subtle" onClick={() => void call('people.stopFilling', { accountId: value.accountId })}>
        {people.stopFilling}
      </Button>
    </p>
  );
}
