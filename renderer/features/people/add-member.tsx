// Somebody for a group: typed like a recipient, chosen from those who are here.
import { type KeyboardEvent, useId, useState } from 'react';
import type { Suggestion } from '../../../electron/contract/model/people';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { createFamily } from '../compose/recipients/family';
import type { Sender } from '../compose/recipients/known-people';
import { optionId, SuggestionList } from '../compose/recipients/suggestion-list';
import { useSuggestions } from '../compose/recipients/use-suggestions';
import classes from './people.module.css';

const nothing = (): void => undefined;
const anySender = (): Sender => ({ accountId: null, identityId: null });

export function AddMember({ onAdd }: { readonly onAdd: (personId: number) => void }) {
  const { people } = useStrings();
  const [text, setText] = useState('');
  const [family] = useState(() => createFamily(nothing, nothing));
  const offered = useSuggestions(text, anySender, family);
  const items = offered.items.filter(({ kind }) => kind === 'person');
  const listId = useId();
  const choose = (one: Suggestion): void => {
    setText('');
    if (one.kind === 'person') onAdd(one.id);
  };
  const active = Math.min(offered.active, items.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || items.length === 0) return;
    const chosen = items[Math.max(0, active)];
    if (event.key === 'ArrowDown') offered.move(1);
    else if (event.key === 'ArrowUp') offered.move(-1);
    else if (event.key === 'Escape') offered.close();
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.adding}>
      <Field
        label={people.addMember}
        value={text}
        maxLength={200}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={items.length > 0 ? listId : undefined}
        aria-activedescendant={items.length > 0 && active >= 0 ? optionId(listId, active) : undefined}
        onChange={setText}
        onKeyDown={onKeyDown}
        onBlur={offered.close}
      />
      {items.length > 0 && <SuggestionList id={listId} label={people.suggestions} items={items} active={active} onChoose={choose} />}
    </div>
  );
}
