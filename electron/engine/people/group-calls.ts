// Groups: made, named, filled and taken apart.
import { fail, type Result, succeed } from '../../contract/failure';
import type { CallHandlers } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { addGroup, addMember, groupNamed, isGroup, membersOf, nameGroup, removeGroup, removeMember } from './group-rows';

type GroupCalls = Pick<CallHandlers, 'people.saveGroup' | 'people.removeGroup' | 'people.changeMembers' | 'people.members'>;
type Write = <T>(work: () => T) => Result<T>;

export function createGroupCalls(store: Store, write: Write, onChanged: () => void): GroupCalls {
  /** Writes, and tells of it if it was possible. */
  const change = <T>(work: () => Result<T>): Result<T> => {
    const done = write(work);
    if (!done.ok) return done;
    if (done.value.ok) onChanged();
    return done.value;
  };
  return {
    'people.saveGroup': ({ id, name }) =>
      change(() => {
        const called = name.trim();
        if (called === '') return fail('invalid-input');
        const other = groupNamed(store, called);
        if (other !== null && other !== id) return fail('not-possible-now');
        if (id === null) return succeed({ id: addGroup(store, called) });
        return nameGroup(store, id, called) ? succeed({ id }) : fail('not-found');
      }),
    'people.removeGroup': ({ id }) =>
      change(() => {
        removeGroup(store, id);
        return succeed(null);
      }),
    'people.changeMembers': ({ groupId, add, remove }) =>
      change(() => {
        if (!isGroup(store, groupId)) return fail('not-found');
        for (const id of add) addMember(store, groupId, id);
        for (const id of remove) removeMember(store, groupId, id);
        return succeed(null);
      }),
    'people.members': ({ groupId }) =>
      onDisk(() => membersOf(store, groupId).map(({ name, address }) => ({ kind: 'good' as const, name, address })), store.profile),
  };
}
