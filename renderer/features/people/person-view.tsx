// One person: name, address, groups, the last letter, and what can be done.
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { PersonCard } from '../../../electron/contract/model/people';
import { parseAddress } from '../../../electron/domain/addresses';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { formatDateTime } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { messageKey, open, select } from '../frame/navigation';
import { say } from '../frame/notices';
import classes from './people.module.css';
import { removeSoon } from './removing';
import { groupKey } from './shown';
import { writeTo } from './write-to';

export function PersonView({ id }: { readonly id: number | null }) {
  const { people } = useStrings();
  const [card, setCard] = useState<PersonCard | null | 'asking'>(id === null ? null : 'asking');
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(async (): Promise<void> => {
    if (id === null) return;
    const answer = await call('people.read', { id });
    if (answer.ok) setCard(answer.value);
    else setFailure(answer.failure);
  }, [id]);
  useEffect(() => void read(), [read]);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (card === 'asking') return null;
  if (card === null && id !== null) return <EmptyState sentence={people.isGone} />;
  return (
    <div className={classes.view}>
      <h2 className={classes.title}>{card === null ? people.newPerson : card.name || card.address}</h2>
      <PersonForm card={card} onSaved={read} />
      {card !== null && <Groups card={card} onChanged={read} />}
      {card !== null && <Letters card={card} />}
    </div>
  );
}

function PersonForm({ card, onSaved }: { readonly card: PersonCard | null; readonly onSaved: () => Promise<void> }) {
  const strings = useStrings();
  const { people } = strings;
  const [name, setName] = useState(card?.name ?? '');
  const [address, setAddress] = useState(card?.address ?? '');
  const [problem, setProblem] = useState<Failure | 'address' | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const parsed = parseAddress(address);
    if (parsed.kind === 'bad') return setProblem('address');
    const called = name.replace(/\s+/g, ' ').trim() || parsed.name;
    const saved = await call('people.save', { id: card?.id ?? null, name: called, address: parsed.address });
    if (!saved.ok) return setProblem(saved.failure);
    setProblem(null);
    setName(called);
    setAddress(parsed.address);
    say({ tone: 'good', text: people.saved }, 3000);
    if (card === null) select(String(saved.value.id));
    else await onSaved();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <Field label={people.name} value={name} maxLength={320} autoFocus={card === null} autoComplete="off" onChange={setName} />
      <Field
        label={people.address}
        value={address}
        maxLength={320}
        inputMode="email"
        autoComplete="off"
        error={problem === 'address' ? people.addressBad : undefined}
        onChange={(text) => {
          setAddress(text);
          setProblem(null);
        }}
      />
      {problem !== null && problem !== 'address' && <FailureNote failure={problem} isNews />}
      <div className={classes.actions}>
        <Button type="submit">{people.save}</Button>
        {card !== null && (
          <Button variant="default" onClick={() => void writeTo([{ kind: 'good', name: card.name, address: card.address }])}>
            {people.write}
          </Button>
        )}
        {card !== null && (
          <Button
            variant="subtle"
            color="red"
            onClick={() => removeSoon(String(card.id), card.name || card.address, { personId: card.id }, strings)}
          >
            {people.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

function Groups({ card, onChanged }: { readonly card: PersonCard; readonly onChanged: () => Promise<void> }) {
  const { people } = useStrings();
  const all = useQuery('people.groups', {}).value ?? [];
  const others = all.filter(({ id }) => !card.groups.some((own) => own.id === id));
  const change = async (groupId: number, add: number[], remove: number[]): Promise<void> => {
    await call('people.changeMembers', { groupId, add, remove });
    await onChanged();
  };
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{people.groups}</h3>
      {card.groups.length === 0 && <p className={classes.soft}>{people.inNoGroup}</p>}
      <ul className={classes.groups}>
        {card.groups.map(({ id, name }) => (
          <li key={id} className={classes.group}>
            <button type="button" className={classes.groupName} title={people.openGroup} onClick={() => open('people', groupKey(id))}>
              {name}
            </button>
            <button type="button" className={classes.out} aria-label={people.takeOut(name)} onClick={() => void change(id, [], [card.id])}>
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <select
              className={classes.into}
              aria-label={people.putInto}
              value=""
              onChange={(event) => void change(Number(event.currentTarget.value), [card.id], [])}
            >
              <option value="" disabled>
                {people.putInto}
              </option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </li>
        )}
      </ul>
    </section>
  );
}

function Letters({ card }: { readonly card: PersonCard }) {
  const { people } = useStrings();
  const language = useLanguage();
  const { last } = card;
  if (last === null) return <p className={classes.soft}>{people.noLetter}</p>;
  return (
    <section className={classes.letters}>
      <p className={classes.soft}>{people.lastLetter(formatDateTime(last.at, language), card.times)}</p>
      <Button size="compact-sm" variant="subtle" onClick={() => open('sent', messageKey(last.ref))}>
        {last.subject.trim() === '' ? people.openLast : last.subject}
      </Button>
    </section>
  );
}
