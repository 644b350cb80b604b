// The statements about groups. What belongs together runs in the caller's transaction; every function throws what the disk throws.
import { fold } from '../../domain/people/keys';
import type { Store } from '../store/open';

export type GroupRow = { readonly id: number; readonly name: string; readonly folded: string; readonly members: number };

export const allGroups = (store: Store): GroupRow[] =>
  store
    .prepare<GroupRow>(
      `SELECT id, name, folded, (SELECT count(*) FROM group_member WHERE group_id = people_group.id) AS members
       FROM people_group ORDER BY folded`,
    )
    .all();

export const groupNamed = (store: Store, name: string): number | null =>
  store.prepare<{ id: number }>('SELECT id FROM people_group WHERE folded = ?').get(fold(name))?.id ?? null;

export const addGroup = (store: Store, name: string): number =>
  Number(store.prepare('INSERT INTO people_group (name, folded) VALUES (?, ?)').run(name, fold(name)).lastInsertRowid);

/** Whether there was one to name. */
export const nameGroup = (store: Store, id: number, name: string): boolean =>
  store.prepare('UPDATE people_group SET name = ?, folded = ? WHERE id = ?').run(name, fold(name), id).changes > 0;

export const removeGroup = (store: Store, id: number): void => void store.prepare('DELETE FROM people_group WHERE id = ?').run(id);

export const isGroup = (store: Store, id: number): boolean =>
  store.prepare('SELECT 1 FROM people_group WHERE id = ?').get(id) !== undefined;

/** Who is not here (any more) is left out. */
export const addMember = (store: Store, groupId: number, personId: number): void =>
  void store
    .prepare('INSERT OR IGNORE INTO group_member (group_id, person_id) SELECT ?, id FROM person WHERE id = ?')
    .run(groupId, personId);

export const removeMember = (store: Store, groupId: number, personId: number): void =>
  void store.prepare('DELETE FROM group_member WHERE group_id = ? AND person_id = ?').run(groupId, personId);

export const membersOf = (store: Store, groupId: number): { readonly id: number; readonly name: string; readonly address: string }[] =>
  store
    .prepare<{ id: number; name: string; address: string }>(
      'SELECT p.id, p.name, p.address FROM group_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ? ORDER BY p.folded, p.id',
    )
    .all(groupId);

export const groupsOf = (store: Store, personId: number): GroupRow[] => {
  const own = new Set(
    store
      .prepare<{ id: number }>('SELECT group_id AS id FROM group_member WHERE person_id = ?')
      .all(personId)
      .map(({ id }) => id),
  );
  return own.size === 0 ? [] : allGroups(store).filter(({ id }) => own.has(id));
};
