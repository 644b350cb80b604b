// Everything that can be done, found by its name: a field that keeps the keyboard, and a list under it (ARIA combobox).
import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStrings } from '../../strings/words';
import { openSheet } from '../compose/sheet-actions';
import { session } from '../frame/session';
import { actionsNow, type PaletteAction } from './actions';
import classes from './palette.module.css';
import { keepRecent, readRecent } from './recent';
import { findAll } from './search';

type Shown = { readonly title: string | null; readonly actions: readonly PaletteAction[] };

export function Palette({ close, showKeys }: { readonly close: () => void; readonly showKeys: () => void }) {
  const strings = useStrings();
  const { palette } = strings;
  // As it was when it was opened: nothing moves under the finger.
  const [all] = useState(() => actionsNow({ strings, session: session.get(), showKeys }));
  const [recent] = useState(readRecent);
  const [before] = useState(() => document.activeElement);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const groups = useMemo(() => grouped(all, typed, recent, palette.groups), [all, typed, recent, palette]);
  const found = groups.flatMap(({ actions }) => actions);
  const current = found[active];
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  /** The keyboard goes back to where it was; an action may then take it elsewhere. */
  const leave = (): void => {
    close();
    giveKeyboard(before);
  };
  const run = (action: PaletteAction): void => {
    keepRecent(action.id);
    leave();
    // Once the dialogue is gone, and drawn at once: what it shows may have to take the keyboard.
    requestAnimationFrame(() => flushSync(action.run));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    if (event.key === 'Enter' && current !== undefined) run(current);
    else if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % found.length);
    else if (event.key === 'PageDown') setActive(Math.min(active + 8, found.length - 1));
    else if (event.key === 'PageUp') setActive(Math.max(active - 8, 0));
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={leave} yOffset="12dvh" size={600} returnFocus={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={palette.title}>
        <Modal.Body className={classes.body}>
          <input
            className={classes.field}
            role="combobox"
            aria-label={palette.title}
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : `${listId}-${active}`}
            placeholder={palette.hint}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            data-autofocus
            ref={takeKeyboard}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <p className="unseen" aria-live="polite">
            {found.length === 0 ? palette.nothing : palette.found(found.length)}
          </p>
          <div id={listId} className={classes.list} role="listbox" aria-label={palette.title}>
            {groups.map((group) => (
              <Group
                key={group.title ?? ''}
                {...group}
                first={found.indexOf(group.actions[0] as PaletteAction)}
                active={active}
                listId={listId}
                run={run}
              />
            ))}
          </div>
          {found.length === 0 && (
            <p className={classes.nothing} aria-hidden>
              {palette.nothing}
            </p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** At once, not a moment later as a dialogue would: what is typed on the heels of the key belongs here. */
const takeKeyboard = (field: HTMLInputElement | null): void => field?.focus();

/** A letter's text gets it with what was chosen in it: left to the browser, that is lost now and then. */
function giveKeyboard(to: Element | null): void {
  const { editor } = openSheet.get();
  if (editor !== null && editor.view.dom === to) editor.view.focus();
  else if (to instanceof HTMLElement && to.isConnected) to.focus();
}

type GroupProps = Shown & {
  /** The place of its first action in the whole list. */
  readonly first: number;
  readonly active: number;
  readonly listId: string;
  readonly run: (action: PaletteAction) => void;
};

function Group({ title, actions, first, active, listId, run }: GroupProps) {
  const options = actions.map((action, index) => (
    <div
      key={action.id}
      id={`${listId}-${first + index}`}
      className={classes.option}
      role="option"
      tabIndex={-1}
      aria-selected={first + index === active}
      // The field keeps the keyboard.
      onMouseDown={(event) => {
        event.preventDefault();
        if (event.button === 0) run(action);
      }}
    >
      <span className={classes.label}>{action.label}</span>
      {action.keys[0] !== undefined && <kbd className={classes.key}>{action.keys[0]}</kbd>}
    </div>
  ));
  if (title === null) return options;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
    <div role="group" aria-label={title}>
      <div className={classes.title} aria-hidden>
        {title}
      </div>
      {options}
    </div>
  );
}

/** Before anything is typed: what was used lately, then the rest by what it is about. After that: the best first, without groups. */
function grouped(
  all: readonly PaletteAction[],
  typed: string,
  recent: readonly string[],
  titles: Readonly<Record<PaletteAction['group'] | 'recent', string>>,
): readonly Shown[] {
  if (typed.trim() !== '') return [{ title: null, actions: findAll(all, typed, recent) }];
  const lately = recent.flatMap((id) => all.filter((action) => action.id === id));
  const rest = all.filter((action) => !lately.includes(action));
  const groups = [...new Set(rest.map(({ group }) => group))];
  return [
    { title: titles.recent, actions: lately },
    ...groups.map((group) => ({ title: titles[group], actions: rest.filter((action) => action.group === group) })),
  ].filter(({ actions }) => actions.length > 0);
}
