// Words: letters in windows of their own.
import type { Strings } from '../en';

export const letters: Strings['letters'] = {
  openInWindow: 'Öppna i ett eget fönster',
  backToMain: 'Tillbaka till huvudfönstret',
  isInWindow: 'I ett eget fönster',
};
