// Takes secrets out of whatever is kept or shown of a conversation, before anything else sees it.

export type Redact = (text: string) => string;

const hidden = '(hidden)';
/** A server may echo a command cut short: this many characters in a row of an encoded secret are one. */
const shortestEcho = 8;

/** Every encoded shape in which a password travels in a sign-in. */
function shapesOf(user: string, password: string): readonly string[] {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
  const escaped = encodeURIComponent(password);
  const quoted = password.replace(/["\\]/g, '\\$&'); // IMAP's LOGIN
  return [
    base64(`\0${user}\0${password}`),
    base64(`${user}\0${user}\0${password}`),
    base64(password),
    ...(escaped === password ? [] : [escaped]),
    ...(quoted === password ? [] : [quoted]),
  ];
}

/** What of a shape counts as an echo of it; four letters make six of base64. */
const shortestOf = (shape: string): number => (shape.length < 6 ? shortestEcho : Math.min(shortestEcho, shape.length));

/** Tells quickly of most texts that no part of a shape is in them: every line of every conversation is asked. */
function createGlance(shapes: readonly string[]): (text: string) => boolean {
  const parts = new Map<number, Set<string>>();
  /** Of each part, what its first two characters come to: at most places of a text that alone says no. */
  const beginnings = new Uint8Array(65_536);
  const beginning = (text: string, at: number): number => ((text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1)) & 0xffff;
  for (const shape of shapes) {
    const length = shortestOf(shape);
    const set = parts.get(length) ?? new Set();
    for (let at = 0; at + length <= shape.length; at += 1) {
      set.add(shape.slice(at, at + length));
      beginnings[beginning(shape, at)] = 1;
    }
    parts.set(length, set);
  }
  const sets = [...parts];
  const mayBegin = (text: string, at: number): boolean => beginnings[beginning(text, at)] === 1;
  return (text) =>
    sets.some(([length, set]) => {
      for (let at = 0; at + length <= text.length; at += 1) if (mayBegin(text, at) && set.has(text.slice(at, at + length))) return true;
      return false;
    });
}

function hideEchoes(text: string, shape: string): string {
  let result = text;
  const shortest = shortestOf(shape);
  for (let at = 0; at + shortest <= shape.length; at += 1) {
    if (!result.includes(shape.slice(at, at + shortest))) continue;
    let length: number = shortest;
    while (at + length < shape.length && result.includes(shape.slice(at, at + length + 1))) length += 1;
    result = result.replaceAll(shape.slice(at, at + length), hidden);
  }
  return result.replace(/\(hidden\)=+/g, hidden);
}

// A password of three letters is hidden as a word only: hiding every "a" would tell what it is.
const plainly = (password: string): string | RegExp =>
  password.length >= 4 ? password : new RegExp(`(?<![A-Za-z0-9])${password.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`, 'g');

/** A function that hides the password in each of its shapes, even where a server echoes only a part of one. */
export function createRedact(user: string, password: string): Redact {
  if (password === '') return (text) => text;
  const shapes = shapesOf(user, password);
  const plain = plainly(password);
  const mayEcho = createGlance(shapes);
  return (text) => {
    const result = text.replaceAll(plain, hidden);
    return result !== text || mayEcho(result) ? shapes.reduce(hideEchoes, result) : result;
  };
}

/** Base64 of a text from each of the three places in a group at which it may begin, without what its neighbours decide. */
const anywhereInBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((offset) => {
    const octets = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'utf8')]);
    const whole = octets.subarray(offset === 0 ? 0 : 3);
    return whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
  });

/** Hides access tokens, also those that `hide` tells of later, and also inside the message of a mechanism. */
export function createTokenRedact(token: string): { readonly redact: Redact; readonly hide: (token: string) => void } {
  const shapes: string[] = [];
  const hide = (one: string): void => void shapes.push(one, encodeURIComponent(one), ...anywhereInBase64(one));
  hide(token);
  return { redact: (text) => shapes.filter((shape) => shape !== '').reduce(hideEchoes, text), hide };
}

/** Hides what a mechanism computes of the password (a CRAM-MD5 answer can be searched offline for it). */
export const hideComputed: Redact = (text) => text.replace(/[A-Za-z0-9+/=]{40,}/g, hidden);

/** One line without control characters, at most 1000 characters: a server's words as they may be shown and stored. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 1000);
