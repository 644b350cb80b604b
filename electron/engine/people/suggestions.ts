// What was found, as the page is told of it.
import type { ForeseenLetters, Suggestion } from '../../contract/model/people';
import type { Foreseen } from '../../domain/people/foresee';
import type { Found, KnownGroup, KnownPerson } from '../../domain/people/search';

const personOf = ({ id, name, address }: KnownPerson): Suggestion => ({ kind: 'person', id, name, address });
const groupOf = ({ id, name, members }: KnownGroup): Suggestion => ({ kind: 'group', id, name, members });

export const suggestionsOf = ({ people, groups }: Found): Suggestion[] => [...people.map(personOf), ...groups.map(groupOf)];

/** Many letters bring the same people: each is told once. */
export function tellForeseen(letters: readonly Foreseen[]): ForeseenLetters {
  const places = new Map<KnownPerson | KnownGroup, number>();
  const known: Suggestion[] = [];
  const placeOf = <T extends KnownPerson | KnownGroup>(one: T, tell: (one: T) => Suggestion): number => {
    const place = places.get(one) ?? known.push(tell(one)) - 1;
    places.set(one, place);
    return place;
  };
  return {
    letters: letters.map(({ words, people, groups, isAll }) => ({
      words,
      places: [...people.map((one) => placeOf(one, personOf)), ...groups.map((one) => placeOf(one, groupOf))],
      isAll,
    })),
    known,
  };
}
