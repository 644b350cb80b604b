// The list of templates or of snippets: found as one types, used by Enter, changed, deleted, and carried in a file.
import { ActionIcon, Button, Tabs, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { type TemplateKind, type TemplateSummary, templateKinds } from '../../../electron/contract/model/templates';
import { nameKey } from '../../../electron/domain/templates/names';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { FilePart } from './file-part';
import { showTemplates } from './shown';
import { takeTemplate } from './take';
import classes from './templates.module.css';

const isFound = ({ name, subject, snippet }: TemplateSummary, search: string): boolean =>
  [name, subject, snippet].some((text) => nameKey(text).includes(nameKey(search)));

export function TemplateList({ of }: { readonly of: TemplateKind }) {
  const { templates } = useStrings();
  const { value, failure: listFailure } = useQuery('templates.list', {});
  const [search, setSearch] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [removed, setRemoved] = useState<TemplateSummary | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const all = (value ?? []).filter(({ kind }) => kind === of);
  const found = all.filter((one) => isFound(one, search));
  const change = async (one: TemplateSummary): Promise<void> => {
    const template = await call('templates.read', { id: one.id });
    if (template.ok) showTemplates({ kind: 'edit', of, template: template.value });
    else setFailure(template.failure);
  };
  /** What a template is for is to be used; a snippet is used where one writes. */
  const open = (one: TemplateSummary): void => void (of === 'template' ? takeTemplate(one.id) : change(one));
  const remove = async (one: TemplateSummary): Promise<void> => {
    const answer = await call('templates.remove', { ids: [one.id] });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setRemoved(one);
    document.getElementById(SEARCH_ID)?.focus(); // its button goes
  };
  const putBack = async (one: TemplateSummary): Promise<void> => {
    const answer = await call('templates.putBack', { ids: [one.id] });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setRemoved(null);
    document.getElementById(SEARCH_ID)?.focus();
  };
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const onSearchKey = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key === 'ArrowDown') buttons()[0]?.focus();
    else if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) open(first);
    else return;
    event.preventDefault();
  };
  const onRowKey = (event: KeyboardEvent): void => {
    const rows = buttons();
    const at = rows.indexOf(event.target as HTMLElement);
    if (at < 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' && at === 0) document.getElementById(SEARCH_ID)?.focus();
    else rows[event.key === 'ArrowDown' ? at + 1 : at - 1]?.focus();
  };
  return (
    <Tabs
      classNames={{ list: classes.tabs ?? '', tab: classes.tab ?? '' }}
      value={of}
      onChange={(kind) => kind !== null && showTemplates({ kind: 'list', of: kind as TemplateKind })}
      keepMounted={false}
    >
      <Tabs.List>
        {templateKinds.map((kind) => (
          <Tabs.Tab key={kind} value={kind}>
            {templates.kinds[kind]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={of} className={classes.panel} tabIndex={-1}>
        <div className={classes.top}>
          <Field
            id={SEARCH_ID}
            label={templates.search}
            type="search"
            value={search}
            maxLength={200}
            onChange={setSearch}
            onKeyDown={onSearchKey}
            autoFocus
            data-autofocus
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => showTemplates({ kind: 'edit', of, template: null })}
          >
            {templates.add[of]}
          </Button>
        </div>
        <p className="unseen" aria-live="polite">
          {search === '' ? '' : found.length === 0 ? templates.nothingFound : templates.found(found.length)}
        </p>
        {(failure ?? listFailure) !== null && <FailureNote failure={(failure ?? listFailure) as Failure} isNews />}
        {removed !== null && (
          <p className={classes.removed} role="status">
            {templates.removed(removed.name)}
            <Button variant="subtle" size="compact-sm" onClick={() => void putBack(removed)}>
              {templates.undo}
            </Button>
          </p>
        )}
        {value !== null && all.length === 0 && <p className={classes.empty}>{templates.empty[of]}</p>}
        {all.length > 0 && found.length === 0 && <p className={classes.empty}>{templates.nothingFound}</p>}
        {found.length > 0 && (
          <ul ref={list} className={classes.rows} aria-label={templates.kinds[of]} onKeyDown={onRowKey}>
            {found.map((one) => (
              <li key={one.id} className={classes.row}>
                <button type="button" data-row className={classes.main} onClick={() => open(one)}>
                  <span className={classes.name}>{of === 'snippet' ? `/${one.name}` : one.name}</span>
                  <span className={classes.words}>{wordsOf(one, templates.hasFiles)}</span>
                </button>
                {of === 'template' && (
                  <Action label={templates.change(one.name)} onClick={() => void change(one)}>
                    <IconPencil size={18} stroke={1.75} aria-hidden />
                  </Action>
                )}
                <Action label={templates.remove(one.name)} onClick={() => void remove(one)}>
                  <IconTrash size={18} stroke={1.75} aria-hidden />
                </Action>
              </li>
            ))}
          </ul>
        )}
        <FilePart hasAny={(value ?? []).length > 0} />
      </Tabs.Panel>
    </Tabs>
  );
}

const SEARCH_ID = 'search-templates';

const wordsOf = ({ subject, snippet, files }: TemplateSummary, hasFiles: (count: number) => string): string =>
  [subject, snippet, files === 0 ? '' : hasFiles(files)].filter((part) => part !== '').join(' · ');

function Action(props: { readonly label: string; readonly onClick: () => void; readonly children: React.ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={props.label} onClick={props.onClick}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
