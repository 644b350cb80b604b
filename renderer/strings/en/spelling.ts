// Words: spelling.
import type { SpellingLanguage } from '../../../electron/contract/model/spelling';

const names: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': 'English (British)',
  'en-US': 'English (American)',
  sv: 'Swedish',
  da: 'Danish',
};

export const spelling = {
  title: 'Spelling',
  open: 'Spelling and languages',
  next: 'Next misspelt word',
  previous: 'Previous misspelt word',
  here: (word: string, at: number, count: number) => `“${word}”, ${at} of ${count}`,
  count: (count: number) =>
    count === 0 ? 'No word seems misspelt' : count === 1 ? 'One word may be misspelt' : `${count} words may be misspelt`,
  none: 'No word seems misspelt.',
  isOff: 'Spelling is not checked here.',
  noSuggestions: (word: string) => `Nothing is like “${word}”`,
  add: 'Add to the dictionary',
  added: (word: string) => `“${word}” is in your dictionary.`,
  takeOut: 'Take it out',
  ignore: 'Ignore in this letter',
  languages: 'This letter is written in',
  automatic: 'What it seems to be',
  offHere: 'Don’t check this letter',
  names,
  check: 'Check spelling as I write',
  checkHint: 'On this computer, with the dictionaries that come with Brevduva.',
  languagesIWrite: 'I write in',
  own: 'My dictionary',
  ownHint: 'Words that are right in every letter.',
  ownWord: 'Word',
  ownAdd: 'Add',
  ownWrong: 'A word has letters and no space.',
  remove: (word: string) => `Remove “${word}”`,
  isBroken: 'The spelling checker has stopped twice and is off until Brevduva starts anew.',
  isMissing: (languages: string) => `The dictionary can’t be read: ${languages}.`,
};
