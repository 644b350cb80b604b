// Which column of a table is what: the names that Google, Outlook and Thunderbird give them, in the languages of this program.

export type Columns = {
  /** The whole name. */
  readonly name: number | null;
  /** Its parts, in the order in which they are said. */
  readonly parts: readonly number[];
  readonly addresses: readonly number[];
  /** Names of groups: "Family ::: * myContacts", "Family;Work". */
  readonly groups: number | null;
};

const names: readonly string[] = [
  'name',
  'display name',
  'full name',
  'e-mail display name',
  'namn',
  'visningsnamn',
  'navn',
  'vist navn',
  'fullständigt namn',
  'fulde navn',
];
const givenNames: readonly string[] = ['first name', 'given name', 'förnamn', 'fornavn', 'firstname'];
const middleNames: readonly string[] = ['middle name', 'additional name', 'mellannamn', 'mellemnavn'];
const familyNames: readonly string[] = ['last name', 'family name', 'efternamn', 'efternavn', 'lastname', 'surname'];
const groupNames: readonly string[] = ['labels', 'group membership', 'categories', 'kategorier', 'groups', 'grupper'];
const address =
  /^(?:mail|mejl|(?:e-?mail|e-?post)(?:[ -]?(?:\d|address|adress|adresse))*(?: - value)?|e-?mailadresse?|e-?postadress(?: \d)?|address|adress|adresse|(?:primary|secondary|primär|sekundär|primær|sekundær) e-?(?:mail|post)(?:adress|adresse)?|(?:e-?mail|e-?post)(?:adress|adresse)? \d)$/;

const tidy = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

/** Reads a table's first row; null: it is not a row of names, or none of them is an address. */
export function readColumns(header: readonly string[]): Columns | null {
  const cells = header.map(tidy);
  const first = (known: readonly string[]): number | null => {
    const place = cells.findIndex((cell) => known.includes(cell));
    return place < 0 ? null : place;
  };
  const addresses = cells.flatMap((cell, place) => (address.test(cell) ? [place] : []));
  if (addresses.length === 0) return null;
  const parts = [first(givenNames), first(middleNames), first(familyNames)].filter((place) => place !== null);
  return { name: first(names), parts, addresses, groups: first(groupNames) };
}

/** A table without names of columns: every cell with an @ is an address, the first other one is the name. */
export function guessColumns(row: readonly string[]): Columns | null {
  const addresses = row.flatMap((cell, place) => (cell.includes('@') ? [place] : []));
  if (addresses.length === 0) return null;
  const name = row.findIndex((cell, place) => !addresses.includes(place) && /\p{L}/u.test(cell));
  return { name: name < 0 ? null : name, parts: [], addresses, groups: null };
}

/** The name of a row; empty: it has none. */
export function nameIn(row: readonly string[], { name, parts }: Columns): string {
  const whole = name === null ? '' : (row[name] ?? '').trim();
  if (whole !== '' && !whole.includes('@')) return whole;
  return parts
    .map((place) => (row[place] ?? '').trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** The groups of a row. Those that Google makes for itself ("* myContacts") are left out. */
export const groupsIn = (row: readonly string[], { groups }: Columns): string[] =>
  (groups === null ? '' : (row[groups] ?? ''))
    .split(/\s*:::\s*|;/)
    .map((group) => group.trim())
    .filter((group) => group !== '' && !group.startsWith('*'));

/** A cell may hold several: Google writes "a@x ::: b@x". */
export const addressesIn = (row: readonly string[], { addresses }: Columns): string[] =>
  addresses
    .flatMap((place) => (row[place] ?? '').split(/\s*:::\s*/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
