// Puts people and groups down. Each function runs in the caller's transaction, and throws what the disk throws.
import { warmthFor } from '../../domain/people/warmth';
import type { Store } from '../store/open';
import { addGroup, addMember, groupNamed, groupsOf } from './group-rows';
import type { Entry } from './import/entries';
import { addPerson, allWrittenBy, changePerson, personByAddress, personById, putWritten, removePerson, writtenBy } from './rows';

/** The id of whom it was put down for; null: there is nobody with this id (any more). */
export function savePerson(store: Store, id: number | null, name: string, address: string): number | null {
  const other = personByAddress(store, address);
  if (id === null || other?.id === id) {
    if (id !== null || other !== undefined)
      changePerson(store, other?.id ?? 0, name === '' && id === null ? (other?.name ?? '') : name, address, 'typed');
    return other?.id ?? addPerson(store, name, address, 'typed');
  }
  const own = personById(store, id);
  if (own === undefined) return null;
  if (other !== undefined) takeOver(store, id, other.id);
  changePerson(store, id, name, address, 'typed');
  return id;
}

/** Two turned out to be one: letters and groups of `gone` become those of `id`. */
function takeOver(store: Store, id: number, gone: number): void {
  for (const letter of allWrittenBy(store, gone)) {
    const own = writtenBy(store, id, letter.accountId);
    const last = own !== undefined && own.lastAt > letter.lastAt ? own : letter;
    const warmth = own === undefined ? letter.warmth : warmthFor([own, letter], null);
    putWritten(store, id, { ...last, times: letter.times + (own?.times ?? 0), warmth: warmth ?? letter.warmth });
  }
  for (const group of groupsOf(store, gone)) addMember(store, group.id, id);
  removePerson(store, gone);
}

/** Whether it was added, was given a name, or was there as it is. */
export type TakenOver = { readonly id: number; readonly was: 'added' | 'named' | 'same' };

export function takeIn(store: Store, { name, address, groups }: Entry, withGroups: boolean): TakenOver {
  const known = personByAddress(store, address);
  const id = known?.id ?? addPerson(store, name, address, 'imported');
  const isNamed = known !== undefined && known.name === '' && name !== '';
  if (known !== undefined && (isNamed || known.source === 'written'))
    changePerson(store, id, isNamed ? name : known.name, known.address, known.source === 'typed' ? 'typed' : 'imported');
  if (withGroups) for (const group of groups) addMember(store, groupNamed(store, group) ?? addGroup(store, group), id);
  return { id, was: known === undefined ? 'added' : isNamed ? 'named' : 'same' };
}
