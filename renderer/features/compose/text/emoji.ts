// The emoji with their words in the language of the window, read from disk when they are first asked for, and the search in them.
import type { Language } from '../../../strings/languages';

export type Emoji = {
  readonly sign: string;
  readonly label: string;
  /** Everything it is found by, in lower case. */
  readonly words: readonly string[];
  /** As it is typed between colons. */
  readonly names: readonly string[];
};
type Raw = {
  readonly hexcode: string;
  readonly label: string;
  readonly unicode: string;
  readonly group?: number;
  readonly tags?: readonly string[];
};
type Names = Readonly<Record<string, string | readonly string[]>>;

/** Parts of others, such as colours of hair. */
const COMPONENT = 2;

const readData: Readonly<Record<Language, () => Promise<readonly Raw[]>>> = {
  en: async () => (await import('emojibase-data/en/compact.json')).default,
  sv: async () => (await import('emojibase-data/sv/compact.json')).default,
  da: async () => (await import('emojibase-data/da/compact.json')).default,
};
const readNames = async (): Promise<Names> => (await import('emojibase-data/en/shortcodes/github.json')).default;
const all = (names: string | readonly string[] | undefined): readonly string[] => (names === undefined ? [] : [names].flat());

const known = new Map<Language, Promise<readonly Emoji[]>>();

export function loadEmoji(language: Language): Promise<readonly Emoji[]> {
  const reading = known.get(language) ?? read(language);
  known.set(language, reading);
  reading.catch(() => known.delete(language)); // it is tried again the next time
  return reading;
}

async function read(language: Language): Promise<readonly Emoji[]> {
  const [data, names] = await Promise.all([readData[language](), readNames()]);
  return data.flatMap(({ hexcode, label, unicode, group, tags = [] }) =>
    group === undefined || group === COMPONENT
      ? []
      : [{ sign: unicode, label, words: [label, ...tags].map((word) => word.toLocaleLowerCase(language)), names: all(names[hexcode]) }],
  );
}

export async function emojiNamed(name: string): Promise<string | null> {
  return (await loadEmoji('en')).find(({ names }) => names.includes(name))?.sign ?? null;
}

/** The best first: what is called so, what begins so, what has it somewhere. `:smi` asks for names between colons alone. */
export function searchEmoji(emoji: readonly Emoji[], query: string, most: number): readonly Emoji[] {
  const asked = query.trim().toLocaleLowerCase();
  const wanted = asked.replaceAll(':', '');
  if (wanted === '') return emoji.slice(0, most);
  const rank = ({ words, names }: Emoji): number => {
    const among = asked.startsWith(':') ? names : [...words, ...names];
    if (among.includes(wanted)) return 0;
    if (among.some((word) => word.startsWith(wanted))) return 1;
    return among.some((word) => word.includes(wanted)) ? 2 : 3;
  };
  return emoji
    .map((one) => ({ one, rank: rank(one) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
