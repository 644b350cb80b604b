// Gives the components the words of the language that is shown.
import { createContext, useContext } from 'react';
import type { Strings } from './en';
import { en } from './en';
import type { Language } from './languages';

export type Words = { readonly language: Language; readonly strings: Strings };
export const WordsContext = createContext<Words>({ language: 'en', strings: en });

export const useStrings = (): Strings => useContext(WordsContext).strings;
export const useLanguage = (): Language => useContext(WordsContext).language;
