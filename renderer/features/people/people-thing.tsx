// What is open in the room of people: one person, a group, a new one of either, or an address book on its way in.
import { BringIn } from './bring-in';
import { GroupView } from './group-view';
import { PersonView } from './person-view';
import { BRING_IN, groupOf, NEW_GROUP, NEW_PERSON } from './shown';

export function PeopleThing({ selected }: { readonly selected: string }) {
  if (selected === BRING_IN) return <BringIn />;
  if (selected === NEW_PERSON) return <PersonView id={null} />;
  if (selected === NEW_GROUP) return <GroupView id={null} />;
  const groupId = groupOf(selected);
  return groupId === null ? <PersonView id={Number(selected)} /> : <GroupView id={groupId} />;
}
