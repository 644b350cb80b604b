// Reads the arguments a person can give: --profile DIR, --lang TAG, --hidden, a mailto: URL, and letter files.

export type Arguments = {
  /** The folder as it was typed; null: the usual one. */
  readonly profile: string | null;
  /** BCP 47, e.g. "sv". */
  readonly language: string | null;
  readonly mailto: string | null;
  /** Words that may name files: neither options nor what belongs to one. */
  readonly files: readonly string[];
  /** Without a window until somebody asks for it: how the program starts with the computer. */
  readonly isHidden: boolean;
};

const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
/** As long as a draft's mailto: may be (contract/api.ts); the rest of such an address would be cut silently. */
const longestMailto = 100_000;

export const isMailto = (text: string): boolean => /^mailto:/i.test(text) && text.length <= longestMailto;

/** `argv` as the process got it. Words that mean nothing here belong to Chromium and are passed over. */
export function parseArguments(argv: readonly string[]): Arguments {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const language = optionValue(options, 'lang');
  return {
    profile: optionValue(options, 'profile'),
    language: language !== null && languageTag.test(language) ? language : null,
    mailto: argv.find(isMailto) ?? null,
    files: [...bareWords(options.slice(1)), ...(end === -1 ? [] : argv.slice(end + 1))].filter((word) => !/^mailto:/i.test(word)),
    isHidden: options.includes('--hidden'),
  };
}

/** `--name=value` or `--name value`; the first one counts. */
function optionValue(argv: readonly string[], name: string): string | null {
  for (const [index, word] of argv.entries()) {
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3) || null;
    if (word !== `--${name}`) continue;
    const next = argv[index + 1];
    return next === undefined || next === '' || next.startsWith('--') ? null : next;
  }
  return null;
}

/** Options whose value is the next word; Electron's own -r among them. */
const withValue: ReadonlySet<string> = new Set(['--profile', '--lang', '-r', '--require']);

const bareWords = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => !word.startsWith('-') && !withValue.has(words[index - 1] ?? ''));
