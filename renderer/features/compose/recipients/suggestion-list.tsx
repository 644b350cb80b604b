// Who is offered, under the field: a listbox that never takes the keyboard away from the typing.
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { readableAddress } from '../../../../electron/domain/people/readable';
import { useStrings } from '../../../strings/words';
import classes from './suggestion-list.module.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly onChoose: (one: Suggestion) => void;
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

export function SuggestionList({ id, label, items, active, onChoose }: Props) {
  const { people } = useStrings();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} className={classes.list} role="listbox" aria-label={label} data-floating>
      {items.map((one, index) => (
        <div
          key={`${one.kind} ${one.id}`}
          id={optionId(id, index)}
          className={classes.option}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps the keyboard: losing it would take the text as it stands.
          onMouseDown={(event) => {
            event.preventDefault();
            if (event.button === 0) onChoose(one);
          }}
        >
          {one.kind === 'group' ? (
            <>
              <IconUsers size={16} stroke={1.75} aria-hidden />
              <span className={classes.name}>{one.name}</span>
              <span className={classes.address}>{people.count(one.members)}</span>
            </>
          ) : (
            <>
              <span className={classes.name}>{one.name === '' ? readableAddress(one.address) : one.name}</span>
              {one.name !== '' && <span className={classes.address}>{readableAddress(one.address)}</span>}
            </>
          )}
        </div>
      ))}
    </div>
  );
}
