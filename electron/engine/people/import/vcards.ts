// Reads vCards 3.0 and 4.0 (RFC 2426, RFC 6350), card by card: one that is broken takes none of the others with it.
import ICAL from 'ical.js';
import { createGathering, type Entries, type Gathering, mostPeople, type Refused } from './entries';

/** A card without its pictures is a few hundred octets. */
const longestCard = 64 * 1024;
/** ms of work between two turns of the event loop. */
const turn = 10;

export async function readVcards(text: string): Promise<Entries | Refused> {
  const gathering = createGathering();
  let place = 0;
  let since = performance.now();
  for (const card of cardsOf(text)) {
    place += 1;
    readCard(place, card, gathering);
    if (gathering.isFull()) return { kind: 'refused', why: 'too-many', limit: mostPeople };
    if (performance.now() - since > turn) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
  }
  return place === 0 ? { kind: 'refused', why: 'unreadable' } : gathering.entries();
}

/** The cards with their lines unfolded (RFC 6350 3.2) and without pictures, sounds and keys. */
function* cardsOf(text: string): Generator<string[]> {
  let card: string[] | null = null;
  let line = '';
  const end = (): string[] | null => {
    const whole = line;
    line = '';
    if (/^BEGIN:VCARD\s*$/i.test(whole)) card = ['BEGIN:VCARD'];
    else if (card !== null && /^END:VCARD\s*$/i.test(whole)) {
      const done = [...card, 'END:VCARD'];
      card = null;
      return done;
    } else if (card !== null && whole.trim() !== '' && !/^(?:[^.:;]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(whole)) card.push(whole);
    return null;
  };
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const raw = text.slice(at, next < 0 ? text.length : next).replace(/\r$/, '');
    at = next < 0 ? text.length : next + 1;
    if (/^[ \t]/.test(raw)) line += raw.slice(1);
    else {
      const done = end();
      if (done !== null) yield done;
      line = raw;
    }
  }
  const done = end();
  if (done !== null) yield done;
}

const fieldOf = (card: readonly string[], name: RegExp): string =>
  card
    .find((line) => name.test(line))
    ?.replace(/^[^:]*:/, '')
    .trim() ?? '';

function readCard(place: number, card: readonly string[], gathering: Gathering): void {
  const called = fieldOf(card, /^(?:[^.:;]+\.)?FN[;:]/i);
  const version = fieldOf(card, /^VERSION[;:]/i);
  if (version !== '3.0' && version !== '4.0') return gathering.skip(place, called, 'old-version');
  if (fieldOf(card, /^(?:KIND|X-ADDRESSBOOKSERVER-KIND)[;:]/i).toLowerCase() === 'group')
    return gathering.skip(place, called, 'group-card');
  const text = card.join('\r\n');
  if (text.length > longestCard) return gathering.skip(place, called, 'unreadable');
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch {
    return gathering.skip(place, called, 'unreadable');
  }
  const all = (name: string): string[] =>
    propertiesOf(parsed).flatMap(([property, , , ...values]) =>
      property === name ? values.flat(3).filter((value): value is string => typeof value === 'string') : [],
    );
  const parts = all('n');
  const name = all('fn')[0] ?? [parts[1], parts[2], parts[0]].filter(Boolean).join(' ');
  const addresses = all('email')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  gathering.add(
    place,
    addresses.includes(name) ? '' : name,
    addresses,
    all('categories').flatMap((value) => value.split(',')),
  );
}

/** jCard (RFC 7095): ["vcard", [[name, parameters, type, value...], ...], []] */
function propertiesOf(card: unknown): readonly (readonly unknown[])[] {
  const properties: unknown = Array.isArray(card) ? card[1] : null;
  return Array.isArray(properties) ? properties.filter((property): property is unknown[] => Array.isArray(property)) : [];
}
