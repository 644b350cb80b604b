// The drafts, newest first: searched by the engine, several chosen and thrown away at once.
import { Button } from '@mantine/core';
import { type KeyboardEvent as ReactKeyboardEvent, useCallback, useEffect } from 'react';
import { type Result, succeed } from '../../../electron/contract/failure';
import type { DraftSummary } from '../../../electron/contract/model/drafts';
import { call, watch } from '../../api';
import { createAside } from '../../hooks/aside';
import { createStore } from '../../hooks/create-store';
import { type Page, usePages } from '../../hooks/use-pages';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { VirtualList } from '../../ui/virtual-list';
import { discardDrafts } from '../compose/discard';
import { openInWindow } from '../compose/own-window';
import { dragLetterOut } from '../frame/dragged-out';
import { select, useSelected, writeNew } from '../frame/navigation';
import { session, useSettings } from '../frame/session';
import { LETTER_ROW_HEIGHT, LetterRow } from '../message/letter-row';
import { type Chosen, chooseAll, extend, goTo, nothingChosen, prune, toggle } from '../outbox/choosing';
import outboxClasses from '../outbox/list.module.css';
import { ChosenBar } from './chosen-bar';
import classes from './drafts.module.css';
import { draftKeyFor } from './keys';

/** What is searched stays when the person looks into another room; what is chosen does not. */
const searching = createStore<{ readonly search: string }>({ search: '' });
const chosen = createStore<Chosen>(nothingChosen);

/** Chooses among all that the search finds, of which the page holds only what is seen. */
async function chooseAmongAll(search: string, choose: (before: Chosen, ids: readonly string[]) => Chosen): Promise<void> {
  const answer = await call('drafts.ids', { search });
  if (answer.ok) chosen.set((before) => choose(before, answer.value.ids));
}

/** Whether keys write somewhere, and do nothing to the list. */
const isTypedInto = (): boolean => document.activeElement?.closest('input, textarea, [contenteditable="true"]') != null;

export function DraftList() {
  const strings = useStrings();
  const { compose, drafts } = strings;
  const { hasSingleKeys } = useSettings();
  const letters = session.use((value) => value.letters);
  const selected = useSelected('drafts');
  const { search } = searching.use();
  const { ids } = chosen.use();
  const watchPage = useCallback(
    (offset: number, limit: number, push: (result: Result<Page<DraftSummary>>) => void) => {
      const { tell, stop } = createAside(push);
      let isFirst = true;
      const end = watch('drafts.page', { search, offset, limit }, (page) => {
        const shown: Result<Page<DraftSummary>> = page.ok ? succeed({ ...page.value, state: 'ready', failure: null, folder: null }) : page;
        if (!isFirst && isTypedInto()) return tell(shown); // the letter beside was saved
        isFirst = false;
        stop();
        push(shown);
      });
      return () => {
        end();
        stop();
      };
    },
    [search],
  );
  const { state, failure, total, itemAt, onSeen } = usePages(watchPage);
  // What has gone meanwhile, or is not found any more, is not thrown away unseen.
  useEffect(() => {
    if (state === 'ready' && total >= 0 && chosen.get().ids.size > 0) void chooseAmongAll(search, prune);
  }, [state, total, search]);
  useEffect(() => () => chosen.set(nothingChosen), []);
  const throwAway = (draftIds: readonly string[]): void => {
    discardDrafts(draftIds, strings);
    chosen.set(nothingChosen);
  };
  const onKey = (event: ReactKeyboardEvent, { id }: DraftSummary): void => {
    const what = draftKeyFor(event, hasSingleKeys);
    if (what === null) return;
    if (what === 'throw-away') throwAway(ids.size > 0 ? [...ids] : [id]);
    else if (what === 'own-window') void openInWindow(id);
    else document.getElementById(SEARCH_ID)?.focus();
    event.preventDefault();
  };
  const isSearching = search.trim() !== '';
  if (state === 'ready' && total === 0 && !isSearching)
    return <EmptyState sentence={compose.draftsEmpty} action={<Button onClick={() => void writeNew()}>{compose.write}</Button>} />;
  return (
    <div className={outboxClasses.room}>
      {(total > 0 || isSearching) && <Search search={search} />}
      {failure !== null && <FailureNote failure={failure} />}
      {state === 'ready' && total === 0 ? (
        <EmptyState
          sentence={drafts.nothingFound}
          action={
            <Button variant="default" onClick={() => searching.set({ search: '' })}>
              {drafts.showAll}
            </Button>
          }
        />
      ) : (
        <VirtualList
          label={compose.drafts}
          total={total}
          itemAt={itemAt}
          keyOf={({ id }) => id}
          renderRow={({ id, to, subject, updatedAt, attachments }) => (
            <div className={classes.row}>
              <LetterRow
                who={to}
                nobody={compose.noRecipient}
                subject={subject}
                at={updatedAt}
                hasAttachments={attachments > 0}
                isInWindow={letters.includes(id)}
              />
            </div>
          )}
          rowHeight={LETTER_ROW_HEIGHT}
          selected={selected}
          onOpen={({ id }) => select(id)}
          hasSingleKeys={hasSingleKeys}
          onSeen={onSeen}
          onKey={onKey}
          onDragOut={(event, { id, subject }) => void dragLetterOut(event, { kind: 'draft', draftId: id }, subject, strings)}
          choosing={{
            isChosen: (id) => ids.has(id),
            hasChosen: ids.size > 0,
            onToggle: (id) => chosen.set((before) => toggle(before, id)),
            onGoTo: (id) => chosen.set((before) => goTo(before, id)),
            onExtend: (from, to) => void chooseAmongAll(search, (before, all) => extend(before, all, from, to)),
            onAll: () => void chooseAmongAll(search, chooseAll),
            onNone: () => chosen.set(nothingChosen),
          }}
        />
      )}
      {ids.size > 0 && (
        <ChosenBar
          count={ids.size}
          onAll={ids.size < total ? () => void chooseAmongAll(search, chooseAll) : null}
          onNone={() => chosen.set(nothingChosen)}
          onThrowAway={() => throwAway([...ids])}
        />
      )}
    </div>
  );
}

const SEARCH_ID = 'search-drafts';

function Search({ search }: { readonly search: string }) {
  const { drafts } = useStrings();
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    if (event.key === 'Escape' && search !== '') searching.set({ search: '' });
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('#list-column [role="listbox"]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={classes.search}>
      <Field
        id={SEARCH_ID}
        label={drafts.search}
        type="search"
        value={search}
        maxLength={200}
        onChange={(typed) => searching.set({ search: typed })}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}
