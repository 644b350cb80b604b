// The catalogue as a list with a search: by code, by words, by provider, or by a whole line that a server said.
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { failureCodes } from '../../../electron/contract/failure';
import { advicesOfLine, answers, handbook, type Page } from '../../../electron/domain/coach/handbook';
import { createStore } from '../../hooks/create-store';
import type { AdviceWords } from '../../strings/advice-words';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { Field } from '../../ui/field';
import { VirtualList } from '../../ui/virtual-list';
import { open, select, useSelected } from '../frame/navigation';
import { useSettings } from '../frame/session';
import { useCoaching, wordsOf } from './coaching';
import classes from './help.module.css';

/** px */
const ROW_HEIGHT = 80;
const FIELD_ID = 'help-search';

const search = createStore({ typed: '' });
const pages = handbook(failureCodes);

type Row = { readonly page: Page; readonly words: AdviceWords; readonly text: string };

export function HelpList() {
  const { failures, frame } = useStrings();
  const coaching = useCoaching();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('help');
  const { typed } = search.use();
  const all = useMemo(
    () =>
      coaching === null
        ? []
        : pages.map((page): Row => {
            const words = wordsOf(page.id, coaching.words, failures);
            return { page, words, text: `${words.title} ${words.cause} ${words.todo} ${coaching.words.page.subjects[page.subject]}` };
          }),
    [coaching, failures],
  );
  const rows = useMemo(() => found(all, typed), [all, typed]);
  // Opened to look something up: the cursor is where one types. Opened at an entry: that one is read.
  const isEmpty = useRef(selected === null);
  const isRead = coaching !== null;
  useEffect(() => {
    if (isRead && isEmpty.current) document.getElementById(FIELD_ID)?.focus();
  }, [isRead]);
  if (coaching === null) return null;
  const { page } = coaching.words;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('#list-column [role="listbox"]')?.focus();
    else if (event.key === 'Enter' && rows[0] !== undefined) open('help', rows[0].page.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <search className={classes.search}>
        <Field
          id={FIELD_ID}
          label={page.search}
          hint={page.searchHint}
          type="search"
          value={typed}
          maxLength={2000}
          onChange={(value) => search.set({ typed: value })}
          onKeyDown={onKeyDown}
        />
        <p className={classes.count} role="status">
          {page.found(rows.length)}
        </p>
      </search>
      {rows.length === 0 ? (
        <EmptyState sentence={page.nothingFound} />
      ) : (
        <VirtualList
          label={frame.rooms.help}
          total={rows.length}
          itemAt={(index) => rows[index] ?? null}
          keyOf={(row) => row.page.id}
          renderRow={({ page: { subject, codes }, words }) => (
            <div className={classes.row}>
              <span className={classes.rowTitle}>{words.title}</span>
              <span className={classes.rowFacts}>{[page.subjects[subject], ...codes.slice(0, 4).map(asSaid)].join(' · ')}</span>
            </div>
          )}
          rowHeight={ROW_HEIGHT}
          selected={selected}
          onOpen={(row) => select(row.page.id)}
          hasSingleKeys={hasSingleKeys}
        />
      )}
    </>
  );
}

/** Those that answer what was typed, the best first; the catalogue's own order where nothing was. */
function found(rows: readonly Row[], typed: string): readonly Row[] {
  const known = advicesOfLine(typed);
  return rows
    .map((row) => ({ row, score: known.has(row.page.id) ? 5 : answers(row.page, row.text, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);
}

/** As one meets it: most of them say no for good. */
const asSaid = (code: string): string => code.replace(/^x/, '5');
