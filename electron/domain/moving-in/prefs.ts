// Mozilla's prefs.js: one user_pref("name", value); after the other. It looks like a program and is read as data, never run.

export type PrefValue = string | number | boolean;
export type Prefs = ReadonlyMap<string, PrefValue>;

/** More lines than any profile has that a person uses. */
const mostPrefs = 200_000;

/** Everything that is a whole user_pref of a string, a whole number or a truth value; what is none is passed over. Time grows with the length alone. */
export function readPrefs(text: string): Prefs {
  const prefs = new Map<string, PrefValue>();
  let at = 0;
  while (at < text.length && prefs.size < mostPrefs) {
    at = afterBlank(text, at);
    const entry = text.startsWith('user_pref', at) ? readEntry(text, at + 'user_pref'.length) : null;
    if (entry === null) {
      at = afterLine(text, at);
      continue;
    }
    prefs.set(entry.name, entry.value);
    at = entry.end;
  }
  return prefs;
}

type Entry = { readonly name: string; readonly value: PrefValue; readonly end: number };

/** `at`: right after the word user_pref. */
function readEntry(text: string, at: number): Entry | null {
  const open = afterSign(text, at, '(');
  const name = open === null ? null : readText(text, afterSpace(text, open));
  const comma = name === null ? null : afterSign(text, name.end, ',');
  const value = comma === null ? null : readValue(text, afterSpace(text, comma));
  const close = value === null ? null : afterSign(text, value.end, ')');
  if (name === null || value === null || close === null) return null;
  return { name: name.value, value: value.value, end: afterSign(text, close, ';') ?? close };
}

type Read<T> = { readonly value: T; readonly end: number };

function readValue(text: string, at: number): Read<PrefValue> | null {
  if (text[at] === '"' || text[at] === "'") return readText(text, at);
  const word = /[-+]?\w{1,20}/y;
  word.lastIndex = at;
  const found = word.exec(text)?.[0] ?? '';
  const end = at + found.length;
  if (found === 'true' || found === 'false') return { value: found === 'true', end };
  return /^[-+]?\d+$/.test(found) ? { value: Number(found), end } : null;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A string in either kind of quotes, with the escapes that Mozilla writes (\", \\, \n, \r, \xHH, \uHHHH). */
function readText(text: string, at: number): Read<string> | null {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return null;
  const parts: string[] = [];
  let from = at + 1;
  for (let place = from; place < text.length; place += 1) {
    const sign = text[place];
    if (sign === quote) return { value: parts.join('') + text.slice(from, place), end: place + 1 };
    if (sign === '\n') return null; // the closing quote is missing: the rest of the file must not become its value
    if (sign !== '\\') continue;
    const kind = text[place + 1] ?? '';
    const digits = kind === 'x' ? 2 : kind === 'u' ? 4 : 0;
    const code = text.slice(place + 2, place + 2 + digits);
    const isCode = digits > 0 && code.length === digits && /^[0-9a-f]+$/i.test(code);
    parts.push(text.slice(from, place), isCode ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[kind] ?? kind));
    place += 1 + (isCode ? digits : 0);
    from = place + 1;
  }
  return null;
}

function afterSpace(text: string, at: number): number {
  const space = /\s*/y;
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}

/** After spaces and comments of any kind. Only between entries: one that is none would be looked through to its end for each line of it. */
function afterBlank(text: string, at: number): number {
  let place = at;
  for (;;) {
    place = afterSpace(text, place);
    if (text.startsWith('//', place) || text[place] === '#') place = afterLine(text, place);
    else if (text.startsWith('/*', place)) {
      const end = text.indexOf('*/', place + 2);
      place = end < 0 ? text.length : end + 2;
    } else return place;
  }
}

function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function afterSign(text: string, at: number, sign: string): number | null {
  const place = afterSpace(text, at);
  return text[place] === sign ? place + 1 : null;
}
