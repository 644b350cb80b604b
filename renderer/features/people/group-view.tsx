// A group: its name, who is in it, and somebody to add.
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { PeopleGroup, Person } from '../../../electron/contract/model/people';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { open, select } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';
import { AddMember } from './add-member';
import classes from './people.module.css';
import { removeSoon } from './removing';
import { groupKey, shown } from './shown';
import { writeTo } from './write-to';

/** Members that are named; the rest is counted, and found by the search beside it. */
const MOST = 200;

export function GroupView({ id }: { readonly id: number | null }) {
  const { people } = useStrings();
  const { value, failure } = useQuery('people.groups', {});
  if (value === null) return failure === null ? null : <FailureNote failure={failure} />;
  const group = value.find((one) => one.id === id) ?? null;
  if (id !== null && group === null) return <EmptyState sentence={people.isGone} />;
  return (
    <div className={classes.view}>
      <h2 className={classes.title}>{group === null ? people.newGroup : group.name}</h2>
      <GroupForm group={group} />
      {group !== null && <Members group={group} />}
    </div>
  );
}

function GroupForm({ group }: { readonly group: PeopleGroup | null }) {
  const strings = useStrings();
  const { people } = strings;
  const [name, setName] = useState(group?.name ?? '');
  const [problem, setProblem] = useState<Failure | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const called = name.replace(/\s+/g, ' ').trim();
    if (called === '') return;
    const saved = await call('people.saveGroup', { id: group?.id ?? null, name: called });
    if (!saved.ok) return setProblem(saved.failure);
    setProblem(null);
    say({ tone: 'good', text: people.saved }, 3000);
    if (group === null) select(groupKey(saved.value.id));
  };
  const write = async (groupId: number): Promise<void> => {
    const members = await call('people.members', { groupId });
    if (members.ok) await writeTo(members.value);
    else sayFailure(members.failure);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <Field
        label={people.groupName}
        value={name}
        maxLength={200}
        autoFocus={group === null}
        autoComplete="off"
        error={problem?.code === 'not-possible-now' ? people.groupExists : undefined}
        onChange={(text) => {
          setName(text);
          setProblem(null);
        }}
      />
      {problem !== null && problem.code !== 'not-possible-now' && <FailureNote failure={problem} isNews />}
      <div className={classes.actions}>
        <Button type="submit">{people.save}</Button>
        {group !== null && (
          <Button variant="default" disabled={group.members === 0} onClick={() => void write(group.id)}>
            {people.write}
          </Button>
        )}
        {group !== null && (
          <Button
            variant="subtle"
            color="red"
            title={people.groupStays}
            onClick={() => {
              shown.set((before) => ({ ...before, groupId: before.groupId === group.id ? null : before.groupId }));
              removeSoon(groupKey(group.id), group.name, { groupId: group.id }, strings);
            }}
          >
            {people.removeGroup}
          </Button>
        )}
      </div>
    </form>
  );
}

function Members({ group }: { readonly group: PeopleGroup }) {
  const { people, compose } = useStrings();
  const { value } = useQuery('people.page', { search: '', groupId: group.id, offset: 0, limit: MOST });
  const members: readonly Person[] = value?.items ?? [];
  const change = (add: number[], remove: number[]): void => {
    void call('people.changeMembers', { groupId: group.id, add, remove }).then((answer) => {
      if (!answer.ok) sayFailure(answer.failure);
    });
  };
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{`${people.members} (${group.members})`}</h3>
      <AddMember onAdd={(personId) => change([personId], [])} />
      {members.length === 0 ? (
        <p className={classes.soft}>{people.nobodyInGroup}</p>
      ) : (
        <ul className={classes.members}>
          {members.map(({ id, name, address }) => (
            <li key={id} className={classes.member}>
              <button type="button" className={classes.memberName} onClick={() => open('people', String(id))}>
                {name === '' ? address : name}
                {name !== '' && <span className={classes.rowAddress}>{address}</span>}
              </button>
              <button
                type="button"
                className={classes.out}
                aria-label={people.takeOutOf(name === '' ? address : name)}
                onClick={() => change([], [id])}
              >
                <IconX size={14} stroke={2} aria-hidden />
              </button>
            </li>
          ))}
          {group.members > members.length && <li className={classes.soft}>{compose.more(group.members - members.length)}</li>}
        </ul>
      )}
    </section>
  );
}
